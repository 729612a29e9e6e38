import type { Assessment, Place } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Pack, Question } from './pack.ts';
import { outcome, problem, type Outcome } from './problem.ts';

/** The question a place belongs to; fails where the place cannot be one of this assessment (E12). */
export function questionAt(pack: Pack, assessment: Assessment, at: Place): Outcome<Question> {
  const question = packIndex(pack).questions.get(at.question);
  if (!question) return problem('unknown-question', at);
  const personal = question.repeats.includes('child') || question.repeats.includes('carer');
  const known = at.subject !== null && assessment.people.some(({ id }) => id === at.subject);
  if (personal ? !known : at.subject !== null) return problem('wrong-subject', at);
  if (question.repeats.includes('round') ? !Number.isSafeInteger(at.round) || at.round < 1 : at.round !== 0)
    return problem('wrong-round', at);
  return outcome(question, []);
}
