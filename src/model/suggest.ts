import type { PersonId, PlainDate, RowId } from './answer.ts';
import type { Assessment, PlaceKey } from './assessment.ts';
import type { FactorId, Pack, RiskClassId } from './pack.ts';
import { personById } from './people.ts';
import { HomewardError } from './problem.ts';
import { Reading } from './reading.ts';
import { wouldChange, type WouldChange } from './suggest-changes.ts';
import { readInputs, spokenOf, type Caution, type Missing, type Read } from './suggest-inputs.ts';
import type { FactorOf } from './suggest-ratings.ts';
import type { Capacity, SuggestionFloor, SuggestionRule } from './suggest-rules.ts';
import type { RateAgain } from './suggest-since.ts';

/** One thing the suggestion rests on. Words for rules and floors are the pack's. */
export type Reason =
  | { readonly kind: 'rule'; readonly rule: SuggestionRule }
  /** In place of a rule: what has to be rated again first. */
  | ({ readonly kind: 'again' } & RateAgain)
  /** `at`: the answers that make it hold. */
  | { readonly kind: 'floor'; readonly floor: SuggestionFloor; readonly at: readonly PlaceKey[] }
  | {
      readonly kind: 'risk';
      readonly factor: FactorId;
      readonly of: PersonId | null;
      readonly status: string;
      readonly serious: boolean;
      readonly at: PlaceKey;
    }
  | { readonly kind: 'strength'; readonly factor: FactorId; readonly of: PersonId | null; readonly at: PlaceKey }
  | {
      readonly kind: 'capacity';
      readonly of: PersonId;
      readonly capacity: Capacity;
      readonly row: RowId;
      readonly at: PlaceKey;
    };

/** The class that the ratings point to, for discussion; never an answer. No score, no sentence. */
export interface Suggestion {
  /** Null where there is too little to go by. */
  readonly riskClass: RiskClassId | null;
  /** The rule (or what has to be rated again) first, then the floors, the risks, the strengths that count and the capacity. */
  readonly reasons: readonly Reason[];
  readonly missing: readonly Missing[];
  readonly wouldChange: readonly WouldChange[];
  readonly cautions: readonly Caution[];
}

/**
 * The class suggested for a child from the answers at or before a round (0: the latest), with everything it rests on
 * (SPEC.md section S).
 *
 * Throws `unknown-child` where the person is nobody, or no child: a fault of the caller.
 */
export function suggestRiskClass(
  pack: Pack,
  assessment: Assessment,
  at: { readonly child: PersonId; readonly round: number; readonly on: PlainDate },
): Suggestion {
  const child = personById(assessment, at.child);
  if (child?.role !== 'child')
    throw new HomewardError('unknown-child', 'A suggestion was asked for nobody, or for no child.');
  const read = readInputs({ pack, assessment, reading: new Reading(pack, assessment), child, round: at.round }, at.on);
  const { rule, floors, riskClass } = spokenOf(read);
  return {
    riskClass,
    reasons: [
      ...(rule ? [{ kind: 'rule', rule } as const] : []),
      ...(read.again ? [{ kind: 'again', ...read.again } as const] : []),
      ...floors.map((floor): Reason => ({ kind: 'floor', floor, at: placesOf(floor, read) })),
      ...read.risks.map((risk): Reason => ({
        kind: 'risk',
        ...about(risk),
        status: risk.rating?.status ?? '',
        serious: risk.factor.serious,
      })),
      ...read.strengths.map((strength): Reason => ({ kind: 'strength', ...about(strength) })),
      ...read.capacities.map((rated): Reason => ({ kind: 'capacity', ...rated })),
    ],
    missing: read.missing,
    wouldChange: read.again ? [] : wouldChange(read.inputs),
    cautions: read.cautions,
  };
}

const about = ({ factor, of, at }: FactorOf): { factor: FactorId; of: PersonId | null; at: PlaceKey } => ({
  factor: factor.id,
  of,
  at,
});

function placesOf(floor: SuggestionFloor, { risks, access, harm }: Read): readonly PlaceKey[] {
  switch (floor) {
    case 'F1':
      return [access];
    case 'F2':
      return [
        ...new Set(
          risks.filter(({ factor, rating }) => factor.serious && rating?.status === 'active').map(({ at }) => at),
        ),
      ];
    case 'F3':
      return [harm];
  }
}
