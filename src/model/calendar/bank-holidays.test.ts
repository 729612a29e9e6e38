import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays, nations, type Nation } from './bank-holidays.ts';
import { weekday } from './days.ts';

// Written out by hand from the lists the government publishes, day and month.
const published: Readonly<Record<Nation, Readonly<Record<number, string>>>> = {
  'england-and-wales': {
    2022: '3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12',
    2023: '2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12',
    2024: '1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12',
    2025: '1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12',
    2026: '1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12',
    2027: '1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12',
  },
  scotland: {
    2022: '3/1 4/1 15/4 2/5 2/6 3/6 1/8 19/9 30/11 26/12 27/12',
    2023: '2/1 3/1 7/4 1/5 8/5 29/5 7/8 30/11 25/12 26/12',
    2024: '1/1 2/1 29/3 6/5 27/5 5/8 2/12 25/12 26/12',
    2025: '1/1 2/1 18/4 5/5 26/5 4/8 1/12 25/12 26/12',
    2026: '1/1 2/1 3/4 4/5 25/5 15/6 3/8 30/11 25/12 28/12',
    2027: '1/1 4/1 26/3 3/5 31/5 2/8 30/11 27/12 28/12',
  },
  'northern-ireland': {
    2022: '3/1 17/3 15/4 18/4 2/5 2/6 3/6 12/7 29/8 19/9 26/12 27/12',
    2023: '2/1 17/3 7/4 10/4 1/5 8/5 29/5 12/7 28/8 25/12 26/12',
    2024: '1/1 18/3 29/3 1/4 6/5 27/5 12/7 26/8 25/12 26/12',
    2025: '1/1 17/3 18/4 21/4 5/5 26/5 14/7 25/8 25/12 26/12',
    2026: '1/1 17/3 3/4 6/4 4/5 25/5 13/7 31/8 25/12 28/12',
    2027: '1/1 17/3 26/3 29/3 3/5 31/5 12/7 30/8 27/12 28/12',
  },
};

const years = [2022, 2023, 2024, 2025, 2026, 2027];
const spoken = (date: string): string => date.split('-').slice(1).reverse().map(Number).join('/');

describe.each(nations)('W1: the bank holidays of %s', (nation) => {
  test.each(years)('are those published for %i', (year) => {
    expect(bankHolidays(nation, year).map(spoken).join(' ')).toBe(published[nation][year]);
  });

  test('in any year are weekdays of that year, each once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const days = bankHolidays(nation, year);
        expect([...new Set(days)].sort()).toEqual(days);
        for (const day of days) {
          expect(day.startsWith(`${String(year)}-`)).toBe(true);
          expect([1, 2, 3, 4, 5]).toContain(weekday(day));
        }
      }),
    );
  });

  test('in a year beyond the lists number as many as the law names', () => {
    const ordinary = { 'england-and-wales': 8, scotland: 9, 'northern-ireland': 10 }[nation];
    fc.assert(
      fc.property(fc.integer({ min: 2028, max: 2100 }), (year) => {
        expect(bankHolidays(nation, year)).toHaveLength(ordinary);
      }),
    );
  });
});
