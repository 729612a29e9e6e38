import type { Locale, Pack, Source, StageId } from '../model/pack.ts';
import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import { readShape } from './check-yaml.ts';
import { failed } from './failed.ts';
import { type Framework, stageParts, type StagePart, type StageStory } from './framework.ts';
import { readPackFiles } from './pack-files.ts';
import { readYaml } from './read-yaml.ts';
import { WordReader } from './read-words.ts';
import { WordBook } from './word-book.ts';
import type { WordEntry } from './word-file.ts';
import { frameworkSchema } from './yaml-schemas.ts';

type Files = Readonly<Record<string, string>>;
type Folders = readonly { readonly id: StageId; readonly folder: string }[];

/** A longer piece of guidance that says which stages it belongs to. */
interface PlacedArticle {
  readonly id: string;
  readonly title: string;
  readonly stages?: readonly StageId[];
}

const list = 'framework.yaml';
const words = 'framework.en.md';

/** The framework that `files` tell in the language of `pack`, or everything wrong with it; null where they tell none. */
export function readFramework(files: Files, pack: Pack, articles: readonly PlacedArticle[]): Outcome<Framework | null> {
  const text = files[list];
  if (text === undefined) return outcome(null, []);
  const { yaml, problems: syntax } = readYaml(list, text);
  const shape = syntax.length > 0 ? { value: null, problems: syntax } : readShape(frameworkSchema, yaml, yaml.value);
  const entry = shape.value;
  if (entry === null) return failed(shape.problems);

  const problems: Problem[] = [];
  const tell = (code: string, way: readonly (string | number)[], detail: string): void => {
    problems.push({ code, place: { file: list, line: yaml.line(way) }, detail });
  };
  const found = (ids: readonly string[], way: readonly (string | number)[]): readonly Source[] =>
    ids.flatMap((id, at): readonly Source[] => {
      const source = pack.sources.find((each) => each.id === id);
      if (source === undefined) tell('unknown-source', [...way, at], id);
      return source === undefined ? [] : [source];
    });
  for (const id of Object.keys(entry.stages))
    if (!pack.stages.some((stage) => stage.id === id)) tell('unknown-stage', ['stages', id], id);

  const folders: Folders = readPackFiles(files).value?.stages ?? [];
  const english = readFrameworkWords(files, 'en', folders);
  const wanted = pack.locale === 'en' ? english : readFrameworkWords(files, pack.locale, folders);
  const book = new WordBook(wanted, english);
  const stages = pack.stages.flatMap(({ id }): readonly StageStory[] => {
    const stage = entry.stages[id];
    if (stage === undefined) {
      tell('missing-key', ['stages'], `stages.${id}`);
      return [];
    }
    const key = `framework/${id}`;
    const file = `${folders.find((each) => each.id === id)?.folder ?? ''}/${words}`;
    return [
      {
        id,
        parts: Object.fromEntries(stageParts.map((part) => [part, book.text(`${key}/${part}`, file)])) as Record<
          StagePart,
          StageStory['parts'][StagePart]
        >,
        milestones: stage.milestones.map((milestone) => ({
          ...milestone,
          name: book.words(`${key}/milestones/${milestone.id}/label`, file),
          means: book.words(`${key}/milestones/${milestone.id}/means`, file),
        })),
        law: stage.law.map((point, index) => ({
          ...point,
          words: book.words(`${key}/law/${point.id}`, file),
          sources: found(point.sources, ['stages', id, 'law', index, 'sources']),
        })),
        articles: articles
          .filter((article) => article.stages?.includes(id))
          .map(({ id: article, title }) => ({ id: article, title })),
      },
    ];
  });
  const framework: Framework = {
    title: book.words('framework/title', words),
    lead: book.words('framework/lead', words),
    titles: book.text('framework/titles', words),
    sources: found(entry.sources, ['sources']),
    stages,
  };
  return outcome(framework, [
    ...problems,
    ...english.problems,
    ...(wanted === english ? [] : wanted.problems),
    ...book.problems(),
  ]);
}

/** The words of the framework in one locale: those of the whole, and those of each stage in its folder. */
export function readFrameworkWords(files: Files, locale: Locale, folders: Folders): WordReader {
  const reader = new WordReader(locale);
  const whole = reader.open(`framework.${locale}.md`, files[`framework.${locale}.md`]);
  if (whole) {
    reader.say('framework/title', whole.file, whole.titleLine, whole.title);
    reader.plain('framework/lead', whole.file, whole.intro);
    for (const { id, line, lead, parts } of whole.entries) {
      for (const part of parts) reader.unknownPart(whole.file, part.line, part.name);
      if (id === 'About the titles') reader.rich('framework/titles', whole.file, lead, 3);
      else reader.unknownPart(whole.file, line, id);
    }
  }
  for (const { id, folder } of folders) {
    const name = `${folder}/framework.${locale}.md`;
    for (const entry of reader.open(name, files[name])?.entries ?? []) readPart(reader, `framework/${id}`, name, entry);
  }
  return reader;
}

const headed = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

function readPart(reader: WordReader, key: string, file: string, { id, line, lead, parts }: WordEntry): void {
  for (const part of parts) reader.unknownPart(file, part.line, part.name);
  const part = stageParts.find((each) => headed(each) === id);
  if (part !== undefined) {
    reader.rich(`${key}/${part}`, file, lead, 3);
  } else if (id === 'Milestones') {
    reader.labels(`${key}/milestones`, file, reader.list(file, lead), { Meaning: 'means' });
  } else if (id === 'Law') {
    for (const { id: point, words: said, line: at } of reader.list(file, lead))
      reader.say(`${key}/law/${point}`, file, at, said);
  } else reader.unknownPart(file, line, id);
}
