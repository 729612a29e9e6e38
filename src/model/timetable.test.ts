import { describe, expect, test } from 'vitest';
import { assessmentOf, child, choices, column, packWith, row } from '../../test/fixtures/small-pack.ts';
import type { Value } from './answer.ts';
import { checkPack } from './check-pack.ts';
import type { DateRule, Pack, Timetable } from './pack.ts';
import { report } from './make-report.ts';
import { published } from './published.ts';
import { reportText } from './report-text.ts';
import { timetableDates } from './timetable.ts';

const rule = (id: string, more: Partial<DateRule> = {}): DateRule => ({
  id,
  section: 'all',
  from: [{ question: 'start' }],
  is: 'last-day',
  sources: ['study'],
  certainty: 'read',
  label: `Date ${id}`,
  rule: `Rule of ${id}.`,
  source: `Source of ${id}`,
  ...more,
});

function packOf(dates: readonly DateRule[], more: Partial<Timetable> = {}): Pack {
  const pack = packWith([
    { id: 'status', kind: 'single-choice', choices: choices('care', 'home'), repeats: ['child'] },
    { id: 'start', kind: 'date', repeats: ['child'] },
    { id: 'hidden', kind: 'date', repeats: ['child'], showWhen: { question: 'status', in: ['care'] } },
    { id: 'agreed', kind: 'date' },
    {
      id: 'visits',
      kind: 'table',
      repeats: ['child'],
      columns: [
        column('on', { kind: 'date' }),
        column('kind', { kind: 'single-choice', choices: choices('visit', 'call') }),
      ],
    },
  ]);
  return { ...pack, timetable: { ...pack.timetable, dates, ...more } };
}

const robin = child('robin');
function datesOf(dates: readonly DateRule[], answers: Readonly<Record<string, Value>>, on = '2026-06-01') {
  const pack = packOf(dates);
  return timetableDates(pack, assessmentOf(pack, answers, [robin]), on);
}
const visit = (id: string, on: string, kind = 'visit'): ReturnType<typeof row> => row(id, { on, kind });

describe('W5: a timetable', () => {
  test.each([
    ['working days', { count: 10, unit: 'working-days' }, '2027-01-12'],
    ['weeks', { count: 6, unit: 'weeks' }, '2027-02-04'],
    ['months', { count: 6, unit: 'months' }, '2027-06-24'],
  ] as const)('counts %s', (_, after, date) => {
    const [only] = datesOf([rule('a', { after })], { 'start~robin': '2026-12-24' });
    expect(only).toMatchObject({ date, from: '2026-12-24', place: { question: 'start', subject: 'robin' } });
  });

  test('gives the day itself without a span', () => {
    expect(datesOf([rule('a')], { 'start~robin': '2026-12-24' })[0]?.date).toBe('2026-12-24');
  });

  test('leaves out what its rule leaves out', () => {
    const inCare = rule('a', { when: { question: 'status', in: ['care'] } });
    expect(datesOf([inCare], { 'status~robin': 'home' })).toEqual([]);
    expect(datesOf([inCare], { 'status~robin': 'care' })).toHaveLength(1);
  });

  test('has dates of the family first, then of each child in scope', () => {
    const pack = packOf([rule('a'), rule('b', { from: [{ question: 'agreed' }] })]);
    const people = [robin, child('wren'), child('jay', { inScope: false })];
    const answers = { agreed: '2026-07-01', 'start~robin': '2026-05-01' };
    const dates = timetableDates(pack, assessmentOf(pack, answers, people), '2026-06-01');
    expect(dates.map((date) => [date.rule.id, date.child?.id, date.date])).toEqual([
      ['b', undefined, '2026-07-01'],
      ['a', 'robin', '2026-05-01'],
      ['a', 'wren', null],
    ]);
  });

  test('is no answer: the paper prints it, the attachment has nothing of it', () => {
    const pack = packOf([rule('a', { after: { count: 1, unit: 'weeks' }, certainty: 'check', check: 'Ask this.' })]);
    const assessment = assessmentOf(pack, { 'start~robin': '2026-05-01' }, [robin]);
    const choice = { locale: 'en', output: 'full', on: '2026-06-01' } as const;
    const text = reportText(report(pack, assessment, choice));
    expect(text).toContain('Date a');
    expect(text.find((each) => each.includes('Rule of a.'))).toMatch(/date-check.*Ask this\./);
    expect(Object.keys(published(pack, assessment, choice).assessment.answers)).toEqual(['start~robin']);
    expect(JSON.stringify(published(pack, assessment, choice))).not.toContain('Rule of a');
  });

  test('R10: what people agreed is printed among the answers alone', () => {
    const pack = packOf([rule('a', { certainty: 'agreed' })]);
    const assessment = assessmentOf(pack, { 'start~robin': '2026-05-01' }, [robin]);
    const text = reportText(report(pack, assessment, { locale: 'en', output: 'full', on: '2026-06-01' }));
    expect(text).not.toContain('Date a');
  });
});

describe('W6: what a date counts from', () => {
  const rows = [visit('r1', '2026-03-10'), visit('r2', '2026-02-01', 'call'), visit('r3', '2026-01-20')];
  const from = { question: 'visits', column: 'on' } as const;

  test.each([
    ['the first row', { row: 'first' }, ['2026-01-20']],
    ['the last row', { row: 'last' }, ['2026-03-10']],
    ['each row', {}, ['2026-03-10', '2026-02-01', '2026-01-20']],
    ['rows that say so', { where: { column: 'kind', in: ['call'] } }, ['2026-02-01']],
  ] as const)('%s', (_, more, days) => {
    const dates = datesOf([rule('a', { from: [{ ...from, ...more }] })], { 'visits~robin': rows });
    expect(dates.map(({ date }) => date)).toEqual(days);
  });

  test('the first that has a day', () => {
    const dates = [rule('a', { from: [{ ...from, row: 'last' }, { question: 'start' }] })];
    expect(datesOf(dates, { 'start~robin': '2026-05-01' })[0]?.date).toBe('2026-05-01');
    expect(datesOf(dates, { 'start~robin': '2026-05-01', 'visits~robin': rows })[0]?.date).toBe('2026-03-10');
  });

  test('the date of a rule above', () => {
    const chain = [
      rule('a', { after: { count: 10, unit: 'working-days' } }),
      rule('b', { from: [{ date: 'a' }], after: { count: 10, unit: 'working-days' } }),
    ];
    expect(datesOf(chain, { 'start~robin': '2026-06-01' }).map(({ date }) => date)).toEqual([
      '2026-06-15',
      '2026-06-29',
    ]);
    expect(datesOf(chain, {})[1]).toMatchObject({ date: null, place: { question: 'start', subject: 'robin' } });
  });

  test('no day: a clock of the law is listed without a date, what people agree is not', () => {
    expect(datesOf([rule('a')], {})).toMatchObject([{ date: null, place: { question: 'start', subject: 'robin' } }]);
    expect(datesOf([rule('a', { from: [] })], {})).toMatchObject([{ date: null, place: null }]);
    expect(datesOf([rule('a', { certainty: 'agreed' })], {})).toEqual([]);
  });

  test('an answer that does not apply, or could not be read, is no day', () => {
    const hidden = [rule('a', { from: [{ question: 'hidden' }] })];
    expect(datesOf(hidden, { 'hidden~robin': '2026-05-01' })).toMatchObject([{ date: null, place: null }]);
    const pack = packOf([rule('a')]);
    const unread = assessmentOf(pack, { 'start~robin': { is: 'unread', text: '31/2/2026' } }, [robin]);
    expect(timetableDates(pack, unread, '2026-06-01')[0]?.date).toBeNull();
  });
});

describe('W7: whether a day has come', () => {
  test.each([
    ['last-day', '2026-06-01', false],
    ['last-day', '2026-06-02', true],
    ['before-day', '2026-05-31', false],
    ['before-day', '2026-06-01', true],
    ['from-day', '2026-05-31', false],
    ['from-day', '2026-06-01', true],
  ] as const)('%s on %s', (is, on, come) => {
    expect(datesOf([rule('a', { is })], { 'start~robin': '2026-06-01' }, on)[0]?.come).toBe(come);
  });

  test('done on the first day that is not too early', () => {
    const seen = [rule('a', { after: { count: 1, unit: 'weeks' }, doneBy: { question: 'visits', column: 'on' } })];
    const at = (...days: readonly string[]): string | null | undefined =>
      datesOf(seen, {
        'start~robin': '2026-06-01',
        'visits~robin': days.map((day, index) => visit(`r${String(index)}`, day)),
      })[0]?.done;
    expect(at('2026-05-30')).toBeNull();
    expect(at('2026-06-20', '2026-05-30', '2026-06-03')).toBe('2026-06-03');
  });
});

test('W7: what lapses is not listed once it has come, but counts for others', () => {
  const lapsing = [
    rule('a', { lapses: true }),
    rule('b', { from: [{ date: 'a' }], after: { count: 1, unit: 'weeks' } }),
  ];
  const listed = (on: string): readonly (string | null)[][] =>
    datesOf(lapsing, { 'start~robin': '2026-06-01' }, on).map(({ rule: { id }, date }) => [id, date]);
  expect(listed('2026-06-01')).toEqual([
    ['a', '2026-06-01'],
    ['b', '2026-06-08'],
  ]);
  expect(listed('2026-06-02')).toEqual([['b', '2026-06-08']]);
});

describe('W8: ages', () => {
  const aged = rule('a', { aged: { from: 16, to: 17 } });
  test.each([
    ['2010-06-01', true],
    ['2010-06-02', false],
    ['2008-06-02', true],
    ['2008-06-01', false],
    ['2010', true],
    ['2010-07', false],
    [undefined, false],
  ])('born %s', (born, there) => {
    const pack = packOf([aged]);
    const people = [child('robin', born === undefined ? {} : { born })];
    expect(timetableDates(pack, assessmentOf(pack, {}, people), '2026-06-01')).toHaveLength(there ? 1 : 0);
  });
});

test('W9: the pack says whose working days count, unless somebody else does', () => {
  const pack = packOf([rule('a', { after: { count: 1, unit: 'working-days' } })], { closures: ['2026-06-15'] });
  const assessment = assessmentOf(pack, { 'start~robin': '2026-06-12' }, [robin]);
  expect(timetableDates(pack, assessment, '2026-06-01')[0]?.date).toBe('2026-06-16');
  const scotland = { nation: 'scotland', closures: [] } as const;
  expect(timetableDates(pack, assessment, '2026-06-01', scotland)[0]?.date).toBe('2026-06-16');
  const northern = { nation: 'northern-ireland', closures: [] } as const;
  expect(timetableDates(pack, assessment, '2026-06-01', northern)[0]?.date).toBe('2026-06-15');
});

describe('the check of a pack finds in its timetable', () => {
  test.each<[string, Partial<DateRule>]>([
    ['unknown-question', { from: [{ question: 'nowhere' }] }],
    ['no-date', { from: [{ question: 'status' }] }],
    ['no-date', { from: [{ question: 'visits', column: 'kind' }] }],
    ['unknown-choice', { from: [{ question: 'visits', column: 'on', where: { column: 'kind', in: ['letter'] } }] }],
    ['unknown-date', { from: [{ date: 'later' }] }],
    ['unknown-section', { section: 'nowhere' }],
    ['missing-sources', { sources: [] }],
    ['check-words', { certainty: 'check' }],
    ['check-words', { check: 'Ask.' }],
    ['rule-unknown-choice', { when: { question: 'status', in: ['away'] } }],
  ])('%s', (code, more) => {
    expect(checkPack(packOf([rule('a', more)])).map((problem) => problem.code)).toContain(code);
    expect(checkPack(packOf([rule('a')]))).toEqual([]);
  });

  test('steps and notes that name what is not there, and ids that stand twice', () => {
    const note = { id: 'n', step: 'start', sources: ['study'], certainty: 'read', words: 'W', source: 'S' } as const;
    const codes = (dates: readonly DateRule[], more: Partial<Timetable>): readonly string[] =>
      checkPack(packOf(dates, more)).map(({ code }) => code);
    expect(codes([], { steps: ['nowhere'] })).toEqual(['unknown-question']);
    expect(codes([], { steps: ['status'], notes: [note] })).toEqual(['unknown-step']);
    expect(codes([rule('a'), rule('a')], {})).toEqual(['duplicate-id']);
  });
});
