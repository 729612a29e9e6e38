import type { Pack, Question, QuestionId } from '../model/pack.ts';
import { partChanges, type PartChange, wordChanges, type WordChange } from './differences.ts';

/** What became of one question between two versions of a pack. */
export interface QuestionChange {
  /** Its id in the version before; null of a new one. */
  readonly was: QuestionId | null;
  /** Its id now; null of a retired one. */
  readonly is: QuestionId | null;
  /** Its words for a person to read: now, or of a retired one before. */
  readonly label: string;
  readonly how: 'unchanged' | 'reworded' | 'changed' | 'new' | 'retired';
  /** Whether an answer is asked for now before its stage is ready to sign; of a retired one, whether it was. */
  readonly required: boolean;
  /** Words that are others now. */
  readonly words: readonly WordChange[];
  /** What else is different. */
  readonly parts: readonly PartChange[];
}

/**
 * What became of each question, in the order of the new pack, retired ones last. Found by its id, or by an id it had
 * `formerly`. `changed`: what may be answered, of whom it is asked, or when, is not the same.
 */
export function compare(from: Pack, to: Pack): readonly QuestionChange[] {
  const found = paired(from, to);
  const met = new Set(found.map(({ was }) => was?.id));
  return [
    ...found.map(({ question, was }) => (was ? changeOf(from, was, to, question) : newOne(to, question))),
    ...from.questions.filter(({ id }) => !met.has(id)).map((question) => retired(from, question)),
  ];
}

/** Each question of `to` with the one it was in `from`. */
function paired(from: Pack, to: Pack): readonly { readonly question: Question; readonly was: Question | undefined }[] {
  const before = new Map(from.questions.map((question) => [question.id, question]));
  return to.questions.map((question) => ({ question, was: formerOf(question, before) }));
}

/** By the id before: the id now, null of what is retired. */
export type Ids = ReadonlyMap<QuestionId, QuestionId | null>;

/** What the questions of `from` are called in `to`. */
export const idsFrom = (from: Pack, to: Pack): Ids =>
  new Map([
    ...from.questions.map(({ id }) => [id, null] as const),
    ...paired(from, to).flatMap(({ question, was }) => (was ? [[was.id, question.id] as const] : [])),
  ]);

const newOne = (to: Pack, question: Question): QuestionChange => ({
  ...{ was: null, is: question.id, label: question.label, how: 'new' },
  ...{ required: isRequired(to, question), words: [], parts: [] },
});

const retired = (from: Pack, question: Question): QuestionChange => ({
  ...{ was: question.id, is: null, label: question.label, how: 'retired' },
  ...{ required: isRequired(from, question), words: [], parts: [] },
});

function changeOf(from: Pack, was: Question, to: Pack, is: Question): QuestionChange {
  const required = isRequired(to, is);
  const words = wordChanges(from, was, to, is);
  const parts = partChanges(was, is);
  if (required !== isRequired(from, was)) parts.push({ what: required ? 'required' : 'optional', label: '' });
  const how = parts.length > 0 ? 'changed' : words.length > 0 ? 'reworded' : 'unchanged';
  return { was: was.id, is: is.id, label: is.label, how, required, words, parts };
}

/** Whether any section asks for an answer. */
const isRequired = ({ sections }: Pack, { id, required }: Question): boolean =>
  sections.some(({ asks }) => asks.some((asked) => asked.question === id && (asked.required ?? required)));

const formerOf = (question: Question, before: ReadonlyMap<string, Question>): Question | undefined =>
  before.get(question.id) ?? (question.formerly ?? []).map((id) => before.get(id)).find((each) => each !== undefined);
