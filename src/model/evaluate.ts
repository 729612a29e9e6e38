import type { PlainDate } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { evaluationBy, type ClassGaps, type Evaluation } from './evaluation.ts';
import { adultsSince } from './look-again.ts';
import { loweredEvidence, tooSoon } from './lowering.ts';
import type { Pack } from './pack.ts';
import { Reading } from './reading.ts';

export type { Evaluation, Instance, OpenMatter, Progress, Stop } from './evaluation.ts';

/** What applies, what is missing and what is open on this day (SPEC.md section V, P). Pure and whole. */
export function evaluate(pack: Pack, assessment: Assessment, on: PlainDate): Evaluation {
  const reading = new Reading(pack, assessment);
  return evaluationBy(reading, on, classGaps(reading));
}

/** What keeps a class, or the evidence for a lower one, from standing as it is (C1, C3). */
const classGaps =
  (reading: Reading): ClassGaps =>
  ({ key, question, place, answer, counts }, lookAgain) => {
    if (place.subject === null || !answer) return [];
    if (question.id === loweredEvidence) return counts ? tooSoon(reading, place.subject, place.round, answer) : [];
    // Only the class that stands now is looked at again; earlier ones are what was thought then.
    if (question.kind !== 'risk-class' || reading.latest(question, place.subject, 0)?.round !== place.round) return [];
    const adults = adultsSince(reading.assessment, key);
    if (adults.length === 0) return [];
    lookAgain.set(key, adults);
    return [{ code: 'look-again' }];
  };
