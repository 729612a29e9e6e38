import { canonical } from '../model/canonical.ts';
import type { Pack, Question, QuestionId } from '../model/pack.ts';

/** What became of one question between two versions of a pack. */
export interface QuestionChange {
  /** Its id in the version before; null of a new one. */
  readonly was: QuestionId | null;
  /** Its id now; null of a retired one. */
  readonly is: QuestionId | null;
  /** Its words for a person to read: now, or of a retired one before. */
  readonly label: string;
  readonly how: 'unchanged' | 'reworded' | 'changed' | 'new' | 'retired';
}

/**
 * What became of each question, in the order of the new pack, retired ones last. Found by its id, or by an id it had
 * `formerly`. `changed`: what may be answered, or of whom it is asked, is not the same.
 */
export function compare(from: Pack, to: Pack): readonly QuestionChange[] {
  const before = new Map(from.questions.map((question) => [question.id, question]));
  const found = to.questions.map((question) => ({ question, was: formerOf(question, before) }));
  const met = new Set(found.map(({ was }) => was?.id));
  return [
    ...found.map(({ question, was }): QuestionChange => ({
      was: was?.id ?? null,
      is: question.id,
      label: question.label,
      how: was ? howChanged(was, question) : 'new',
    })),
    ...from.questions
      .filter(({ id }) => !met.has(id))
      .map(({ id, label }): QuestionChange => ({ was: id, is: null, label, how: 'retired' })),
  ];
}

const formerOf = (question: Question, before: ReadonlyMap<string, Question>): Question | undefined =>
  before.get(question.id) ?? (question.formerly ?? []).map((id) => before.get(id)).find((each) => each !== undefined);

function howChanged(was: Question, is: Question): QuestionChange['how'] {
  if (canonical(structureOf(was)) !== canonical(structureOf(is))) return 'changed';
  return canonical(wordsOf(was)) === canonical(wordsOf(is)) ? 'unchanged' : 'reworded';
}

/** What decides which answers fit, and of whom it is asked. */
const structureOf = ({ kind, repeats, choices, columns, items, anchors, factorSets }: Question): object => ({
  ...{ kind, repeats, factorSets },
  points: anchors?.length,
  choices: choices?.map(({ id }) => id),
  items: items?.map(({ id }) => id),
  columns: columns?.map((column) => ({
    ...{ id: column.id, kind: column.kind, many: column.many, property: column.property },
    choices: column.choices?.map(({ id }) => id),
  })),
});

const wordsOf = (question: Question): object => {
  const { label, labelByPurpose, hint, anchors, anchorMeanings, choices, items, columns } = question;
  return { label, labelByPurpose, hint, anchors, anchorMeanings, choices, items, columns };
};
