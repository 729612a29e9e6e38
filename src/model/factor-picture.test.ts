import { describe, expect, test } from 'vitest';
import { assessmentOf, child, choices, column, packWith, parent, row } from '../../test/fixtures/small-pack.ts';
import type { Answer, Rating, Value } from './answer.ts';
import type { Assessment, HistoryEntry, Person, PlaceKey } from './assessment.ts';
import { movementOf } from './factor-movement.ts';
import { allCells, cellIn, factorHistory, factorPicture, rowsOfGroup, type WhichPicture } from './factor-picture.ts';
import type { Factor } from './pack.ts';
import { childrenPicture, roundsPicture } from './rounds-picture.ts';

const factor = (id: string, set: string): Factor => ({ id, set, label: id, serious: false, sources: [] });
const drink = factor('drink', 'parent-risk');
const helps = factor('helps', 'parent-protective');
const inRounds = ['factors-parent', 'factors-child', 'factors-family', 'change-evidence', 'risk-class'];
const rated = (id: string, repeats: ('child' | 'carer' | 'round')[], set: string) =>
  ({ id, kind: 'factor-rating', repeats, factorSets: [`${set}-risk`, `${set}-protective`] }) as const;
const pack = packWith(
  [
    rated('factors-parent', ['carer', 'round'], 'parent'),
    rated('factors-child', ['child', 'round'], 'child'),
    rated('factors-family', ['round'], 'family'),
    {
      id: 'change-evidence',
      kind: 'table',
      repeats: ['carer', 'round'],
      columns: [
        column('concern'),
        column('status', { kind: 'single-choice', choices: choices('active', 'reducing', 'past') }),
        column('months', { kind: 'number' }),
        column('capacity', { kind: 'single-choice', choices: choices('none', 'early', 'shown', 'sustained') }),
      ],
    },
    { id: 'risk-class', kind: 'risk-class', repeats: ['child', 'round'] },
    { id: 'risk-class-reason', kind: 'long-text', repeats: ['child', 'round'] },
    {
      id: 'risk-class-discussion',
      kind: 'table',
      repeats: ['round'],
      columns: [
        column('person', { kind: 'person' }),
        column('date', { kind: 'date' }),
        column('child', { kind: 'person', many: true }),
      ],
    },
    { id: 'signoff', kind: 'signature' },
  ],
  {
    factors: [
      drink,
      factor('denial', 'parent-risk'),
      helps,
      factor('afraid', 'child-risk'),
      factor('school', 'child-protective'),
      factor('debt', 'family-risk'),
      factor('aunt', 'family-protective'),
    ],
    stages: [1, 2, 3].map((round) => ({
      id: `stage-${String(round)}`,
      sections: [
        {
          id: `section-${String(round)}`,
          round,
          asks: [...inRounds, 'risk-class-reason', 'risk-class-discussion', ...(round === 1 ? ['signoff'] : [])],
        },
      ],
    })),
  },
);
const people: readonly Person[] = [
  parent('wren'),
  child('moss'),
  child('juniper'),
  parent('flint', { assessedAsCarer: false, inHousehold: 'elsewhere' }),
];
const rating = (id: string, status: string, of: string | null, more: Partial<Rating> = {}): Rating => ({
  factor: id,
  of,
  status,
  ...more,
});
const guards = (risk: string, of: string | null, ...children: string[]) =>
  children.map((each) => ({ risk, of, child: each }));

const answers: Readonly<Record<string, Answer | Value>> = {
  'factors-parent@1~wren': [
    rating('drink', 'active', 'wren', { trend: 'steady', note: 'Arrested drunk twice.', source: 'Police' }),
    rating('helps', 'evidenced', 'wren', { guards: guards('drink', 'wren', 'moss', 'juniper') }),
  ],
  'factors-child@1~moss': [
    rating('afraid', 'reducing', 'moss'),
    rating('school', 'claimed', 'moss', { guards: guards('drink', 'wren', 'moss') }),
  ],
  'factors-parent@2~wren': [
    rating('drink', 'reducing', 'wren', { trend: 'falling', note: 'Two clear tests.', source: 'GP' }),
  ],
};
const draft = (more: Readonly<Record<string, Answer | Value>> = {}, rest: Partial<Assessment> = {}): Assessment =>
  assessmentOf(pack, { ...answers, ...more }, people, rest);
const picture = (which: WhichPicture = {}, more = {}) => factorPicture(pack, draft(more), which);

test('F1 columns are the children, the adults who count and the family; of one child that child alone', () => {
  expect(picture().people.map((person) => person?.id ?? 'family')).toEqual(['moss', 'juniper', 'wren', 'family']);
  expect(picture({ child: 'moss' }).people.map((person) => person?.id ?? 'family')).toEqual(['moss', 'wren', 'family']);
  expect([picture().round, picture().before]).toEqual([2, 1]);
  expect([picture({ round: 1 }).round, picture({ round: 1 }).before]).toEqual([1, null]);
});

test('F2 each column has what is asked of such a person, rated or not, and knows where it stands', () => {
  expect(allCells(picture()).map(({ factor: { id }, of }) => `${id} ${of ?? 'family'}`)).toEqual([
    'afraid moss',
    'afraid juniper',
    'school moss',
    'school juniper',
    'drink wren',
    'helps wren',
    'denial wren',
    'debt family',
    'aunt family',
  ]);
  expect(cellIn(picture(), 'drink', 'wren')).toMatchObject({
    at: 'factors-parent@2~wren',
    asked: 'factors-parent@2~wren',
    present: true,
  });
  expect(cellIn(picture(), 'helps', 'wren')).toMatchObject({ at: 'factors-parent@1~wren' });
  expect(cellIn(picture(), 'denial', 'wren')).toMatchObject({ rating: null, present: false, unsupported: false });
});

test('F2 an adult in the home who is not asked has cells that nobody can fill in yet', () => {
  const unasked = assessmentOf(pack, {}, [
    child('moss'),
    parent('flint', { assessedAsCarer: false, inHousehold: 'disputed' }),
  ]);
  expect(cellIn(factorPicture(pack, unasked), 'drink', 'flint')).toMatchObject({ rating: null, asked: null });
});

test('F3 a rating counts what supports it, and is marked where nothing does', () => {
  expect(cellIn(picture(), 'drink', 'wren')).toMatchObject({ support: 1, unsupported: false });
  expect(cellIn(picture(), 'afraid', 'moss')).toMatchObject({ support: 0, unsupported: true });
  const said = {
    id: 'e',
    words: 'He hid under the table.',
    supports: [{ at: 'factors-child@1~moss', factor: 'afraid' }],
  };
  const counted = factorPicture(pack, { ...draft({}), evidence: [said] });
  expect(cellIn(counted, 'afraid', 'moss')).toMatchObject({ support: 1, unsupported: false });
});

describe('F4 strengths', () => {
  test('stand with the first risk of their group they guard against, or apart', () => {
    const shown = picture().groups.map(({ pairs, others }) => ({
      pairs: pairs.map(({ risk, strengths }) => [risk, ...strengths].map((each) => each.factor.id).join(' ')),
      others: others.map((each) => each.factor.id),
    }));
    expect(shown).toEqual([
      { pairs: ['afraid'], others: ['school'] },
      { pairs: ['drink helps', 'denial'], others: [] },
      { pairs: ['debt'], others: ['aunt'] },
    ]);
  });

  test('and risks name each other, for the children shown only', () => {
    expect(cellIn(picture(), 'helps', 'wren')?.guards).toEqual([
      { factor: 'drink', of: 'wren', children: ['moss', 'juniper'] },
    ]);
    expect(cellIn(picture(), 'drink', 'wren')?.guardedBy).toEqual([
      { factor: 'school', of: 'moss', children: ['moss'] },
      { factor: 'helps', of: 'wren', children: ['moss', 'juniper'] },
    ]);
    expect(cellIn(picture({ child: 'juniper' }), 'drink', 'wren')?.guardedBy).toEqual([
      { factor: 'helps', of: 'wren', children: ['juniper'] },
    ]);
  });

  test('that are only claimed guard nobody, and a child’s own risk concerns that child alone', () => {
    expect(cellIn(picture(), 'drink', 'wren')?.unguardedFor).toEqual([]);
    expect(cellIn(picture(), 'afraid', 'moss')?.unguardedFor).toEqual(['moss']);
    const claimed = {
      'factors-parent@1~wren': [rating('helps', 'claimed', 'wren', { guards: guards('drink', 'wren', 'moss') })],
    };
    expect(cellIn(picture({}, claimed), 'drink', 'wren')?.unguardedFor).toEqual(['moss', 'juniper']);
    expect(cellIn(picture(), 'denial', 'wren')?.unguardedFor).toEqual([]);
  });

  test('are active while a risk they guard against is', () => {
    const active = (more = {}) =>
      allCells(picture({}, more))
        .filter(({ activeNow }) => activeNow)
        .map(({ factor: { id }, of }) => `${id} ${of ?? ''}`);
    expect(active()).toEqual(['afraid moss', 'school moss', 'drink wren', 'helps wren']);
    expect(active({ 'factors-parent@2~wren': [rating('drink', 'past', 'wren')] })).toEqual(['afraid moss']);
  });

  test('named for somebody merged since are found with whom they turned out to be', () => {
    const merged = factorPicture(
      pack,
      assessmentOf(pack, answers, [child('j2'), parent('wren'), child('moss', { mergedInto: 'j2' })]),
    );
    expect(cellIn(merged, 'helps', 'wren')?.guards).toEqual([{ factor: 'drink', of: 'wren', children: ['j2'] }]);
  });
});

describe('F5 what became of a factor', () => {
  test.each([
    [drink, 'active', 'reducing', 'less'],
    [drink, 'past', 'active', 'more'],
    [drink, 'absent', 'past', 'other'],
    [drink, 'not-known', 'active', 'other'],
    [drink, 'active', 'active', 'same'],
    [drink, null, 'active', 'first'],
    [drink, 'active', null, 'gone'],
    [drink, null, null, 'never'],
    [helps, 'claimed', 'evidenced', 'more'],
    [helps, 'evidenced', 'absent', 'less'],
  ])('%o from %s to %s is %s', (of, was, is, kind) => {
    const said = (status: string | null): Rating | null => (status === null ? null : rating(of.id, status, null));
    expect(movementOf(of, said(was), said(is))).toMatchObject({ kind, changed: was !== is });
  });

  test('a trend or a guard that differs is a change too; a note is none', () => {
    const was = rating('drink', 'active', 'wren');
    expect(movementOf(drink, was, { ...was, trend: 'rising' })).toMatchObject({ kind: 'same', changed: true });
    expect(movementOf(drink, was, { ...was, guards: guards('debt', null, 'moss') }).changed).toBe(true);
    expect(movementOf(drink, was, { ...was, note: 'Seen again' }).changed).toBe(false);
  });

  test('is said in a picture from the round before, and in the first round not at all', () => {
    expect(cellIn(picture(), 'drink', 'wren')?.since).toMatchObject({ kind: 'less', changed: true });
    expect(cellIn(picture(), 'helps', 'wren')?.since).toMatchObject({ kind: 'carried', changed: false });
    expect(allCells(picture({ round: 1 })).map(({ since }) => since)).toEqual(Array(9).fill(null));
  });

  test('is told round by round where a round says something new', () => {
    const cell = { factor: drink, of: 'wren' };
    const again = draft({ 'factors-parent@3~wren': answers['factors-parent@2~wren'] ?? [] });
    expect(
      factorHistory(pack, again, cell).map(({ round, rating: { status } }) => `${String(round)} ${status}`),
    ).toEqual(['1 active', '2 reducing']);
    expect(factorHistory(pack, again, { factor: factor('unheard', 'of'), of: null })).toEqual([]);
  });
});

describe('F6 the capacity that counts', () => {
  const change = (concern: string, capacity: string) => [row('r', { concern, status: 'active', capacity, months: 9 })];
  const two = [...people.slice(0, 3), parent('flint')];
  const lowest = (more: Readonly<Record<string, Answer | Value>>) =>
    factorPicture(
      pack,
      assessmentOf(pack, { ...answers, 'factors-parent@1~flint': [rating('drink', 'past', 'flint')], ...more }, two),
    ).lowest;

  test('is that of the adult whose change is least, with the concern', () => {
    expect(
      lowest({
        'change-evidence@1~wren': change('Drinking', 'shown'),
        'change-evidence@1~flint': change('Shouting', 'early'),
      })?.counts,
    ).toMatchObject([{ of: 'flint', concern: 'Shouting', rated: { capacity: 'early' } }]);
  });

  test('is that of several where their change is equally small', () => {
    const both = lowest({
      'change-evidence@1~wren': change('Drinking', 'early'),
      'change-evidence@1~flint': change('Shouting', 'early'),
    });
    expect(both?.counts.map(({ of }) => of)).toEqual(['wren', 'flint']);
  });

  test('is nobody’s while one of them has no rating, or where nobody carries a risk', () => {
    const half = lowest({ 'change-evidence@1~wren': change('Drinking', 'shown') });
    expect(half?.counts).toEqual([]);
    expect(half?.adults.map(({ of, rated }) => [of, rated?.capacity ?? null])).toEqual([
      ['wren', 'shown'],
      ['flint', null],
    ]);
    expect(factorPicture(pack, assessmentOf(pack, {}, people)).lowest).toBeNull();
  });
});

describe('F7 rounds beside each other', () => {
  const whole = draft(
    {
      'risk-class@1~moss': 'high',
      'risk-class-reason@1~moss': 'Because.',
      'risk-class@2~juniper': 'low',
      'risk-class-discussion@1': [
        row('a', { person: 'wren', date: '2026-01-02' }),
        row('b', { person: 'flint', child: ['juniper'] }),
      ],
      signoff: [{ person: null, name: 'Orla', role: 'team-manager', date: '2026-01-03', statement: 'Agreed' }],
    },
    { rounds: [{ round: 4, reason: 'New harm', on: '2026-03-01' }] },
  );

  test('say the class of that very round, why, and who was named', () => {
    const rounds = roundsPicture(pack, whole, 'moss')?.rounds ?? [];
    expect(rounds.map(({ round, riskClass }) => [round, riskClass?.id ?? null])).toEqual([
      [1, 'high'],
      [2, null],
      [4, null],
    ]);
    expect(rounds[0]).toMatchObject({
      reason: 'Because.',
      named: [
        { person: 'wren', date: '2026-01-02', by: 'discussed' },
        { person: null, name: 'Orla', date: '2026-01-03', by: 'signed' },
      ],
    });
    expect(rounds[2]).toMatchObject({ named: [], opened: { reason: 'New harm' } });
  });

  test('have every factor of each round with its movement', () => {
    const factors = roundsPicture(pack, whole, 'moss')?.factors ?? [];
    const drinking = factors.find(({ cells }) => cells[0]?.factor.id === 'drink');
    expect(drinking?.cells.map(({ rating: said }) => said?.status)).toEqual(['active', 'reducing', 'reducing']);
    expect(drinking?.movements.map((each) => each?.kind ?? null)).toEqual([null, 'less', 'carried']);
    expect(factors.filter(({ told }) => told).map(({ cells }) => cells[0]?.factor.id)).toEqual([
      'afraid',
      'school',
      'drink',
      'helps',
    ]);
  });

  test('have the children of one round beside each other, with what nothing guards against for each', () => {
    const { children, unguarded, factors } = childrenPicture(pack, whole, 1);
    expect(children.map(({ child: { id }, riskClass }) => [id, riskClass?.id ?? null])).toEqual([
      ['moss', 'high'],
      ['juniper', null],
    ]);
    expect(unguarded.map((cells) => cells.map(({ factor: { id } }) => id))).toEqual([['afraid'], []]);
    expect(factors.map((each) => [each.factor.id, ...each.cells.map(({ of }) => of)])).toEqual([
      ['afraid', 'moss', 'juniper'],
      ['school', 'moss', 'juniper'],
    ]);
  });

  test('are of a child only', () => {
    expect(roundsPicture(pack, whole, 'wren')).toBeNull();
    expect(roundsPicture(pack, whole, 'nobody')).toBeNull();
  });
});

describe('F8 an adult who has left', () => {
  const stays = people.map((each) => (each.id === 'flint' ? { ...each, removed: true as const } : each));
  const flint = people.find(({ id }) => id === 'flint') ?? null;
  const said = (key: PlaceKey, minute: number): HistoryEntry => ({
    ...sitting(minute),
    place: key,
    was: null,
  });
  const sitting = (minute: number) => {
    const at = `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
    return { from: at, to: at, by: '' };
  };
  const more = {
    'factors-parent@1~flint': [rating('drink', 'active', 'flint', { trend: 'rising' })],
    'change-evidence@1~flint': [row('r', { concern: 'Drink', status: 'active', capacity: 'none', months: 0 })],
    'change-evidence@1~wren': [row('r', { concern: 'Drink', status: 'active', capacity: 'shown', months: 9 })],
    'factors-parent@3~wren': [rating('drink', 'past', 'wren')],
  };
  const left = (who: readonly Person[] = stays, history: readonly HistoryEntry[] = []): Assessment =>
    assessmentOf(pack, { ...answers, ...more }, who, { history });
  const columns = (draft: Assessment, which: WhichPicture): readonly string[] =>
    factorPicture(pack, draft, which).people.flatMap((person) => person?.id ?? []);

  test('stands in the picture of each round in which something was said of them, and in no other', () => {
    const first = factorPicture(pack, left(), { round: 1 });
    expect(first.people.map((person) => person?.id)).toContain('flint');
    expect([...first.left]).toEqual(['flint']);
    expect(cellIn(first, 'drink', 'flint')).toMatchObject({ rating: { status: 'active' }, asked: null, away: false });
    expect(columns(left(), { round: 2 })).not.toContain('flint');
    expect(columns(left(), { round: 1, present: true })).not.toContain('flint');
    // Moved out, not taken out; and somebody who was never rated is no loss to a picture.
    expect(columns(left(people), { round: 1 })).toContain('flint');
    expect(columns(assessmentOf(pack, answers, stays), { round: 1 })).not.toContain('flint');
  });

  test('stands in a later round too where that was spoken of before they went', () => {
    const went: HistoryEntry = {
      ...sitting(30),
      person: 'flint',
      was: { ...flint, inHousehold: 'lives-there' } as Person,
    };
    const before = left(stays, [said('risk-class@2~moss', 20), went]);
    expect(columns(before, { round: 2 })).toContain('flint');
    expect(cellIn(factorPicture(pack, before, { round: 2 }), 'drink', 'flint')).toMatchObject({
      rating: { status: 'active' },
      at: 'factors-parent@1~flint',
    });
    expect(columns(left(stays, [went, said('risk-class@2~moss', 40)]), { round: 2 })).not.toContain('flint');
  });

  test('is not whose change counts, as in a suggestion', () => {
    expect(factorPicture(pack, left(), { round: 1 }).lowest?.counts).toMatchObject([{ of: 'wren' }]);
  });

  test('stands round by round with what was said then, and as nobody who counts in the others', () => {
    const factors = roundsPicture(pack, left(), 'moss')?.factors ?? [];
    const theirs = factors.find(({ cells }) => cells[0]?.factor.id === 'drink' && cells[0].of === 'flint');
    expect(theirs?.cells.map(({ rating: each, away }) => [each?.status ?? null, away])).toEqual([
      ['active', false],
      [null, true],
      [null, true],
    ]);
    expect(theirs?.movements.map((each) => each?.kind ?? null)).toEqual([null, 'gone', 'never']);
    expect(factorHistory(pack, left(), { factor: drink, of: 'flint' })).toMatchObject([{ round: 1 }]);
    expect(childrenPicture(pack, left(), 1).unguarded[1]?.map(({ of }) => of)).toEqual(['flint']);
  });
});

test('F2 every cell of a group stands in one row', () => {
  const { groups } = picture();
  expect(groups.map((group) => rowsOfGroup(group).every(({ cells }) => cells.length === group.people.length))).toEqual([
    true,
    true,
    true,
  ]);
});
