import { describe, expect, test } from 'vitest';
import { assessmentOf, child, row } from '../../test/fixtures/small-pack.ts';
import { loadPack } from '../content/packs.ts';
import type { Answer, Value } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { decisionSteps } from './decision-steps.ts';
import { evaluate } from './evaluate.ts';
import { report } from './make-report.ts';
import { dayInBrief } from './report-dates.ts';
import { reportText } from './report-text.ts';
import { timetableDates, type TimetableDate } from './timetable.ts';

const loaded = await loadPack('sparf', 'en');
if (!loaded.ok) throw new Error(loaded.problems[0].code);
const pack = loaded.value;
const on = '2026-05-11';

function assessment(answers: Readonly<Record<string, Answer | Value>>, who: Partial<Person> = {}): Assessment {
  return assessmentOf(pack, answers, [child('robin', { born: '2019-03-04', ...who })]);
}
const days = (of: Assessment, when = on): Readonly<Record<string, string | null>> =>
  Object.fromEntries(timetableDates(pack, of, when).map(({ rule, date }) => [rule.id, date]));
const steps = (of: Assessment): readonly string[] =>
  decisionSteps(pack, of, evaluate(pack, of, on)).flatMap(({ steps: each }) =>
    each.map(({ instance }) => instance.question.id),
  );
const notes = (of: Assessment): readonly string[] =>
  decisionSteps(pack, of, evaluate(pack, of, on)).flatMap(({ steps: each }) =>
    each.flatMap((step) => step.notes.map(({ id }) => id)),
  );

const placed = [
  row('r1', { 'setting-kind': 'family-arrangement', from: '2026-01-05' }),
  row('r2', { 'setting-kind': 'foster-care', from: '2026-02-02' }),
];

describe('an immediate placement under a care order', () => {
  const immediate = assessment({
    'assessment-purpose': 'placement-with-parents',
    'legal-status~robin': 's31',
    'decision-3~robin': 'return-now',
    'pwp-route~robin': 'immediate',
    'return-date~robin': '2026-05-01',
    'current-placement~robin': placed,
  });

  test('has its two clocks of ten working days, notice, plan and weekly visits', () => {
    // Early May bank holiday on the 4th, spring bank holiday on the 25th.
    expect(days(immediate)).toMatchObject({
      'immediate-assessment': '2026-05-18',
      'immediate-decision': '2026-06-02',
      'immediate-plan': '2026-05-11',
      'immediate-notice': '2026-05-11',
      'visit-weekly-immediate': '2026-05-08',
    });
    expect(days(immediate)).not.toHaveProperty('approval-first');
  });

  test('prints them with rule, source and doubt', () => {
    const stages = ['stage-4-review', 'stage-5-return'];
    const text = reportText(report(pack, immediate, { locale: 'en', output: 'full', stages, on }));
    const line = text.find((each) => each.startsWith('By 18 May 2026'));
    expect(line).toContain('Within ten working days of the start of the immediate placement.');
    expect(line).toContain('Counted from 1 May 2026.');
    expect(line).toContain('Source: Care Planning Regulations 2010, regulation 19.');
    expect(line).toContain('Check with your legal team.');
    expect(text.find((each) => each.startsWith('By 8 May 2026'))).toContain('This day has passed.');
  });

  test('says them in brief with their source, and that a lawyer is to be asked', () => {
    const brief = Object.fromEntries(
      timetableDates(pack, immediate, on).map((date) => [
        date.rule.id,
        dayInBrief(pack, date)
          .map(({ text }) => text)
          .join(''),
      ]),
    );
    expect(brief).toMatchObject({
      'immediate-assessment':
        'By 18 May 2026. Source: Care Planning Regulations 2010, regulation 19. Check with your legal team.',
      move: 'Agreed for 1 May 2026. This day has passed.',
    });
  });

  test('says what is to be asked beside its steps', () => {
    expect(steps(immediate)).toEqual(
      expect.arrayContaining(['contact-orders', 'pwp-route', 'pwp-suitability', 'approval-nominated-officer']),
    );
    expect(steps(immediate)).not.toContain('cease-looked-after');
    expect(notes(immediate)).toEqual(expect.arrayContaining(['immediate-route', 'schedule-3', 'placed-with-parent']));
  });
});

describe('section 20 with an unplanned return', () => {
  const unplanned = assessment({
    'assessment-purpose': 'unplanned-return',
    'legal-status~robin': 's20',
    'decision-3~robin': 'return-now',
    'current-placement~robin': placed,
  });

  test('has the day from which an approval is needed, counted from care and not from the family’s own arrangement', () => {
    const twenty = timetableDates(pack, unplanned, on).find(({ rule }) => rule.id === 'twenty-days');
    expect(twenty).toMatchObject({ date: '2026-03-02', from: '2026-02-02', come: true });
  });

  test('goes the way of regulation 39, puts safety first and asks who approves at 16', () => {
    expect(steps(unplanned)).toEqual(
      expect.arrayContaining(['decision-3', 'cease-looked-after', 'iro-view-3', 'approval-nominated-officer']),
    );
    expect(steps(unplanned)).not.toContain('pwp-suitability');
    expect(notes(unplanned)).toEqual(
      expect.arrayContaining(['unplanned-safe-now', 'removal-at-any-time', 'ceasing-approval']),
    );
    expect(notes(unplanned)).not.toContain('director-at-16');
    const older = { ...unplanned, people: unplanned.people.map((each) => ({ ...each, born: '2009-09-01' })) };
    expect(notes(older)).toContain('director-at-16');
  });

  test('says where a day is missing: the day of the return, and on the shorter route the first day in care', () => {
    const find = (of: Assessment, id: string): TimetableDate | undefined =>
      timetableDates(pack, of, on).find(({ rule }) => rule.id === id);
    expect(find(unplanned, 'outcome-at-six-months')).toMatchObject({ date: null, place: { question: 'return-date' } });
    expect(find({ ...unplanned, route: 'core' }, 'twenty-days')).toMatchObject({ date: null, place: null });
  });
});

test('what Decision 3 was put off to is a day of its own, and not one of a return', () => {
  const put = assessment({
    'assessment-purpose': 'reunification',
    'legal-status~robin': 's31',
    'decision-3~robin': 'extend',
    'decision-3-until~robin': '2026-06-12',
  });
  expect(days(put)).toMatchObject({ 'extended-to': '2026-06-12' });
  const { 'decision-3-until~robin': _until, ...answers } = put.answers;
  // What people agree has a date only once they have.
  expect(days({ ...put, answers })).not.toHaveProperty('extended-to');
  const home = { ...answers, 'decision-3~robin': { is: 'given', value: 'return-now' } } as const;
  expect(days({ ...put, answers: home })).not.toHaveProperty('extended-to');
});

test('a planned return has its steps before the move and its visits after it', () => {
  const planned = assessment({
    'assessment-purpose': 'reunification',
    'legal-status~robin': 's31',
    'decision-3~robin': 'return-now',
    'pwp-route~robin': 'planned',
    'return-date~robin': '2026-05-01',
    'visit-log~robin': [row('v1', { date: '2026-05-06' })],
    'monitoring-schedule~robin': [
      row('m1', { 'what-kind': 'review', from: '2026-07-01' }),
      row('m2', { 'what-kind': 'home-visit', from: '2026-07-02' }),
    ],
    'agreement-review-date': '2026-06-01',
    'approval-nominated-officer~robin': [
      { person: null, name: 'Sorrel', role: 'nominated-officer', statement: 'Approved.', date: '2026-04-20' },
    ],
  });
  expect(days(planned)).toMatchObject({
    'approval-first': '2026-05-01',
    'notice-first': '2026-05-01',
    'visit-first': '2026-05-08',
    'visit-six-weekly': '2026-06-17',
    'outcome-at-six-months': '2026-11-01',
    'planned-review': '2026-07-01',
    'agreement-review': '2026-06-01',
    move: '2026-05-01',
  });
  expect(timetableDates(pack, planned, on).find(({ rule }) => rule.id === 'visit-first')?.done).toBe('2026-05-06');
  // The officer signed before the move, as they must.
  const approval = timetableDates(pack, planned, on).find(({ rule }) => rule.id === 'approval-first');
  expect(approval).toMatchObject({ date: '2026-05-01', done: '2026-04-20' });
});

describe('W7: what the record says was done', () => {
  const planned = (more: Readonly<Record<string, Answer | Value>>, route = 'planned') =>
    assessment({
      'assessment-purpose': 'reunification',
      'legal-status~robin': 's31',
      'decision-3~robin': 'return-now',
      'pwp-route~robin': route,
      'return-date~robin': '2026-05-01',
      'agreement-review-date': '2026-06-01',
      'current-placement~robin': placed,
      ...more,
    });
  const done = (of: Assessment, id: string) => {
    const found = timetableDates(pack, of, on).find(({ rule }) => rule.id === id);
    return found?.ticked ? 'ticked' : found?.done;
  };
  const ticked = (item: string, state: 'done' | 'not-done' = 'done') => ({
    'pwp-paperwork~robin': [{ item, state }],
  });

  test.each([
    ['notice-first', 'planned', 'notices'],
    ['immediate-notice', 'immediate', 'notices'],
    ['immediate-plan', 'immediate', 'plan-signed'],
  ])('%s by a tick, which says no day', (id, route, item) => {
    expect(done(planned({}, route), id)).toBeNull();
    expect(done(planned(ticked(item, 'not-done'), route), id)).toBeNull();
    expect(done(planned(ticked('ending'), route), id)).toBeNull();
    const of = planned(ticked(item), route);
    expect(done(of, id)).toBe('ticked');
    const text = reportText(report(pack, of, { locale: 'en', output: 'full', on, stages: ['stage-4-review'] }));
    expect(text.join(' ')).toContain('The record says this was done. It gives no day.');
  });

  test('the look back by its row for six months, not by another', () => {
    const looked = (point: string) => ({ 'outcome-later~robin': [row('o', { point, date: '2026-11-04' })] });
    expect(done(planned(looked('six-months')), 'outcome-at-six-months')).toBe('2026-11-04');
    expect(done(planned(looked('another')), 'outcome-at-six-months')).toBeNull();
  });

  test('reviews by the review that was held: of a looked-after child only by a statutory one', () => {
    const held = (date: string, statutory: string) => ({ 'review-meeting': [row('m', { date, statutory })] });
    const before = (of: Assessment, id: string) =>
      timetableDates(pack, of, '2026-02-20').find(({ rule }) => rule.id === id)?.done;
    expect(before(planned(held('2026-02-18', 'yes')), 'review-first')).toBe('2026-02-18');
    expect(before(planned(held('2026-02-18', 'no')), 'review-first')).toBeNull();
    expect(done(planned(held('2026-06-01', 'no')), 'agreement-review')).toBe('2026-06-01');
  });
});

test('W6: where Decision 2 is not to work towards home, nothing waits for a day of return', () => {
  const decided = (decision: string) =>
    assessment(
      { 'assessment-purpose': 'reunification', 'legal-status~robin': 's31', 'decision-2~robin': decision },
      { born: '2009-09-01' },
    );
  const waiting = (of: Assessment) =>
    timetableDates(pack, of, on).flatMap(({ rule, place }) => (place?.question === 'return-date' ? [rule.id] : []));
  expect(waiting(decided('work-towards'))).toEqual(['outcome-at-six-months', 'leaving-care-at-six-months']);
  expect(waiting(decided('not-home'))).toEqual([]);
});

test('an interim order at home has weekly visits, with a doubt', () => {
  const interim = assessment({
    'assessment-purpose': 'care-proceedings',
    'legal-status~robin': 's38',
    'decision-3~robin': 'return-now',
    'pwp-route~robin': 'planned',
    'return-date~robin': '2026-05-01',
  });
  expect(days(interim)).toMatchObject({ 'visit-weekly-interim': '2026-05-08' });
  expect(notes(interim)).toContain('interim-order');
});

test('a child who is not looked after has no clock of the law', () => {
  const atHome = assessment({ 'assessment-purpose': 'edge-of-care', 'legal-status~robin': 'not-looked-after' });
  expect(days(atHome)).toEqual({});
});

test('every date has rule and source in words, and a lawyer’s question where it is not sure', () => {
  for (const { rule, source, certainty, check, sources } of pack.timetable.dates) {
    expect(rule).toMatch(/\.$/);
    expect(source.length).toBeGreaterThan(5);
    expect(sources.length).toBeGreaterThan(0);
    expect(check !== undefined).toBe(certainty === 'check');
  }
});
