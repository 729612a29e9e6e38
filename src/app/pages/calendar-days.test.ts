import { expect, test } from 'vitest';
import { assessmentOf, child, packWith } from '../../../test/fixtures/small-pack.ts';
import type { CalendarDay } from '../../exchange/ics.ts';
import type { DateRule } from '../../model/pack.ts';
import type { TimetableDate } from '../../model/timetable.ts';
import { calendarDays } from './calendar-days.ts';

const pack = packWith([{ id: 'start', kind: 'date', repeats: ['child'] }]);
const robin = child('robin', { name: 'Robin Quill' });
const wren = child('wren', { name: 'Wren Quill' });
const rule: DateRule = {
  id: 'visit',
  section: 'all',
  from: [{ question: 'start' }],
  is: 'last-day',
  sources: ['study'],
  certainty: 'check',
  label: 'Next visit',
  rule: 'Within a week.',
  source: 'A study',
  check: 'Ask.',
};
const on = '2026-06-01';
const due = (more: Partial<TimetableDate> = {}): TimetableDate => ({
  rule,
  child: robin,
  date: '2026-06-08',
  from: '2026-06-01',
  place: null,
  row: null,
  done: null,
  ticked: false,
  come: false,
  ...more,
});
const daysOf = (dates: readonly TimetableDate[], people = [robin, wren]): readonly CalendarDay[] =>
  calendarDays(pack, assessmentOf(pack, {}, people), dates, on);

test('a day in a calendar says what and for which reference, and never whose by name', () => {
  const days = daysOf([due(), due({ child: wren }), due({ child: null })]);
  expect(days.map(({ title }) => title)).toEqual([
    'Next visit (ref REF-1, child 1)',
    'Next visit (ref REF-1, child 2)',
    'Next visit (ref REF-1)',
  ]);
  expect(JSON.stringify(days)).not.toContain('Quill');
  expect(days[0]?.text).toContain('Within a week.');
  expect(days[0]?.text).toContain('Ask.');
  expect(new Set(days.map(({ key }) => key.join())).size).toBe(3);
});

test('an only child has no number', () => {
  expect(daysOf([due()], [robin])[0]?.title).toBe('Next visit (ref REF-1)');
});

test('what is over, done, or has no day yet is left out; today is in', () => {
  const left = [due({ date: '2026-05-31' }), due({ done: '2026-06-01' }), due({ date: null })];
  expect(daysOf([...left, due({ date: on })])).toHaveLength(1);
});
