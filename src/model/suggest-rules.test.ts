import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wouldChange } from './suggest-changes.ts';
import {
  capacities,
  speakRules,
  suggestedClasses,
  type Capacity,
  type RulesSpoken,
  type SuggestionInputs,
} from './suggest-rules.ts';

/** Of a hundred risk factors so many unknown; strengths count as linked while there is a risk, and as evidenced otherwise. */
const inputsOf = (
  unknown: number,
  activeRisks: number,
  seriousRisks: number,
  strengths: number,
  capacity: Capacity,
  access: SuggestionInputs['access'],
  harmAfterReturn = false,
): SuggestionInputs => ({
  applicable: 100,
  unknown,
  activeRisks,
  seriousRisks,
  linkedStrengths: activeRisks > 0 ? strengths : 0,
  evidencedStrengths: strengths,
  capacity,
  unratedAdults: 0,
  access,
  harmAfterReturn,
});

const quiet = inputsOf(0, 0, 0, 4, 'sustained', 'no');
const risky = inputsOf(0, 2, 0, 3, 'shown', 'no');

describe('S1 and S2 the examples of the pack', () => {
  test.each<[string, SuggestionInputs, RulesSpoken]>([
    ['no information', inputsOf(60, 2, 0, 1, 'shown', 'no'), { rule: 'R0', floors: [], riskClass: null }],
    [
      'active, no protection, no change',
      inputsOf(10, 4, 2, 0, 'none', 'yes'),
      { rule: 'R1', floors: ['F1', 'F2'], riskClass: 'severe' },
    ],
    [
      'active, some protection, no change',
      inputsOf(10, 3, 0, 2, 'none', 'no'),
      { rule: 'R2', floors: [], riskClass: 'high' },
    ],
    ['early change only', inputsOf(10, 2, 0, 3, 'early', 'no'), { rule: 'R2', floors: [], riskClass: 'high' }],
    [
      'change shown, protection evidenced',
      inputsOf(5, 2, 0, 3, 'shown', 'no'),
      { rule: 'R4', floors: [], riskClass: 'medium' },
    ],
    [
      'change shown but unsafe person has access',
      inputsOf(5, 2, 0, 3, 'sustained', 'yes'),
      { rule: 'R4', floors: ['F1'], riskClass: 'high' },
    ],
    [
      'past risks, sustained change',
      inputsOf(0, 0, 0, 4, 'sustained', 'no'),
      { rule: 'R5', floors: [], riskClass: 'low' },
    ],
    [
      'past risks, change too recent',
      inputsOf(0, 0, 0, 4, 'shown', 'no'),
      { rule: 'R6', floors: [], riskClass: 'medium' },
    ],
    [
      'change shown, nothing guards against the risk',
      inputsOf(10, 2, 0, 0, 'shown', 'no'),
      { rule: 'R3', floors: [], riskClass: 'high' },
    ],
    [
      'who has access is not known',
      inputsOf(10, 1, 0, 3, 'sustained', 'not-known'),
      { rule: 'R4', floors: ['F1'], riskClass: 'high' },
    ],
    [
      'harm after return lifts a low suggestion',
      inputsOf(0, 0, 0, 5, 'sustained', 'no', true),
      { rule: 'R5', floors: ['F3'], riskClass: 'high' },
    ],
    [
      'floor never lowers a severe suggestion',
      inputsOf(20, 6, 3, 0, 'none', 'not-known'),
      { rule: 'R1', floors: ['F1', 'F2'], riskClass: 'severe' },
    ],
  ])('%s', (_, inputs, spoken) => {
    expect(speakRules(inputs)).toEqual(spoken);
  });
});

describe('S1 at the edges', () => {
  test.each<[string, SuggestionInputs, RulesSpoken['rule']]>([
    ['exactly 40% unknown', { ...risky, unknown: 40 }, 'R4'],
    ['just above 40% unknown', { ...risky, unknown: 41 }, 'R0'],
    ['40% of 46', { ...risky, applicable: 46, unknown: 18 }, 'R4'],
    ['more than 40% of 46', { ...risky, applicable: 46, unknown: 19 }, 'R0'],
    ['no factors at all', { ...quiet, applicable: 0 }, 'R0'],
    ['an adult without a capacity rating', { ...risky, unratedAdults: 1 }, 'R0'],
    ['an adult without a capacity rating and no present risk', { ...quiet, unratedAdults: 1 }, 'R0'],
    ['a risk nobody carries', { ...risky, capacity: null }, 'R0'],
    ['no risk and nobody who carries one', { ...quiet, capacity: null }, 'R6'],
    ['no risk and nothing evidenced', { ...quiet, evidencedStrengths: 0 }, 'R6'],
    ['early change and nothing linked', { ...risky, capacity: 'early', linkedStrengths: 0 }, 'R2'],
    ['sustained and nothing linked', { ...risky, capacity: 'sustained', linkedStrengths: 0 }, 'R3'],
    ['sustained with a link', { ...risky, capacity: 'sustained' }, 'R4'],
    ['one link is enough', { ...risky, capacity: 'none', linkedStrengths: 1 }, 'R2'],
  ])('%s', (_, inputs, rule) => {
    expect(speakRules(inputs).rule).toBe(rule);
  });
});

const anyInputs: fc.Arbitrary<SuggestionInputs> = fc
  .record({
    applicable: fc.nat(50),
    unknown: fc.nat(50),
    activeRisks: fc.nat(6),
    seriousRisks: fc.nat(6),
    linkedStrengths: fc.nat(4),
    evidencedStrengths: fc.nat(4),
    capacity: fc.option(fc.constantFrom(...capacities), { nil: null }),
    unratedAdults: fc.nat(1),
    access: fc.constantFrom('yes' as const, 'no' as const, 'not-known' as const),
    harmAfterReturn: fc.boolean(),
  })
  .map((each) => ({
    ...each,
    unknown: Math.min(each.unknown, each.applicable),
    seriousRisks: Math.min(each.seriousRisks, each.activeRisks),
    linkedStrengths: each.activeRisks === 0 ? 0 : each.linkedStrengths,
    evidencedStrengths: Math.max(each.evidencedStrengths, each.activeRisks === 0 ? 0 : each.linkedStrengths),
  }));
const height = (each: RulesSpoken['riskClass']): number => (each === null ? -1 : suggestedClasses.indexOf(each));

describe('S2 floors', () => {
  test('lift to at least high, never lower, and make no class out of none', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const lifted = speakRules(inputs);
        const base = speakRules({ ...inputs, access: 'no', seriousRisks: 0, harmAfterReturn: false });
        expect(lifted.rule).toBe(base.rule);
        if (base.riskClass === null) expect(lifted.riskClass).toBeNull();
        else expect(height(lifted.riskClass)).toBe(Math.max(height(base.riskClass), lifted.floors.length > 0 ? 2 : 0));
      }),
    );
  });

  test('more capacity never leads to a higher class, and less information never to a lower one', () => {
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(...capacities), fc.constantFrom(...capacities), (inputs, one, other) => {
        const [less, more] = [one, other].toSorted((a, b) => capacities.indexOf(a) - capacities.indexOf(b));
        if (!less || !more) return;
        const at = (capacity: Capacity): number => height(speakRules({ ...inputs, capacity }).riskClass);
        expect(at(more)).toBeLessThanOrEqual(at(less));
        const known = speakRules({ ...inputs, access: 'no' }).riskClass;
        expect(height(speakRules({ ...inputs, access: 'not-known' }).riskClass)).toBeGreaterThanOrEqual(height(known));
      }),
    );
  });
});

describe('S5 what would change it', () => {
  test('for a medium suggestion', () => {
    expect(wouldChange(risky)).toEqual([
      { change: { input: 'capacity', to: 'early' }, riskClass: 'high' },
      { change: { input: 'linked-strengths', by: -3 }, riskClass: 'high' },
      { change: { input: 'serious-risks', by: 1 }, riskClass: 'high' },
      { change: { input: 'access', to: 'yes' }, riskClass: 'high' },
      { change: { input: 'harm-after-return', to: 'yes' }, riskClass: 'high' },
    ]);
  });

  test('a class held up by one floor falls when that is settled', () => {
    expect(wouldChange({ ...risky, capacity: 'sustained', access: 'not-known' })).toContainEqual({
      change: { input: 'access', to: 'no' },
      riskClass: 'medium',
    });
    expect(wouldChange({ ...risky, access: 'not-known', harmAfterReturn: true })).not.toContainEqual(
      expect.objectContaining({ change: { input: 'access', to: 'no' } }),
    );
  });

  test('a severe suggestion needs one step of capacity, or one link', () => {
    expect(wouldChange({ ...risky, capacity: 'none', linkedStrengths: 0 })).toEqual([
      { change: { input: 'capacity', to: 'early' }, riskClass: 'high' },
      { change: { input: 'linked-strengths', by: 1 }, riskClass: 'high' },
      { change: { input: 'active-risks', by: -2 }, riskClass: 'medium' },
    ]);
  });

  test('nothing where there is no class for want of knowledge', () => {
    expect(wouldChange({ ...risky, unknown: 44 })).toEqual([]);
    expect(wouldChange({ ...risky, unratedAdults: 1 })).toEqual([]);
  });

  /** The same inputs with one change made, put together apart from the program. */
  const withChange = (
    inputs: SuggestionInputs,
    { change }: ReturnType<typeof wouldChange>[number],
  ): SuggestionInputs => {
    switch (change.input) {
      case 'capacity':
        return { ...inputs, capacity: change.to };
      case 'access':
        return { ...inputs, access: change.to };
      case 'harm-after-return':
        return { ...inputs, harmAfterReturn: change.to === 'yes' };
      case 'linked-strengths':
        return { ...inputs, linkedStrengths: inputs.linkedStrengths + change.by };
      case 'evidenced-strengths':
        return { ...inputs, evidencedStrengths: inputs.evidencedStrengths + change.by };
      case 'serious-risks': {
        const more = Math.max(0, change.by);
        return { ...inputs, seriousRisks: inputs.seriousRisks + change.by, activeRisks: inputs.activeRisks + more };
      }
      case 'active-risks': {
        const activeRisks = inputs.activeRisks + change.by;
        return { ...inputs, activeRisks, seriousRisks: Math.min(inputs.seriousRisks, activeRisks) };
      }
    }
  };

  test('each change leads where it says, to another class, and one less of it does not', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const now = speakRules(inputs).riskClass;
        for (const each of wouldChange(inputs)) {
          expect(each.riskClass).not.toBe(now);
          expect(speakRules(withChange(inputs, each)).riskClass).toBe(each.riskClass);
          if (!('by' in each.change)) continue;
          const less = { ...each, change: { ...each.change, by: each.change.by - Math.sign(each.change.by) } };
          expect(speakRules(withChange(inputs, less)).riskClass).toBe(now);
        }
      }),
      { numRuns: 500 },
    );
  });
});
