/** How far change has come, from nothing to lasting. */
export const capacities = ['none', 'early', 'shown', 'sustained'] as const;
export type Capacity = (typeof capacities)[number];

/** The classes the rules speak of, from the lowest to the highest; their words are the pack's. */
export const suggestedClasses = ['low', 'medium', 'high', 'severe'] as const;
export type SuggestedClass = (typeof suggestedClasses)[number];

export type SuggestionRule = 'R0' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6';
export type SuggestionFloor = 'F1' | 'F2' | 'F3';

/** What the rules look at, for one child. Counts, and never a sum of unlike things: nothing here is a score. */
export interface SuggestionInputs {
  /** Risk factors that apply to the child, the adults who count and the family; and how many of them nobody rated. */
  readonly applicable: number;
  readonly unknown: number;
  /** Risks that are active or reducing. */
  readonly activeRisks: number;
  /** Serious risks that are active, not reducing. */
  readonly seriousRisks: number;
  /** Evidenced strengths that guard against an active or reducing risk for this child; and all evidenced ones. */
  readonly linkedStrengths: number;
  readonly evidencedStrengths: number;
  /** The lowest of the adults who carry a risk; null where none of them has a rating. */
  readonly capacity: Capacity | null;
  /** Adults who carry a risk and have no capacity rating. */
  readonly unratedAdults: number;
  readonly access: 'yes' | 'no' | 'not-known';
  readonly harmAfterReturn: boolean;
}

/** What the rules say to the inputs. */
export interface RulesSpoken {
  readonly rule: SuggestionRule;
  /** Every floor that holds, whether or not it lifts anything. */
  readonly floors: readonly SuggestionFloor[];
  /** The class of the rule, lifted to the floors; null where there is too little to go by. */
  readonly riskClass: SuggestedClass | null;
}

/** More than this share of the risk factors unknown, in tenths: no class. */
export const tooManyUnknown = ({ unknown, applicable }: Pick<SuggestionInputs, 'unknown' | 'applicable'>): boolean =>
  unknown * 10 > applicable * 4;

/** The first rule that matches (S1), and the class it leads to with the floors (S2). */
export function speakRules(inputs: SuggestionInputs): RulesSpoken {
  const rule = firstRule(inputs);
  const floors = floorsFor(inputs);
  const base = classOf[rule];
  return { rule, floors, riskClass: base !== null && floors.length > 0 ? higher(base, 'high') : base };
}

const classOf: Readonly<Record<SuggestionRule, SuggestedClass | null>> = {
  R0: null,
  R1: 'severe',
  R2: 'high',
  R3: 'high',
  R4: 'medium',
  R5: 'low',
  R6: 'medium',
};

function firstRule(inputs: SuggestionInputs): SuggestionRule {
  const { activeRisks, linkedStrengths, evidencedStrengths, capacity, unratedAdults, applicable } = inputs;
  if (applicable === 0 || tooManyUnknown(inputs) || unratedAdults > 0) return 'R0';
  if (activeRisks === 0) return capacity === 'sustained' && evidencedStrengths > 0 ? 'R5' : 'R6';
  // A risk that no adult carries and nobody's capacity to judge it by: too little to go by.
  if (capacity === null) return 'R0';
  if (capacity === 'none' && linkedStrengths === 0) return 'R1';
  if (capacity === 'none' || capacity === 'early') return 'R2';
  return linkedStrengths === 0 ? 'R3' : 'R4';
}

function floorsFor({ access, seriousRisks, harmAfterReturn }: SuggestionInputs): readonly SuggestionFloor[] {
  const holds: readonly [SuggestionFloor, boolean][] = [
    ['F1', access !== 'no'],
    ['F2', seriousRisks > 0],
    ['F3', harmAfterReturn],
  ];
  return holds.flatMap(([floor, is]) => (is ? [floor] : []));
}

const higher = (one: SuggestedClass, other: SuggestedClass): SuggestedClass =>
  suggestedClasses.indexOf(one) < suggestedClasses.indexOf(other) ? other : one;
