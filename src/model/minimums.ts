import type { PersonId } from './answer.ts';
import type { Assessment } from './assessment.ts';
import type { Minimum, Pack, Question } from './pack.ts';
import { Reading } from './reading.ts';

/** What the law asks for at least of the rows of `question`, for this child as things stand (V13). */
export function minimumsFor(
  pack: Pack,
  assessment: Assessment,
  { minimums = [] }: Pick<Question, 'minimums'>,
  child: PersonId | null,
): readonly Minimum[] {
  if (minimums.length === 0) return [];
  const reading = new Reading(pack, assessment);
  return minimums.filter(({ when }) => reading.holds(when, child, 0));
}
