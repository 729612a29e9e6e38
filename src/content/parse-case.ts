import * as v from 'valibot';
import type { Answer, Row } from '../model/answer.ts';
import type { Assessment, Person } from '../model/assessment.ts';
import { packIndex } from '../model/pack-index.ts';
import { type Pack, type Question, tableKinds } from '../model/pack.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import { personSchema } from './assessment-schemas.ts';
import { caseEvidence } from './case-evidence.ts';
import { checkAssessment } from './check-assessment.ts';
import { failed } from './failed.ts';
import { readShape } from './check-yaml.ts';
import { readYaml } from './read-yaml.ts';
import type { TrainingCase } from './training-case.ts';
import { readPlain, readWordFile, type WordEntry } from './word-file.ts';
import { richText } from './rich-text-from-markdown.ts';
import { plainText } from '../model/rich-text.ts';
import { type CaseEntry, caseSchema } from './yaml-schemas.ts';

type Files = Readonly<Record<string, string>>;
const front = new Set(['Story', 'Model classification', 'Teaching points']);

/** The ids of the training cases among `files`. */
export function caseIds(files: Files): readonly string[] {
  return Object.keys(files)
    .flatMap((file) => /^cases\/([^/]+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}

/** A training case filled in, every answer compared with its question; or all that is wrong with it, with its lines. */
export function parseCase(files: Files, id: string, pack: Pack): Outcome<TrainingCase> {
  const yamlFile = `cases/${id}.yaml`;
  const wordFile = `cases/${id}.en.md`;
  const { yaml, problems: syntax } = readYaml(yamlFile, files[yamlFile] ?? '');
  const shape = syntax.length > 0 ? { value: null, problems: syntax } : readShape(caseSchema, yaml, yaml.value);
  const { value: words, problems: wordProblems } = readWordFile(wordFile, files[wordFile] ?? '');
  const problems: Problem[] = [...shape.problems, ...wordProblems];
  const entry = shape.value;
  if (entry === null) return failed(problems);

  const people = entry.people.flatMap((person, index): readonly Person[] => {
    const read = readShape(personSchema, yaml, person, ['people', index]);
    problems.push(...read.problems);
    return read.value === null ? [] : [read.value];
  });
  const said = saidIn(words.entries, wordFile, pack, problems);
  const answered = answersOf(
    entry,
    said,
    pack,
    problems,
    (key) => ({ file: yamlFile, line: yaml.line(['answers', key]) }),
    wordFile,
  );
  const answers = { ...answered, ...classesWithSuggested(entry, answered) };
  const lines = new Map(words.entries.map(({ id: key, line }) => [key, line]));
  const assessment: Assessment = {
    format: 1,
    id: `case-${id}`,
    kind: 'training',
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: entry.route,
    reference: entry.reference,
    startedAt: entry.startedAt,
    changedAt: entry.changedAt,
    people,
    answers,
    rounds: [],
    versions: [],
    history: [],
    ...(entry.evidence === undefined
      ? {}
      : {
          evidence: caseEvidence(pack, { answers, people }, entry.evidence, (index, detail) =>
            problems.push({
              code: 'case-evidence',
              place: { file: yamlFile, line: yaml.line(['evidence', index]) },
              detail,
            }),
          ),
        }),
  };
  for (const found of checkAssessment(pack, assessment)) {
    const { question, subject = null, round = 0 } = found.place;
    const key = question === undefined ? null : placeKey({ question, subject, round });
    const person = key === null ? people.findIndex((each) => each.id === subject) : -1;
    const way = key !== null && key in entry.answers ? ['answers', key] : person >= 0 ? ['people', person] : null;
    const line = key === null ? undefined : lines.get(key);
    problems.push({
      ...found,
      place: {
        ...found.place,
        ...(way === null && line !== undefined
          ? { file: wordFile, line }
          : { file: yamlFile, line: yaml.line(way ?? ['answers']) }),
      },
    });
  }
  const list = (heading: string): readonly string[] =>
    listOf(
      words.entries.find((each) => each.id === heading),
      wordFile,
      problems,
    );
  const plain = (blocks: Parameters<typeof readPlain>[1]): string => {
    const read = readPlain(wordFile, blocks);
    problems.push(...read.problems);
    return read.value;
  };
  return outcome<TrainingCase>(
    {
      id,
      title: words.title,
      outcome: plain(words.intro),
      story: list('Story'),
      classification: plain(words.entries.find((each) => each.id === 'Model classification')?.lead ?? []),
      teachingPoints: list('Teaching points'),
      stagesAnswered: entry.stagesAnswered,
      suggestions: entry.suggestions,
      assessment,
    },
    problems,
  );
}

interface Said {
  readonly line: number;
  readonly text?: string;
  readonly note?: string;
}

/** What the word file says, by the place of its answer: the answer itself where that is text, the note elsewhere. */
function saidIn(
  entries: readonly WordEntry[],
  file: string,
  pack: Pack,
  problems: Problem[],
): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const { id: key, line, lead, parts } of entries) {
    if (front.has(key)) continue;
    const question = packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '');
    if (question === undefined) {
      problems.push({ code: 'unknown-question', place: { file, line }, detail: key });
      continue;
    }
    const read = readPlain(file, lead, '\n\n');
    problems.push(...read.problems);
    const isText = question.kind === 'text' || question.kind === 'long-text';
    const own = isText ? { line, text: read.value } : { line, note: read.value };
    const [part, ...more] = parts;
    if (part === undefined) said.set(key, own);
    else if (isText && part.name === 'Note' && more.length === 0) {
      const note = readPlain(file, part.blocks, '\n\n');
      problems.push(...note.problems);
      said.set(key, { ...own, note: note.value });
    } else problems.push({ code: 'unknown-part', place: { file, line: part.line }, detail: part.name });
  }
  return said;
}

function answersOf(
  entry: CaseEntry,
  said: ReadonlyMap<string, Said>,
  pack: Pack,
  problems: Problem[],
  place: (key: string) => { readonly file: string; readonly line: number },
  wordFile: string,
): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const [key, value] of Object.entries(entry.answers)) {
    const note = said.get(key)?.note;
    const question = packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '');
    if (question === undefined) {
      problems.push({ code: 'unknown-question', place: place(key), detail: key });
      continue;
    }
    const answer = answerOf(question, key, value, answers);
    if (answer === null) problems.push({ code: 'value-does-not-fit', place: place(key), detail: key });
    else answers[key] = note === undefined ? answer : { ...answer, note };
  }
  for (const [key, { line, text, note }] of said) {
    if (text !== undefined) answers[key] = { is: 'given', value: text, ...(note === undefined ? {} : { note }) };
    else if (!(key in answers)) problems.push({ code: 'unknown-words', place: { file: wordFile, line }, detail: key });
  }
  return answers;
}

/** The classes of the case, each with what it says was suggested when it was chosen. */
function classesWithSuggested(
  { suggestions }: CaseEntry,
  answers: Readonly<Record<string, Answer>>,
): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    suggestions.flatMap(({ child, round, expect: { suggest: riskClass, rule, floors = [], cautions = [] } }) => {
      const key = placeKey({ question: 'risk-class', subject: child, round });
      const answer = answers[key];
      const suggested = { riskClass, reasons: [rule, ...floors, ...cautions] };
      return answer?.is === 'given' ? [[key, { ...answer, suggested }] as const] : [];
    }),
  );
}

const statedSchema = v.variant('is', [
  v.strictObject({
    is: v.literal('not-known'),
    reason: v.exactOptional(v.string()),
    owner: v.exactOptional(v.string()),
    by: v.exactOptional(v.string()),
  }),
  v.strictObject({ is: v.literal('declined'), reason: v.string() }),
  v.strictObject({ is: v.literal('not-applicable'), reason: v.string() }),
]);
const carriedSchema = v.strictObject({
  carriesOn: v.number(),
  changes: v.array(v.looseObject({ factor: v.string() })),
});

/** One answer as a case writes it; null when it has a shape of its own. Rounds stand in their order. */
function answerOf(
  question: Question,
  key: string,
  value: unknown,
  before: Readonly<Record<string, Answer>>,
): Answer | null {
  const given = (what: unknown): Answer => ({ is: 'given', value: what }) as Answer;
  if (v.is(statedSchema, value)) return value;
  if (v.is(carriedSchema, value)) {
    const at = parsePlaceKey(key);
    const was = at === null ? undefined : before[placeKey({ ...at, round: value.carriesOn })];
    if (was?.is !== 'given' || !Array.isArray(was.value)) return null;
    const changed = new Map(value.changes.map((entry) => [entry.factor, entry]));
    const carried = (was.value as readonly { readonly factor: string }[]).map((entry) => {
      const next = changed.get(entry.factor) ?? entry;
      changed.delete(entry.factor);
      return next;
    });
    return given([...carried, ...changed.values()]);
  }
  if (!tableKinds.includes(question.kind)) return given(value);
  return Array.isArray(value) ? given(value.map((row: unknown) => rowOf(question, row))) : null;
}

/** A row as a case writes it: cells beside the id, and of a person table beside the person. */
function rowOf(question: Question, row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('id' in row)) return row;
  const { id, ...rest } = row as Row & Readonly<Record<string, unknown>>;
  if (question.kind !== 'person-table') return { id, cells: rest };
  const { person, ...cells } = rest;
  return { id, ...(person === undefined ? {} : { person }), cells };
}

function listOf(entry: WordEntry | undefined, file: string, problems: Problem[]): readonly string[] {
  const read = richText(file, entry?.lead ?? [], 4);
  problems.push(...read.problems);
  return read.text.flatMap((block) => (block.kind === 'list' ? block.items.map(plainText) : []));
}
