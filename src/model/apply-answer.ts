import type { Answer } from './answer.ts';
import type { Assessment, Change, Edit } from './assessment.ts';
import { remember } from './history.ts';
import type { Question } from './pack.ts';
import { saysNothing } from './plain-fits.ts';
import { outcome, problem, type Outcome } from './problem.ts';

/** The answer as it is kept; null where it says nothing. */
export function answerFor(
  question: Question,
  { at, answer }: Extract<Change, { do: 'answer' }>,
  fits: (value: unknown) => boolean,
): Outcome<Answer | null> {
  if (answer?.is === 'given' && !fits(answer.value)) return problem('value-does-not-fit', at, question.kind);
  if (!answer || saysNothing(answer)) return outcome(null, []);
  return outcome(answer.note === '' ? without(answer, 'note') : answer, []);
}

/** `assessment` with this answer, and what it was before in its history. */
export function withAnswer(
  assessment: Assessment,
  edit: Edit,
  key: string,
  was: Answer | null,
  answer: Answer | null,
): Assessment {
  return {
    ...assessment,
    answers: answer === null ? without(assessment.answers, key) : { ...assessment.answers, [key]: answer },
    history: remember(assessment.history, edit, { place: key }, was),
  };
}

/** `whole` without these keys, all of them ones that may be absent. */
export function without<T extends object>(whole: T, ...keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key))) as T;
}
