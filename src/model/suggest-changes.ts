import { capacities, speakRules, type Capacity, type SuggestedClass, type SuggestionInputs } from './suggest-rules.ts';

/** One input that would be different. `by` counts ratings, never points. */
export type InputChange =
  | { readonly input: 'capacity'; readonly to: Capacity }
  | { readonly input: 'access'; readonly to: 'yes' | 'no' }
  | { readonly input: 'harm-after-return'; readonly to: 'yes' | 'no' }
  | {
      readonly input: 'linked-strengths' | 'evidenced-strengths' | 'active-risks' | 'serious-risks';
      readonly by: number;
    };

/** What would lead to another class, and to which. */
export interface WouldChange {
  readonly change: InputChange;
  readonly riskClass: SuggestedClass | null;
}

type Step = readonly [InputChange, SuggestionInputs];

/**
 * For every input and both directions, the smallest change of it alone that leads to another class (S5).
 *
 * Worked out by speaking the rules on each changed input, so it can never say otherwise than they do. What is not
 * known is no such change: nobody can say what it will turn out to be.
 */
export function wouldChange(inputs: SuggestionInputs): readonly WouldChange[] {
  const now = speakRules(inputs).riskClass;
  return ways(inputs).flatMap((steps) => {
    for (const [change, changed] of steps) {
      const { riskClass } = speakRules(changed);
      if (riskClass !== now) return [{ change, riskClass }];
    }
    return [];
  });
}

/** Each way an input can go, its smallest step first. */
function ways(inputs: SuggestionInputs): readonly (readonly Step[])[] {
  const { activeRisks, seriousRisks, linkedStrengths, evidencedStrengths, access, harmAfterReturn } = inputs;
  const at = inputs.capacity === null ? -1 : capacities.indexOf(inputs.capacity);
  const capacity = (to: Capacity): Step => [
    { input: 'capacity', to },
    { ...inputs, capacity: to },
  ];
  return [
    at < 0 ? [] : capacities.slice(at + 1).map(capacity),
    at < 0 ? [] : capacities.slice(0, at).reverse().map(capacity),
    counted(1, 1, (by) => [
      { input: 'linked-strengths', by },
      { ...inputs, linkedStrengths: linkedStrengths + by },
    ]),
    counted(linkedStrengths, -1, (by) => [
      { input: 'linked-strengths', by },
      { ...inputs, linkedStrengths: linkedStrengths + by },
    ]),
    counted(1, 1, (by) => [
      { input: 'evidenced-strengths', by },
      { ...inputs, evidencedStrengths: evidencedStrengths + by },
    ]),
    counted(evidencedStrengths - linkedStrengths, -1, (by) => [
      { input: 'evidenced-strengths', by },
      { ...inputs, evidencedStrengths: evidencedStrengths + by },
    ]),
    // One risk more is one that is not serious: a serious one has a way of its own.
    counted(1, 1, (by) => [
      { input: 'active-risks', by },
      { ...inputs, activeRisks: activeRisks + by },
    ]),
    counted(activeRisks, -1, (by) => [
      { input: 'active-risks', by },
      { ...inputs, activeRisks: activeRisks + by, seriousRisks: Math.min(seriousRisks, activeRisks + by) },
    ]),
    counted(1, 1, (by) => [
      { input: 'serious-risks', by },
      { ...inputs, seriousRisks: seriousRisks + by, activeRisks: activeRisks + by },
    ]),
    // A serious risk that is reducing is still a risk.
    counted(seriousRisks, -1, (by) => [
      { input: 'serious-risks', by },
      { ...inputs, seriousRisks: seriousRisks + by },
    ]),
    [
      access === 'no'
        ? [
            { input: 'access', to: 'yes' },
            { ...inputs, access: 'yes' },
          ]
        : [
            { input: 'access', to: 'no' },
            { ...inputs, access: 'no' },
          ],
    ],
    [
      [
        { input: 'harm-after-return', to: harmAfterReturn ? 'no' : 'yes' },
        { ...inputs, harmAfterReturn: !harmAfterReturn },
      ],
    ],
  ];
}

const counted = (most: number, direction: 1 | -1, step: (by: number) => Step): readonly Step[] =>
  Array.from({ length: Math.max(0, most) }, (_, index) => step(direction * (index + 1)));
