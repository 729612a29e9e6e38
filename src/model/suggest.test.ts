import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  child,
  choices,
  column,
  given,
  notKnown,
  packWith,
  parent,
  row,
} from '../../test/fixtures/small-pack.ts';
import type { Answer, Rating, Value } from './answer.ts';
import type { Assessment, Person, RoundEvent } from './assessment.ts';
import type { Factor } from './pack.ts';
import { suggestRiskClass, type Reason, type Suggestion } from './suggest.ts';

const factor = (id: string, set: string, serious = false): Factor => ({ id, set, label: id, serious, sources: [] });
const factors = [
  factor('drink', 'parent-risk', true),
  factor('denial', 'parent-risk'),
  factor('uses-help', 'parent-protective'),
  factor('under-five', 'child-risk'),
  factor('afraid', 'child-risk', true),
  factor('school', 'child-protective'),
  factor('new-partner-unknown', 'family-risk', true),
  factor('aunt', 'family-protective'),
];
const inRounds = ['factors-parent', 'factors-child', 'factors-family', 'change-evidence', 'perpetrator-access'];
const pack = packWith(
  [
    {
      id: 'factors-parent',
      kind: 'factor-rating',
      repeats: ['carer', 'round'],
      factorSets: ['parent-risk', 'parent-protective'],
    },
    {
      id: 'factors-child',
      kind: 'factor-rating',
      repeats: ['child', 'round'],
      factorSets: ['child-risk', 'child-protective'],
    },
    {
      id: 'factors-family',
      kind: 'factor-rating',
      repeats: ['round'],
      factorSets: ['family-risk', 'family-protective'],
    },
    {
      id: 'change-evidence',
      kind: 'table',
      repeats: ['carer', 'round'],
      columns: [
        column('status', { kind: 'single-choice', choices: choices('active', 'reducing', 'past') }),
        column('months', { kind: 'number' }),
        column('capacity', { kind: 'single-choice', choices: choices('none', 'early', 'shown', 'sustained') }),
      ],
    },
    { id: 'perpetrator-access', kind: 'yes-no-unknown', repeats: ['child', 'round'], purposes: ['home'] },
    { id: 'previous-returns', kind: 'yes-no-unknown', repeats: ['child'] },
    { id: 'harm-after-return', kind: 'yes-no-unknown', repeats: ['child'] },
  ],
  {
    factors,
    stages: [1, 2, 3].map((round) => ({
      id: `stage-${String(round)}`,
      sections: [
        {
          id: `section-${String(round)}`,
          round,
          asks: [
            ...inRounds,
            ...(round === 1 ? ['previous-returns'] : []),
            ...(round === 3 ? ['harm-after-return'] : []),
          ],
        },
      ],
    })),
  },
);
const rating = (id: string, status: string, of: string | null, guards: Rating['guards'] = []): Rating => ({
  factor: id,
  of,
  status,
  ...(guards.length > 0 ? { guards } : {}),
});
const ofWren = (drink: string, denial: string, helps = 'absent', guards: Rating['guards'] = []): readonly Rating[] => [
  rating('drink', drink, 'wren'),
  rating('denial', denial, 'wren'),
  rating('uses-help', helps, 'wren', guards),
];
const change = (capacity: string, months?: number, status = 'reducing') =>
  row(`row-${status}-${capacity}`, { status, capacity, ...(months === undefined ? {} : { months }) });
const guardsMoss = [{ risk: 'drink', of: 'wren', child: 'moss' }];

const people: readonly Person[] = [
  child('moss', { born: '2014-05-01' }),
  child('juniper', { born: '2015' }),
  parent('wren'),
];
/** A family where drinking is reducing, guarded against for Moss, with change shown: medium. */
const answers: Readonly<Record<string, Answer | Value>> = {
  'factors-parent@1~wren': ofWren('reducing', 'past', 'evidenced', guardsMoss),
  'factors-child@1~moss': [
    rating('under-five', 'absent', 'moss'),
    rating('afraid', 'absent', 'moss'),
    rating('school', 'claimed', 'moss'),
  ],
  'factors-child@1~juniper': [rating('under-five', 'absent', 'juniper'), rating('afraid', 'absent', 'juniper')],
  'factors-family@1': [rating('new-partner-unknown', 'absent', null), rating('aunt', 'evidenced', null)],
  'change-evidence@1~wren': [change('shown', 9), change('none', 0, 'past')],
  'perpetrator-access@1~moss': given('no', 'checked'),
  'perpetrator-access@1~juniper': given('no', 'checked'),
};

interface At {
  readonly child?: string;
  readonly round?: number;
  readonly on?: string;
}
const suggest = (
  more: Readonly<Record<string, Answer | Value>> = {},
  { child: id = 'moss', round = 1, on = '2026-01-01' }: At = {},
  rest: Partial<Assessment> = {},
): Suggestion =>
  suggestRiskClass(pack, assessmentOf(pack, { ...answers, ...more }, people, rest), { child: id, round, on });
const of = <K extends Reason['kind']>({ reasons }: Suggestion, kind: K): Extract<Reason, { kind: K }>[] =>
  reasons.filter((each): each is Extract<Reason, { kind: K }> => each.kind === kind);
const cautions = (suggestion: Suggestion): readonly string[] => suggestion.cautions.map(({ id }) => id);
const missing = (suggestion: Suggestion): readonly string[] =>
  suggestion.missing.map((each) =>
    [each.kind, 'factor' in each ? each.factor : '', each.of, 'at' in each ? each.at : ''].filter(Boolean).join(' '),
  );

test('S1 a suggestion comes with everything it rests on, and where each stands', () => {
  expect(suggest()).toMatchObject({
    riskClass: 'medium',
    reasons: [
      { kind: 'rule', rule: 'R4' },
      { kind: 'risk', factor: 'drink', of: 'wren', status: 'reducing', serious: true, at: 'factors-parent@1~wren' },
      { kind: 'strength', factor: 'uses-help', of: 'wren', at: 'factors-parent@1~wren' },
      { kind: 'capacity', of: 'wren', capacity: 'shown', row: 'row-reducing-shown', at: 'change-evidence@1~wren' },
    ],
    missing: [],
    cautions: [],
  });
});

describe('S2 floors', () => {
  test.each<[string, Record<string, Answer | Value>, string, readonly string[]]>([
    ['access yes', { 'perpetrator-access@1~moss': given('yes', 'seen') }, 'F1', ['perpetrator-access@1~moss']],
    ['access not known', { 'perpetrator-access@1~moss': notKnown }, 'F1', ['perpetrator-access@1~moss']],
    [
      'access declined',
      { 'perpetrator-access@1~moss': { is: 'declined', reason: 'r' } },
      'F1',
      ['perpetrator-access@1~moss'],
    ],
    [
      'a serious risk active',
      { 'factors-parent@1~wren': ofWren('active', 'past', 'evidenced', guardsMoss) },
      'F2',
      ['factors-parent@1~wren'],
    ],
    [
      'a serious risk to the child',
      { 'factors-child@1~moss': [rating('afraid', 'active', 'moss'), rating('under-five', 'absent', 'moss')] },
      'F2',
      ['factors-child@1~moss'],
    ],
  ])('%s', (_, more, floor, at) => {
    const suggestion = suggest(more);
    expect(suggestion.riskClass).toBe('high');
    expect(of(suggestion, 'floor')).toEqual([{ kind: 'floor', floor, at }]);
  });

  test('harm after return, once it was asked', () => {
    const harm = { 'harm-after-return~moss': given('yes', 'a bruise') };
    expect(of(suggest(harm, { round: 3 }), 'floor')).toEqual([
      { kind: 'floor', floor: 'F3', at: ['harm-after-return~moss'] },
    ]);
    expect(suggest(harm, { round: 3 }).riskClass).toBe('high');
  });

  test('S7 what a later round asks for the first time says nothing about an earlier one', () => {
    const harm = { 'harm-after-return~moss': given('yes', 'a bruise') };
    expect([suggest(harm, { round: 1 }).riskClass, suggest(harm, { round: 2 }).riskClass]).toEqual([
      'medium',
      'medium',
    ]);
  });

  test('one child is not another', () => {
    expect(of(suggest({ 'perpetrator-access@1~juniper': given('yes', 'seen') }), 'floor')).toEqual([]);
  });
});

describe('S3 who counts', () => {
  const withAdult = (more: Partial<Person>, said: Record<string, Answer | Value> = {}): Suggestion =>
    suggest(said, {}, { people: [...people, parent('flint', more)] });

  test.each<[string, Partial<Person>, boolean]>([
    ['lives there, not assessed', { assessedAsCarer: false }, true],
    ['part of the time', { assessedAsCarer: false, inHousehold: 'part-time' }, true],
    ['disputed', { assessedAsCarer: false, inHousehold: 'disputed' }, true],
    ['assessed, elsewhere', { inHousehold: 'elsewhere' }, true],
    ['only visits', { assessedAsCarer: false, inHousehold: 'visits-often' }, false],
    ['elsewhere', { assessedAsCarer: false, inHousehold: 'elsewhere' }, false],
    ['taken out', { removed: true }, false],
    ['merged with Wren', { mergedInto: 'wren' }, false],
  ])('an adult who is %s leaves their risks unknown: %o', (_, more, counts) => {
    const unknown = missing(withAdult(more)).filter((each) => each.startsWith('rating'));
    expect(unknown).toEqual(
      counts ? ['rating drink flint factors-parent@1~flint', 'rating denial flint factors-parent@1~flint'] : [],
    );
  });

  test('S10 ratings of somebody who is not asked are not read', () => {
    const flint = { 'factors-parent@1~flint': ofWren('active', 'active') };
    expect(of(withAdult({ assessedAsCarer: false, inHousehold: 'visits-often' }, flint), 'risk')).toHaveLength(1);
    expect(of(withAdult({ inHousehold: 'visits-often' }, flint), 'risk')).toHaveLength(3);
  });

  test('the other child’s factors do not count', () => {
    const juniper = [rating('under-five', 'active', 'juniper'), rating('afraid', 'active', 'juniper')];
    expect(suggest({ 'factors-child@1~juniper': juniper }).riskClass).toBe('medium');
    expect(suggest({ 'factors-child@1~juniper': juniper }, { child: 'juniper' }).riskClass).toBe('high');
  });

  test('nobody, and somebody who is no child, are faults of the caller', () => {
    for (const id of ['nobody', 'wren'])
      expect(() => suggest({}, { child: id })).toThrow(expect.objectContaining({ code: 'unknown-child' }));
  });

  test('a child merged into another is that child', () => {
    const merged = [...people, child('mosss', { mergedInto: 'moss' })];
    expect(suggest({}, { child: 'mosss' }, { people: merged })).toEqual(suggest());
  });
});

describe('S4 links', () => {
  const helps = (status: string, guards: Rating['guards']): Suggestion =>
    suggest({ 'factors-parent@1~wren': ofWren('reducing', 'past', status, guards) });

  test.each<[string, string, Rating['guards'], number]>([
    ['evidenced, for this child, against a risk that is there', 'evidenced', guardsMoss, 1],
    ['claimed only', 'claimed', guardsMoss, 0],
    ['guarding against nothing', 'evidenced', [], 0],
    ['for the other child', 'evidenced', [{ risk: 'drink', of: 'wren', child: 'juniper' }], 0],
    ['against a risk that is past', 'evidenced', [{ risk: 'denial', of: 'wren', child: 'moss' }], 0],
    ['against a risk of nobody who counts', 'evidenced', [{ risk: 'drink', of: 'flint', child: 'moss' }], 0],
    ['against a risk of the family that is not there', 'evidenced', [{ risk: 'drink', of: null, child: 'moss' }], 0],
    ['by two risks, once', 'evidenced', [...guardsMoss, ...guardsMoss], 1],
  ])('%s', (_, status, guards, linked) => {
    const suggestion = helps(status, guards);
    expect(of(suggestion, 'strength')).toHaveLength(linked);
    expect(suggestion.riskClass).toBe(linked > 0 ? 'medium' : 'high');
  });

  test('while there is no risk, every evidenced strength counts', () => {
    const suggestion = suggest({ 'factors-parent@1~wren': ofWren('past', 'past', 'evidenced', guardsMoss) });
    expect(of(suggestion, 'strength').map(({ factor }) => factor)).toEqual(['uses-help', 'aunt']);
  });
});

describe('S6 capacity', () => {
  const withRows = (...rows: readonly ReturnType<typeof change>[]): Suggestion =>
    suggest({ 'change-evidence@1~wren': rows });
  test.each<[string, readonly ReturnType<typeof change>[], string | undefined]>([
    ['the lowest of what is still there', [change('sustained', 9, 'active'), change('early', 2)], 'early'],
    ['past ones do not count while others are there', [change('none', 0, 'past'), change('shown', 9)], 'shown'],
    ['past ones count alone', [change('sustained', 16, 'past'), change('shown', 9, 'past')], 'shown'],
    ['sustained for six months', [change('sustained', 6)], 'sustained'],
    ['sustained for less is shown', [change('sustained', 5)], 'shown'],
    ['sustained for nobody knows how long is shown', [change('sustained')], 'shown'],
    ['no rows', [], undefined],
    ['a row without a status', [row('r', { capacity: 'none' })], undefined],
  ])('%s', (_, rows, expected) => {
    expect(of(withRows(...rows), 'capacity')[0]?.capacity).toBe(expected);
  });

  test.each([
    [3, 'sustained', []],
    [9, 'shown', ['C4']],
  ] as const)(
    'where a council asks for %i months, five months of sustained change are %s',
    (months, expected, warned) => {
      const local = { ...pack, lowering: { months, after: [] } };
      const rated = assessmentOf(local, { ...answers, 'change-evidence@1~wren': [change('sustained', 5)] }, people);
      const suggestion = suggestRiskClass(local, rated, { child: 'moss', round: 1, on: '2026-01-01' });
      expect(of(suggestion, 'capacity')[0]?.capacity).toBe(expected);
      expect(cautions(suggestion)).toEqual(warned);
    },
  );

  test('an adult with a risk and no rating: no class', () => {
    const suggestion = withRows();
    expect([suggestion.riskClass, missing(suggestion)]).toEqual([null, ['capacity wren change-evidence@1~wren']]);
  });

  test('an adult without a risk needs none', () => {
    const fine = {
      'factors-parent@1~wren': ofWren('absent', 'absent', 'evidenced'),
      'change-evidence@1~wren': notKnown,
    };
    expect(suggest(fine)).toMatchObject({ riskClass: 'medium', reasons: [{ rule: 'R6' }, {}, {}], missing: [] });
  });

  test('a past risk is still carried', () => {
    const past = { 'factors-parent@1~wren': ofWren('past', 'absent', 'evidenced'), 'change-evidence@1~wren': notKnown };
    expect(suggest(past).riskClass).toBeNull();
  });

  test('the lowest of the adults who carry a risk counts', () => {
    const both = { people: [...people, parent('flint')] };
    const said = (drink: string) => ({
      'factors-parent@1~flint': [rating('drink', drink, 'flint'), rating('denial', 'absent', 'flint')],
      'change-evidence@1~flint': [change('none', 0)],
    });
    expect(suggest(said('past'), {}, both).riskClass).toBe('high');
    expect(suggest(said('absent'), {}, both).riskClass).toBe('medium');
  });
});

describe('S7 rounds', () => {
  const later = {
    'factors-parent@2~wren': [rating('drink', 'past', 'wren')],
    'change-evidence@3~wren': [change('sustained', 20, 'past')],
  };
  test('each factor and answer is read from its latest round', () => {
    expect(of(suggest(later, { round: 2 }), 'risk')).toEqual([]);
    expect(of(suggest(later, { round: 3 }), 'capacity')[0]).toMatchObject({
      capacity: 'sustained',
      at: 'change-evidence@3~wren',
    });
    expect(suggest(later, { round: 3 }).riskClass).toBe('low');
    expect(suggest(later, { round: 0 })).toEqual(suggest(later, { round: 3 }));
  });

  test('a later round says nothing about an earlier one', () => {
    expect(suggest(later, { round: 1 })).toEqual(suggest());
  });

  test('a factor a later round does not speak of keeps its rating', () => {
    const suggestion = suggest({ 'factors-parent@2~wren': [rating('denial', 'active', 'wren')] }, { round: 2 });
    expect(of(suggestion, 'risk').map(({ factor, at }) => [factor, at])).toEqual([
      ['drink', 'factors-parent@1~wren'],
      ['denial', 'factors-parent@2~wren'],
    ]);
  });

  test('a round that says the list is not known ends the search', () => {
    expect(missing(suggest({ 'factors-parent@2~wren': notKnown }, { round: 2 }))).toEqual([
      'rating drink wren factors-parent@2~wren',
      'rating denial wren factors-parent@2~wren',
    ]);
  });

  test('a note alone in a later round leaves the earlier answer standing', () => {
    const noted: Answer = { is: 'unread', text: '', note: 'ask the police again' };
    expect(suggest({ 'perpetrator-access@2~moss': noted }, { round: 2 }).riskClass).toBe('medium');
  });

  test('a round somebody opened is read like any other', () => {
    const opened = { rounds: [{ round: 4, reason: 'new harm', on: '2026-02-01' }] };
    const worse = { 'factors-parent@4~wren': [rating('drink', 'active', 'wren')] };
    expect([suggest(worse, { round: 3 }, opened).riskClass, suggest(worse, { round: 4 }, opened).riskClass]).toEqual([
      'medium',
      'high',
    ]);
  });

  test('S10 an answer that does not apply is not read', () => {
    const away = { purpose: 'away', 'perpetrator-access@1~moss': given('no', 'checked') };
    expect(of(suggest(away), 'floor')).toEqual([{ kind: 'floor', floor: 'F1', at: ['perpetrator-access@1~moss'] }]);
  });
});

describe('S12 a round opened because something happened', () => {
  const everything: Readonly<Record<string, Answer | Value>> = {
    'factors-parent@4~wren': ofWren('reducing', 'past', 'evidenced', guardsMoss),
    'factors-child@4~moss': [rating('under-five', 'absent', 'moss'), rating('afraid', 'absent', 'moss')],
    'factors-family@4': [rating('new-partner-unknown', 'absent', null)],
    'change-evidence@4~wren': [change('shown', 9)],
    'perpetrator-access@4~moss': given('no', 'checked again'),
  };
  const less = (...keys: readonly string[]) =>
    Object.fromEntries(Object.entries(everything).filter(([key]) => !keys.includes(key)));
  const opened = (event?: RoundEvent, ...more: readonly Person[]): Partial<Assessment> => ({
    rounds: [{ round: 4, reason: 'as it was said', on: '2026-02-01', ...(event ? { event } : {}) }],
    people: [...people, ...more],
  });
  const again = (suggestion: Suggestion) => of(suggestion, 'again').map(({ event, round, at }) => [event, round, at]);

  test.each<RoundEvent>(['harm', 'breakdown'])('%s: nothing is read from before, and no class comes of it', (event) => {
    const suggestion = suggest({}, { round: 4 }, opened(event));
    expect(suggestion).toMatchObject({ riskClass: null, wouldChange: [] });
    expect(suggestion.reasons).toEqual([
      {
        kind: 'again',
        event,
        round: 4,
        at: ['factors-parent@4~wren', 'factors-child@4~moss', 'factors-family@4'],
      },
    ]);
    expect(missing(suggestion)).toContain('access moss perpetrator-access@4~moss');
  });

  test('once everything has been rated again the rules speak, of the new ratings alone', () => {
    const suggestion = suggest(everything, { round: 4 }, opened('harm'));
    expect(suggestion.riskClass).toBe('medium');
    expect(suggestion.reasons.flatMap((reason) => ('at' in reason ? [reason.at].flat() : []))).toSatisfy(
      (places: readonly string[]) => places.every((at) => at.includes('@4')),
    );
  });

  test.each([
    ['one list', 'factors-family@4', [['harm', 4, ['factors-family@4']]]],
    ['the child', 'factors-child@4~moss', [['harm', 4, ['factors-child@4~moss']]]],
  ])('while %s is left, there is no class', (_, key, expected) => {
    expect(again(suggest(less(key), { round: 4 }, opened('harm')))).toEqual(expected);
  });

  test('a planned round that is used for something is one, and holds for later rounds as well', () => {
    const used: Partial<Assessment> = { rounds: [{ round: 2, reason: 'used', on: '2026-02-01', event: 'harm' }] };
    const at = (round: number) => [
      `factors-parent@${round}~wren`,
      `factors-child@${round}~moss`,
      `factors-family@${round}`,
    ];
    expect(again(suggest({}, { round: 1 }, used))).toEqual([]);
    expect(suggest({}, { round: 2 }, used).riskClass).toBeNull();
    expect(again(suggest({}, { round: 2 }, used))).toEqual([['harm', 2, at(2)]]);
    expect(again(suggest({}, { round: 3 }, used))).toEqual([['harm', 2, at(3)]]);
    const rated = Object.fromEntries(Object.entries(everything).map(([key, said]) => [key.replace('@4', '@2'), said]));
    expect(suggest(rated, { round: 2 }, used).riskClass).toBe('medium');
  });

  test('harm that was recorded without a round lifts, and leaves what was read', () => {
    const suggestion = suggest({ 'harm-after-return~moss': given('yes', 'a bruise') }, { round: 3 });
    expect(suggestion.riskClass).toBe('high');
    expect(again(suggestion)).toEqual([]);
  });

  test('one risk left out of a list keeps the class back; one said to be not known does not', () => {
    const part = (...ratings: readonly Rating[]) =>
      suggest({ ...everything, 'factors-parent@4~wren': ratings }, { round: 4 }, opened('harm'));
    const drink = rating('drink', 'reducing', 'wren');
    expect(again(part(drink))).toEqual([['harm', 4, ['factors-parent@4~wren']]]);
    expect(again(part(drink, rating('denial', 'not-known', 'wren')))).toEqual([]);
  });

  test('how far change has come, and who could reach the child, are not read from before either', () => {
    const without = suggest(less('change-evidence@4~wren', 'perpetrator-access@4~moss'), { round: 4 }, opened('harm'));
    expect(of(without, 'rule')).toEqual([{ kind: 'rule', rule: 'R0' }]);
    expect(missing(without)).toContain('capacity wren change-evidence@4~wren');
    expect(of(suggest(less('perpetrator-access@4~moss'), { round: 4 }, opened('harm')), 'floor')).toEqual([
      { kind: 'floor', floor: 'F1', at: ['perpetrator-access@4~moss'] },
    ]);
  });

  test('a new adult: that adult, the child and the family; the adults before keep their ratings', () => {
    const robin = parent('robin');
    const key = 'factors-parent@4~robin';
    const rest = less('factors-parent@4~wren', 'change-evidence@4~wren');
    const withRobin = opened('adult', robin);
    const suggested = (more: Readonly<Record<string, Answer | Value>>) =>
      suggestRiskClass(pack, assessmentOf(pack, { ...answers, ...more }, [...people, robin], withRobin), {
        child: 'moss',
        round: 4,
        on: '2026-02-01',
      });
    expect(again(suggested({}))).toEqual([['adult', 4, [key, 'factors-child@4~moss', 'factors-family@4']]]);
    expect(again(suggested(rest))).toEqual([['adult', 4, [key]]]);
    const robins = [rating('drink', 'absent', 'robin'), rating('denial', 'absent', 'robin')];
    expect(suggested({ ...rest, [key]: robins }).riskClass).toBe('medium');
  });

  test('an adult who had left and has come back since is as new; one who stayed, or has left, is not', () => {
    const robin = parent('robin', { inHousehold: 'lives-there' });
    const key = 'factors-parent@4~robin';
    const history = [
      { place: 'factors-parent@1~robin', from: '2026-01-01', by: '', was: null },
      { person: 'robin', from: '2026-01-10', by: '', was: robin },
      {
        person: 'robin',
        from: '2026-01-20',
        by: '',
        was: { ...robin, inHousehold: 'elsewhere', assessedAsCarer: false },
      },
    ] as unknown as Assessment['history'];
    const told = (now: Person, sittings: number) =>
      again(
        suggestRiskClass(
          pack,
          assessmentOf(
            pack,
            {
              ...answers,
              ...less('factors-parent@4~wren', 'change-evidence@4~wren'),
              'factors-parent@1~robin': [rating('drink', 'past', 'robin'), rating('denial', 'absent', 'robin')],
            },
            [...people, now],
            { rounds: opened('adult').rounds ?? [], history: history.slice(0, sittings) },
          ),
          { child: 'moss', round: 4, on: '2026-02-01' },
        ),
      );
    expect(told(robin, 1)).toEqual([]);
    expect(told(robin, 3)).toEqual([['adult', 4, [key]]]);
    expect(told({ ...robin, inHousehold: 'elsewhere', assessedAsCarer: false }, 2)).toEqual([]);
  });

  test('earlier rounds stand as they were, and later ones read from the event on', () => {
    const rest: Partial<Assessment> = {
      rounds: [...(opened('harm').rounds ?? []), { round: 5, reason: '', on: '2026-03-01', event: 'other' }],
    };
    expect(suggest(everything, { round: 3 }, rest).riskClass).toBe('medium');
    expect(suggest(everything, { round: 5 }, rest).riskClass).toBe('medium');
    expect(again(suggest({}, { round: 5 }, rest))).toMatchObject([
      ['harm', 4, [/factors/, /factors/, /factors/].map(() => expect.stringContaining('@5') as string)],
    ]);
  });

  test.each([undefined, 'other' as const])('a round opened for %s is read like any other', (event) => {
    expect(suggest({}, { round: 4 }, opened(event)).riskClass).toBe('medium');
  });
});

describe('S8 cautions', () => {
  test.each<[string, Record<string, Answer | Value>, readonly string[]]>([
    ['an earlier return', { 'previous-returns~moss': given('yes', 'in 2021') }, ['C1']],
    ['no earlier return', { 'previous-returns~moss': given('no', 'first time') }, []],
    ['an unassessed partner', { 'factors-family@1': [rating('new-partner-unknown', 'reducing', null)] }, ['C2']],
    ['one of five unknown', { 'factors-family@1': [rating('new-partner-unknown', 'not-known', null)] }, ['C3']],
    ['change shown for five months', { 'change-evidence@1~wren': [change('shown', 5)] }, ['C4']],
    ['change shown, nobody says how long', { 'change-evidence@1~wren': [change('shown')] }, ['C4']],
    ['a past concern, recently', { 'change-evidence@1~wren': [change('shown', 9), change('shown', 1, 'past')] }, []],
    ['early change, recently', { 'change-evidence@1~wren': [change('early', 1)] }, []],
    [
      'the factor for a young child',
      { 'factors-child@1~moss': [rating('under-five', 'active', 'moss'), rating('afraid', 'absent', 'moss')] },
      ['C5'],
    ],
    [
      'the same, reducing',
      { 'factors-child@1~moss': [rating('under-five', 'reducing', 'moss'), rating('afraid', 'absent', 'moss')] },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(cautions(suggest(more))).toEqual(expected);
  });

  test('C2 names adults in the home whom nobody rated, and not those elsewhere', () => {
    const here = {
      people: [
        ...people,
        parent('flint', { inHousehold: 'disputed', assessedAsCarer: false }),
        parent('rook', { inHousehold: 'elsewhere' }),
      ],
    };
    const rook = { 'factors-parent@1~rook': [rating('drink', 'absent', 'rook'), rating('denial', 'absent', 'rook')] };
    expect(suggest(rook, {}, here).cautions.find(({ id }) => id === 'C2')).toEqual({ id: 'C2', about: ['flint'] });
  });

  test.each([
    ['2021-05-01', '2026-04-30', true],
    ['2021-05-01', '2026-05-01', false],
    ['2020-02-29', '2025-02-28', true],
    ['2020-02-29', '2025-03-01', false],
    ['2021', '2026-12-30', true],
    ['2021', '2026-12-31', false],
    ['2021-02', '2026-02-27', true],
    ['2021-02', '2026-02-28', false],
    ['2026-09', '2026-01-01', true],
  ])('C5 born %s, on %s: %s', (born, on, young) => {
    const here = { people: [child('moss', { born }), parent('wren')] };
    expect(cautions(suggest({}, { on }, here))).toEqual(young ? ['C5'] : []);
  });
});

describe('S9 what is missing', () => {
  test('everything, of an assessment just begun, and no class', () => {
    const begun = suggestRiskClass(pack, assessmentOf(pack, {}, people), {
      child: 'juniper',
      round: 2,
      on: '2026-01-01',
    });
    expect(begun).toMatchObject({ riskClass: null, reasons: [{ rule: 'R0' }, { floor: 'F1' }], wouldChange: [] });
    expect(missing(begun)).toEqual([
      'rating drink wren factors-parent@2~wren',
      'rating denial wren factors-parent@2~wren',
      'rating under-five juniper factors-child@2~juniper',
      'rating afraid juniper factors-child@2~juniper',
      'rating new-partner-unknown factors-family@2',
      'access juniper perpetrator-access@2~juniper',
    ]);
  });

  test('a rating that is not known, where it stands', () => {
    expect(
      missing(
        suggest({
          'factors-child@1~moss': [rating('under-five', 'absent', 'moss'), rating('afraid', 'not-known', 'moss')],
        }),
      ),
    ).toEqual(['rating afraid moss factors-child@1~moss']);
  });

  test('cells of a concern, a birth, and who lives in the home', () => {
    const here = {
      people: [
        child('moss', { born: { unread: 'spring' } }),
        parent('wren'),
        parent('rook', { assessedAsCarer: false, inHousehold: 'not-known' }),
      ],
    };
    const rows = [
      row('a', { status: 'active' }),
      row('b', { status: 'active', capacity: 'shown' }),
      change('shown', 9),
    ];
    expect(suggest({ 'change-evidence@1~wren': rows }, {}, here).missing).toEqual([
      { kind: 'capacity', of: 'wren', at: 'change-evidence@1~wren', row: 'a' },
      { kind: 'months', of: 'wren', at: 'change-evidence@1~wren', row: 'b' },
      { kind: 'born', of: 'moss' },
      { kind: 'household', of: 'rook' },
    ]);
  });
});

test('S10 nothing somebody wrote is in a suggestion', () => {
  const secret = 'not to be seen';
  const noted = ofWren('active', 'active', 'evidenced', guardsMoss).map((each) => ({
    ...each,
    note: secret,
    source: secret,
  }));
  const text = JSON.stringify(
    suggest({ 'factors-parent@1~wren': noted, 'perpetrator-access@1~moss': given('yes', secret) }),
  );
  expect(text).not.toContain(secret);
  expect(text).not.toContain('Parent wren');
});
