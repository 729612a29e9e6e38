import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateParts, isPartDate, isPlainDate, readDate, splitDate, type DateParts } from './dates.ts';

const boxes = (day: string, month: string, year: string): DateParts => ({ day, month, year });
const realDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partDate = fc.tuple(realDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
const typed = fc.string({ maxLength: 6 }).filter((text) => !text.includes('/'));

describe('D1 three boxes', () => {
  test('empty boxes are no date', () => {
    expect(readDate(boxes('', '  ', ''), true)).toBeNull();
  });

  test.each<[DateParts, string]>([
    [boxes('27', '3', '2026'), '2026-03-27'],
    [boxes(' 1 ', 'Jan', '2026'), '2026-01-01'],
    [boxes('09', '09', '1999'), '1999-09-09'],
  ])('%o is %s', (parts, date) => {
    expect(readDate(parts, false)).toBe(date);
    expect(readDate(parts, true)).toBe(date);
  });

  test.each<[DateParts, string]>([
    [boxes('', '', '2024'), '2024'],
    [boxes('', 'rhagfyr', '2024'), '2024-12'],
  ])('%o is %s only where a part is enough', (parts, date) => {
    expect(readDate(parts, true)).toBe(date);
    expect(readDate(parts, false)).toHaveProperty('unread');
  });

  test.each([
    boxes('31', '2', '2026'),
    boxes('0', '1', '2026'),
    boxes('1', '13', '2026'),
    boxes('1', '0', '2026'),
    boxes('5', '', '2026'),
    boxes('5', '6', ''),
    boxes('5', '6', '26'),
    boxes('5', '6', '1799'),
    boxes('5', 'Smarch', '2026'),
    boxes('1.5', '6', '2026'),
    boxes('-1', '6', '2026'),
    boxes('five', '6', '2026'),
    boxes('', '6', ''),
  ])('%o is unread, as typed', (parts) => {
    expect(readDate(parts, true)).toEqual({ unread: `${parts.day}/${parts.month}/${parts.year}` });
  });
});

describe('D2 a date as one text', () => {
  test.each([
    ['27 mar 2026', '2026-03-27'],
    ['27/3/2026', '2026-03-27'],
    ['27.03.2026', '2026-03-27'],
    ['27th March 2026', '2026-03-27'],
    [' 2026-03-27 ', '2026-03-27'],
    ['1af', null],
    ['27 mawrth 2026', '2026-03-27'],
    ['3/2026', null],
    ['27 Smarch 2026', null],
    ['last week', null],
    ['', null],
  ])('%j', (text, date) => {
    const parts = splitDate(text);
    expect(parts && readDate(parts, false)).toBe(date);
  });

  test('a day that does not exist is split, and then unread', () => {
    const parts = splitDate('31/2/2026');
    expect(parts && readDate(parts, false)).toEqual({ unread: '31/2/2026' });
  });
});

describe('D3 back to boxes', () => {
  test('a date read from its boxes is the date', () => {
    fc.assert(
      fc.property(partDate, (date) => {
        expect(readDate(dateParts(date), true)).toBe(date);
      }),
    );
  });

  test('what was typed and not read comes back box by box', () => {
    fc.assert(
      fc.property(typed, typed, typed, (day, month, year) => {
        const read = readDate(boxes(day, month, year), true);
        if (typeof read === 'object' && read) expect(dateParts(read)).toEqual(boxes(day, month, year));
      }),
    );
  });

  test('a slash in a box loses nothing', () => {
    const read = readDate(boxes('1/2', '3', '2026'), false);
    expect(read).toEqual({ unread: '1/2/3/2026' });
    const { day, month, year } = dateParts(typeof read === 'string' ? null : read);
    expect(`${day}/${month}/${year}`).toBe('1/2/3/2026');
  });

  test('no date is empty boxes', () => {
    expect(dateParts(null)).toEqual(boxes('', '', ''));
  });
});

describe('D4 days that exist', () => {
  test('agrees with the calendar', () => {
    const text = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(text, (each) => {
        const at = new Date(`${each}T00:00:00Z`);
        const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(each);
        expect(isPlainDate(each)).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['2023-02-29', '1900-02-29', '2026-4-01', '2026-04-31', '26-04-01', '2026-04-01T00:00', ''])(
    '%j is no day',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  test.each(['2024-02-29', '2000-02-29'])('%s is', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  test('a year and a month are parts of a date, not a day', () => {
    expect([isPartDate('2024'), isPartDate('2024-12'), isPartDate('2024-13')]).toEqual([true, true, false]);
    expect([isPlainDate('2024'), isPlainDate('2024-12')]).toEqual([false, false]);
  });
});

describe('D5 months in words', () => {
  const welsh = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
  const english = 'January February March April May June July August September October November December'.split(' ');
  test.each([welsh, english])('are read in their order: %s', (...names) => {
    expect(names.map((name) => readDate(boxes('1', name.toUpperCase(), '2026'), false))).toEqual(
      names.map((_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`),
    );
  });
});
