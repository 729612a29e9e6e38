import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nations } from './bank-holidays.ts';
import { addDays, addMonths, dayOf, easter, weekday } from './days.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween, type WorkingCalendar } from './working-days.ts';

const england: WorkingCalendar = { nation: 'england-and-wales', closures: [] };

const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays('2000-01-01', days));
const anyCalendar = fc.record({
  nation: fc.constantFrom(...nations),
  closures: fc.array(anyDay, { maxLength: 6 }),
});

describe('the calendar', () => {
  test.each([
    ['2022', '2022-04-17'],
    ['2024', '2024-03-31'],
    ['2026', '2026-04-05'],
    ['2027', '2027-03-28'],
    ['2038', '2038-04-25'],
  ])('Easter of %s is %s', (year, sunday) => {
    expect(easter(Number(year))).toBe(sunday);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-10-15', 6, '2027-04-15'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('days are added and taken away again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
  });
});

describe('working days', () => {
  test.each([
    ['a Friday', '2026-06-12', true],
    ['a Saturday', '2026-06-13', false],
    ['a Sunday', '2026-06-14', false],
    ['a bank holiday', '2026-12-28', false],
    ['Boxing Day on a Saturday', '2026-12-26', false],
  ])('W2: %s', (_, day, counts) => {
    expect(isWorkingDay(day, england)).toBe(counts);
  });

  test('W2: nations differ, and a council may be closed on more days', () => {
    expect(isWorkingDay('2026-06-15', england)).toBe(true);
    expect(isWorkingDay('2026-06-15', { nation: 'scotland', closures: [] })).toBe(false);
    expect(isWorkingDay('2026-12-29', { ...england, closures: ['2026-12-29'] })).toBe(false);
  });

  test.each([
    ['over a weekend', '2026-06-12', 1, '2026-06-15'],
    ['from a Saturday', '2026-06-13', 1, '2026-06-15'],
    ['over Christmas 2026', '2026-12-24', 5, '2027-01-05'],
    ['over the two holidays of May 2023', '2023-04-28', 10, '2023-05-16'],
    ['over the jubilee', '2022-06-01', 2, '2022-06-07'],
    ['none', '2026-06-13', 0, '2026-06-13'],
  ])('W3: %s', (_, from, days, to) => {
    expect(addWorkingDays(from, days, england)).toBe(to);
  });

  test('W3: a closure puts the day off', () => {
    expect(addWorkingDays('2026-06-12', 1, { ...england, closures: ['2026-06-15'] })).toBe('2026-06-16');
  });

  test('W3: the last of the days counted is itself a working day, and later ones come later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyCalendar, (from, days, calendar) => {
        const last = addWorkingDays(from, days, calendar);
        expect(isWorkingDay(last, calendar)).toBe(true);
        expect(addWorkingDays(from, days + 1, calendar) > last).toBe(true);
      }),
    );
  });

  test('W4: counting takes back what adding did', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyCalendar, (from, days, calendar) => {
        expect(workingDaysBetween(from, addWorkingDays(from, days, calendar), calendar)).toBe(days);
        expect(workingDaysBetween(addDays(from, days), from, calendar)).toBe(0);
      }),
    );
  });

  test('W3: days may be added in two steps', () => {
    const few = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(anyDay, few, few, anyCalendar, (from, first, second, calendar) => {
        const twice = addWorkingDays(addWorkingDays(from, first, calendar), second, calendar);
        expect(twice).toBe(addWorkingDays(from, first + second, calendar));
      }),
    );
  });
});
