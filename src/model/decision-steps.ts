import type { Assessment, Person } from './assessment.ts';
import type { Evaluation, Instance } from './evaluate.ts';
import type { Pack, StepNote } from './pack.ts';
import { childrenInScope } from './people.ts';
import { Reading } from './reading.ts';
import { applies } from './timetable.ts';

/** A decision or approval that applies now, and what the law asks beside it. */
export interface DecisionStep {
  readonly instance: Instance;
  readonly notes: readonly StepNote[];
}

/** The decisions and approvals that apply, in the order of the timetable (W10). */
export interface StepsOf {
  /** Null for what is decided for the family. */
  readonly child: Person | null;
  readonly steps: readonly DecisionStep[];
}

/** What has to be decided and approved for the family and for each child in scope, by what the answers say now (W10). */
export function decisionSteps(pack: Pack, assessment: Assessment, evaluation: Evaluation): readonly StepsOf[] {
  const reading = new Reading(pack, assessment);
  const { steps, notes } = pack.timetable;
  return [null, ...childrenInScope(assessment)].map((child) => ({
    child,
    steps: steps.flatMap((id) =>
      evaluation.applies
        .filter(({ question, person }) => question.id === id && (person?.id ?? null) === (child?.id ?? null))
        .map((instance) => ({
          instance,
          notes: notes.filter((note) => note.step === id && applies(note, child, reading, evaluation.on)),
        })),
    ),
  }));
}
