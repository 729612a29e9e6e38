import { describe, expect, test } from 'vitest';
import { row } from '../../test/fixtures/small-pack.ts';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import type { Row, Value } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import type { Outcome } from './problem.ts';
import { lights } from './lights.ts';
import { differenceOf } from './progress-goals.ts';
import { progressPicture, type ProgressPicture } from './progress-picture.ts';
import { monthsLater } from './progress-way.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

const pack = must(await loadPack('sparf', 'en'));
const quillfeather = must(await loadTrainingCase('quillfeather', pack)).assessment;
const tarnwhistle = must(await loadTrainingCase('tarnwhistle', pack)).assessment;

function pictureOf(of: Assessment, changed: Readonly<Record<string, Value>> = {}, on = '2026-04-01'): ProgressPicture {
  const given = Object.entries(changed).map(([key, value]) => [key, { is: 'given', value }] as const);
  const assessment = { ...of, answers: { ...of.answers, ...Object.fromEntries(given) } };
  return progressPicture(pack, assessment, evaluate(pack, assessment, on));
}

const goalRow = (id: string, more: Row['cells'] = {}): Row => row(id, { goal: `Goal ${id}`, owner: ['orla'], ...more });

describe('G1 goals and their colours', () => {
  test('the case has five goals, two of them the council’s, each with its colours before and after the move', () => {
    const { goals } = pictureOf(quillfeather);
    expect(goals.map(({ id, whose, looks }) => [id, whose, looks.length])).toEqual([
      ['goals.sober', 'parent', 4],
      ['goals.bedtimes', 'parent', 4],
      ['goals.child-not-carer', 'both', 4],
      ['goals.room', 'service', 4],
      ['goals.family-worker', 'service', 4],
    ]);
    for (const { is, words, owners, measure, steps, support, due } of goals) {
      expect(is).toBe('goal');
      expect([words, measure, steps, support, due].every(Boolean)).toBe(true);
      expect(owners).not.toEqual([]);
    }
  });

  test('what is coloured and is no goal stands behind them', () => {
    const { goals } = pictureOf(quillfeather, {
      goals: [goalRow('one')],
      'goal-progress': [
        row('a', { goal: 'goals.taken-out', 'worker-colour': 'red' }),
        row('b', { 'worker-colour': 'amber' }),
      ],
      'post-return-progress': [
        row('c', { 'child-test': 'Mum has her helper', 'worker-colour': 'green' }),
        row('d', { 'child-test': 'Mum has her helper', 'worker-colour': 'amber' }),
        row('e', { goal: 'goals.one', 'worker-colour': 'green', 'child-colour': 'amber' }),
      ],
    });
    expect(goals.map(({ is, words, looks }) => [is, words, looks.map((look) => look.row)])).toEqual([
      ['goal', 'Goal one', ['e']],
      ['child-test', 'Mum has her helper', ['c', 'd']],
      ['gone', '', ['a']],
      ['gone', '', ['b']],
    ]);
    expect(goals[0]?.looks[0]).toMatchObject({ worker: 'green', parent: null, child: 'amber', difference: null });
  });

  test('a case without goals has none', () => {
    expect(pictureOf(tarnwhistle).goals).toEqual([]);
  });
});

test('G2 colours stand in the order of their days, those without one last', () => {
  const look = (id: string, cells: Row['cells']): Row => row(id, { goal: 'goals.one', ...cells });
  const { goals } = pictureOf(quillfeather, {
    goals: [goalRow('one')],
    'goal-progress': [
      look('none', {}),
      look('typed', { 'given-on': { unread: '31/2/2025' } }),
      look('march', { 'given-on': '2025-03-31' }),
      look('part', { 'given-on': '2025-03' }),
      look('by-evidence', { 'evidence-on': '2025-02-01' }),
    ],
    'post-return-progress': [look('before', { 'given-on': '2024-12-01' })],
  });
  expect(goals[0]?.looks.map((each) => each.row)).toEqual(['before', 'by-evidence', 'part', 'march', 'none', 'typed']);
});

describe('G3 two colours for one goal', () => {
  test('every pair is judged, and none alone', () => {
    for (const parent of lights)
      for (const worker of lights) {
        const expected =
          parent === worker
            ? null
            : parent === 'not-started' || worker === 'not-started'
              ? 'otherwise'
              : lights.indexOf(parent) > lights.indexOf(worker)
                ? 'parent-further'
                : 'worker-further';
        expect(differenceOf(parent, worker)).toBe(expected);
      }
    expect(differenceOf('green', null)).toBeNull();
    expect(differenceOf(null, 'red')).toBeNull();
  });

  test('the case keeps why they differ', () => {
    const look = pictureOf(quillfeather).goals.find(({ id }) => id === 'goals.child-not-carer')?.looks[1];
    expect(look).toMatchObject({
      given: '2025-03-31',
      parent: 'green',
      worker: 'amber',
      parentIs: 'wren',
      difference: 'parent-further',
      why: 'Wren sees the days; nobody has yet seen a night',
    });
  });
});

describe('G4 support that is missing', () => {
  const service = (id: string, status: string): Row => row(id, { service: `Service ${id}`, status, need: 'A need' });
  const gap = (id: string, cells: Row['cells'] = {}): Row => row(id, { gap: `Gap ${id}`, ...cells });
  const none = {
    'support-parents~wren': [],
    'support-child~juniper': [],
    'support-child~moss': [],
    'return-support': [],
  };

  test('the case’s one gap was closed, and says nothing twice', () => {
    const { open, closed } = pictureOf(quillfeather).gaps;
    expect(open).toEqual([]);
    expect(closed).toMatchObject([
      { what: 'Trauma therapy, twelve-week wait', owners: ['orla'], closed: '2025-03-17' },
    ]);
  });

  test('is grouped by how it stands, by the day it was raised', () => {
    const { open } = pictureOf(quillfeather, {
      ...none,
      'support-gaps': [
        gap('said-nothing'),
        gap('none', { status: 'not-available' }),
        gap('late', { status: 'asked', 'raised-on': '2025-02-01' }),
        gap('early', { status: 'asked', 'raised-on': '2025-01-01' }),
        gap('queue', { status: 'waiting' }),
        gap('soon', { status: 'offered' }),
      ],
    }).gaps;
    expect(open.map(({ status, gaps }) => [status, gaps.map((each) => each.row)])).toEqual([
      ['asked', ['early', 'late']],
      ['offered', ['soon']],
      ['waiting', ['queue']],
      ['not-available', ['none']],
      [null, ['said-nothing']],
    ]);
  });

  test('takes in support that waits or cannot be had, unless a gap names it or it has begun', () => {
    const { open, closed } = pictureOf(quillfeather, {
      ...none,
      'support-gaps': [gap('written', { status: 'asked', service: 'support-parents~wren.named' })],
      'support-parents~wren': [
        service('named', 'waiting'),
        service('waits', 'waiting'),
        service('there', 'in-place'),
        service('refused', 'refused'),
        service('begun', 'waiting'),
      ],
      'support-child~moss': [service('none', 'not-available')],
      'services-delivered': [row('d', { service: 'support-parents~wren.begun', started: '2025-03-01' })],
    }).gaps;
    expect(open.map(({ status, gaps }) => [status, gaps.map((each) => [each.row, each.about])])).toEqual([
      ['asked', [['written', null]]],
      ['waiting', [['waits', 'wren']]],
      ['not-available', [['none', 'moss']]],
    ]);
    expect(closed.map((each) => [each.row, each.closed])).toEqual([['begun', '2025-03-01']]);
  });
});

test('G5 steps stand in the order of their days, undated ones last', () => {
  const step = (id: string, date?: Row['cells'][string]): Row => row(id, { step: id, ...(date ? { date } : {}) });
  const [, moss] = pictureOf(quillfeather, {
    'transition-plan~moss': [
      step('someday'),
      step('move', '2025-06-13'),
      step('typed', { unread: 'soon' }),
      step('first', '2025-04-11'),
      step('april', '2025-04'),
    ],
  }).ways;
  expect(moss?.steps.map(({ what }) => what)).toEqual(['april', 'first', 'move', 'someday', 'typed']);
});

describe('G6 seeing the child', () => {
  test('the case has what is planned, the least the law asks for, and visits by who is planned for them', () => {
    const [juniper] = pictureOf(quillfeather).ways;
    expect(
      juniper?.watches.map(({ kind, planned, minimums, done }) => [
        kind,
        planned.length,
        minimums.map(({ id }) => id),
        done.map(({ on }) => on),
      ]),
    ).toEqual([
      ['statutory-visit', 1, ['visits-planned'], ['2025-06-17', '2025-10-22', '2026-01-09']],
      ['home-visit', 1, [], []],
      ['sighting', 1, [], []],
      ['review', 1, ['reviews'], []],
    ]);
  });

  test('a minimum is there without a plan, and nothing written down is left out', () => {
    const [juniper] = pictureOf(quillfeather, {
      'monitoring-schedule~juniper': [row('loose', { who: 'dot' })],
      'visit-log~juniper': [row('by-orla', { by: 'orla', date: '2025-07-01' }), row('by-nobody', {})],
    }).ways;
    expect(
      juniper?.watches.map(({ kind, planned, done }) => [kind, planned.length, done.map((each) => each.row)]),
    ).toEqual([
      ['statutory-visit', 0, []],
      ['review', 0, []],
      [null, 1, ['by-orla', 'by-nobody']],
    ]);
  });
});

describe('G7 six months after the return', () => {
  const state = (changed: Readonly<Record<string, Value>>, on: string): unknown => {
    const { state: is, due } = pictureOf(quillfeather, changed, on).ways[0]?.sixMonths ?? {};
    return [is, due];
  };
  const open = { 'outcome-later~juniper': [] };

  test('is coming up to the day, and overdue after it', () => {
    expect(state(open, '2025-06-14')).toEqual(['coming', '2025-12-13']);
    expect(state(open, '2025-12-13')).toEqual(['coming', '2025-12-13']);
    expect(state(open, '2025-12-14')).toEqual(['overdue', '2025-12-13']);
  });

  test('is recorded by an outcome with a day at that point', () => {
    const look = (cells: Row['cells']): Readonly<Record<string, Value>> => ({
      'outcome-later~juniper': [row('r', cells)],
    });
    const whole = { point: 'six-months', date: '2026-01-14', outcome: 'home-stable' };
    expect(state(look(whole), '2026-04-01')).toEqual(['recorded', '2025-12-13']);
    for (const part of ['point', 'date', 'outcome'])
      expect(
        state(look(Object.fromEntries(Object.entries(whole).filter(([id]) => id !== part))), '2026-04-01'),
      ).toEqual(['overdue', '2025-12-13']);
    expect(state(look({ ...whole, point: 'twelve-months' }), '2026-04-01')).toEqual(['overdue', '2025-12-13']);
  });

  test('has no day without a return date, and is not there where no return is planned', () => {
    const { 'return-date~juniper': _move, ...answers } = quillfeather.answers;
    expect(pictureOf({ ...quillfeather, answers }).ways[0]?.sixMonths).toMatchObject({ state: 'recorded', due: null });
    expect(pictureOf({ ...quillfeather, answers }, open).ways[0]?.sixMonths).toMatchObject({ state: 'no-date' });
    expect(pictureOf(quillfeather, { 'assessment-purpose': 'order-discharge' }).ways[0]?.sixMonths).toBeNull();
    expect(pictureOf(tarnwhistle).ways.map(({ isOpen, sixMonths }) => [isOpen, sixMonths])).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(pictureOf(quillfeather).ways.map(({ isOpen }) => isOpen)).toEqual([true, true]);
  });

  test.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-06-13', 6, '2025-12-13'],
    ['2025-12-01', 6, '2026-06-01'],
    ['2025-07-15', 24, '2027-07-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(monthsLater(date, months)).toBe(expected);
  });
});

test('G8 what does not apply is not shown', () => {
  const short = { ...quillfeather, route: 'core' as const };
  expect(pictureOf(short).gaps.closed).toEqual([]);
  const outOfScope = quillfeather.people.map((person) =>
    person.id === 'moss' ? { ...person, inScope: false } : person,
  );
  expect(pictureOf({ ...quillfeather, people: outOfScope }).ways.map(({ child }) => child.id)).toEqual(['juniper']);
});
