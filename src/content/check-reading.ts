import type { Locale } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { readShape } from './check-yaml.ts';
import { readingGrade, wordsOf } from './reading-grade.ts';
import { readYaml } from './read-yaml.ts';
import { type Piece, piecesOf, type Sentence } from './word-pieces.ts';
import { type ReadingEntry, readingSchema } from './yaml-schemas.ts';

const longestLabel = 20;
const highestGrade = 9;
const shortestSentence = 6;
/** Below this a grade says more about one word than about the text. */
const fewestWords = 20;

const none: ReadingEntry = { easyNames: [], plainCapitals: [], standingSentences: [], glossaryTerms: [] };

/**
 * What makes the words of `locale` harder than they need be: `sentence-twice` and `label-long` in every locale,
 * `reading-grade` and `glossary-missing` in English. `reading.yaml` lists the names that have to be as they are.
 *
 * These do not stop a build; `npm run guidance:check` and a test over the shipped packs do.
 */
export function readingProblems(files: Readonly<Record<string, string>>, locale: Locale): readonly Problem[] {
  const yaml = readYaml('reading.yaml', files['reading.yaml'] ?? '{}');
  const list = yaml.problems.length > 0 ? null : readShape(readingSchema, yaml.yaml, yaml.yaml.value);
  const reading = list?.value ?? none;
  const pieces = piecesOf(files, locale);
  return [
    ...(locale === 'en' ? [...yaml.problems, ...(list?.problems ?? [])] : []),
    ...sentencesTwice(pieces, reading),
    ...longLabels(pieces),
    ...(locale === 'en' ? [...hardTexts(pieces, reading), ...missingTerms(pieces, reading)] : []),
  ].sort((a, b) => (a.place.file ?? '').localeCompare(b.place.file ?? '') || (a.place.line ?? 0) - (b.place.line ?? 0));
}

const isLabel = (key: string): boolean =>
  /^(?!timetable\/notes\/).*\/label$|\/labelByPurpose\/|\/anchors\/|\/title$|\/name$|\/plain$|^factors\//.test(key);

/** Labels within a list: they repeat where the same is meant. */
const isListed = (key: string): boolean =>
  /\/(?:choices|columns|items)\/[^/]+\/label$|\/anchors\/|^(?:roles|choiceLists|purposes)\/.*label$|^timetable\/.*\/(?:source|check)$/.test(
    key,
  );

function sentencesTwice(pieces: readonly Piece[], { standingSentences }: ReadingEntry): readonly Problem[] {
  const standing = new Set(standingSentences.map(({ name }) => plain(name)));
  const first = new Map<string, { readonly place: Sentence; readonly owner: string }>();
  const problems: Problem[] = [];
  for (const { key, sentences } of pieces) {
    if (isListed(key)) continue;
    // Two purposes may share their wording of one question.
    const owner = key.replace(/\/labelByPurpose\/.*$/, '/labelByPurpose');
    for (const place of sentences) {
      const words = wordsOf(place.text);
      const said = words.join(' ');
      if (words.length < shortestSentence || standing.has(said)) continue;
      const before = first.get(said);
      if (before === undefined) first.set(said, { place, owner });
      else if (before.owner !== owner) {
        const detail = `also at ${before.place.file}:${String(before.place.line)}`;
        problems.push({ code: 'sentence-twice', place: { file: place.file, line: place.line }, detail });
      }
    }
  }
  return problems;
}

function longLabels(pieces: readonly Piece[]): readonly Problem[] {
  return pieces.flatMap(({ key, file, line, sentences }) => {
    const words = sentences.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
    return isLabel(key) && words > longestLabel
      ? [{ code: 'label-long', place: { file, line }, detail: `${String(words)} words` }]
      : [];
  });
}

/** Texts that are read as one: a part of the guidance, the hints and meanings of one question, or anything else long enough. */
function hardTexts(pieces: readonly Piece[], { easyNames }: ReadingEntry): readonly Problem[] {
  const names = easyNames.map(({ name }) => name);
  const texts = new Map<string, readonly Sentence[]>();
  for (const { key, sentences } of pieces) {
    if (isLabel(key) || /\/(?:plural|term)$/.test(key)) continue;
    const text = /\/(?:why|goodEvidence|whatToDo)$/.test(key)
      ? key
      : key.replace(/^(questions\/[^/]+|asks\/[^/]+\/[^/]+|choiceLists\/[^/]+)\/.*/, '$1');
    texts.set(text, [...(texts.get(text) ?? []), ...sentences]);
  }
  return [...texts].flatMap(([key, sentences]): readonly Problem[] => {
    const size = sentences.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
    if (size < fewestWords && !/\/(?:why|goodEvidence|whatToDo)$/.test(key)) return [];
    const grade = readingGrade(
      sentences.map(({ text }) => text),
      names,
    );
    if (grade <= highestGrade) return [];
    const hardest = [...sentences].sort((a, b) => readingGrade([b.text], names) - readingGrade([a.text], names))[0];
    const place = { file: hardest?.file ?? '', line: hardest?.line ?? 1 };
    return [{ code: 'reading-grade', place, detail: `${grade.toFixed(1)} in ${key}` }];
  });
}

/** Abbreviations and listed terms that are used and not in the glossary, each told where it is first used. */
function missingTerms(pieces: readonly Piece[], { plainCapitals, glossaryTerms }: ReadingEntry): readonly Problem[] {
  const known = new Set(
    pieces
      .filter(({ key }) => /^glossary\/.*\/term$/.test(key))
      .flatMap(({ sentences }) => sentences.flatMap(({ text }) => [text, ...text.split(/[/(),]/)]))
      .map(plain),
  );
  const passed = new Set(plainCapitals.map(({ name }) => name));
  const problems = new Map<string, Problem>();
  const tell = (term: string, { file, line }: Sentence): void => {
    if (!known.has(plain(term)) && !problems.has(term))
      problems.set(term, { code: 'glossary-missing', place: { file, line }, detail: term });
  };
  for (const { sentences } of pieces) {
    for (const sentence of sentences) {
      for (const [capitals] of sentence.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?:-\p{Lu}{2,})*(?![\p{Ll}\p{N}])/gu))
        if (!passed.has(capitals)) tell(capitals, sentence);
      const said = ` ${plain(sentence.text)} `;
      for (const term of glossaryTerms)
        if (['', 's', 'es'].some((end) => said.includes(` ${plain(term)}${end} `))) tell(term, sentence);
    }
  }
  return [...problems.values()];
}

const plain = (text: string): string => wordsOf(text).join(' ');
