import type { Answer } from './answer.ts';
import type { Assessment, Change, Edit } from './assessment.ts';
import { remember } from './history.ts';
import type { Pack, Question } from './pack.ts';
import { placeKey } from './place.ts';
import { plainValueFits, saysNothing } from './plain-fits.ts';
import { outcome, problem, type Outcome } from './problem.ts';
import { questionAt } from './question-at.ts';

/**
 * `assessment` after an edit that answers an ordinary question, of words, numbers, days or choices, as `apply` makes it
 * where nothing is said to rest on that answer. Fails with `wrong-kind` for every other change.
 */
export function applyAnswer(pack: Pack, assessment: Assessment, edit: Edit): Outcome<Assessment> {
  const { change } = edit;
  if (change.do !== 'answer') return problem('wrong-kind', {}, change.do);
  const question = questionAt(pack, assessment, change.at);
  if (!question.ok) return question;
  const answer = answerFor(question.value, change, (value) => plainValueFits(question.value, value));
  if (!answer.ok) return answer;
  const key = placeKey(change.at);
  const was = assessment.answers[key] ?? null;
  return outcome({ ...withAnswer(assessment, edit, key, was, answer.value), changedAt: edit.at }, []);
}

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
