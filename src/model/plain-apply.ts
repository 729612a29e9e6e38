import { answerFor, withAnswer } from './apply-answer.ts';
import type { Assessment, Edit } from './assessment.ts';
import type { Pack } from './pack.ts';
import { placeKey } from './place.ts';
import { plainValueFits } from './plain-fits.ts';
import { outcome, problem, type Outcome } from './problem.ts';
import { questionAt } from './question-at.ts';

/**
 * `assessment` after an edit that answers an ordinary question, of words, numbers, days or choices, as `apply` makes it
 * where nothing is said to rest on that answer. Fails with `wrong-kind` for every other change.
 */
export function plainApply(pack: Pack, assessment: Assessment, edit: Edit): Outcome<Assessment> {
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
