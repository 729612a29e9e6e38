import { describe, expect, test } from 'vitest';
import { dateInWords, momentInWords, timeInFigures, weekdayInWords } from './dates.ts';

const zone = 'Europe/London';

describe('dates of our own, because Chromium has no Welsh ones', () => {
  test.each([
    ['2024-12-03', '3 Rhagfyr 2024', '3 December 2024'],
    ['2025-02-28', '28 Chwefror 2025', '28 February 2025'],
    ['2024-12', 'Rhagfyr 2024', 'December 2024'],
    ['2024', '2024', '2024'],
  ])('%s is %s and %s', (date, welsh, english) => {
    expect(dateInWords(date, 'cy')).toBe(welsh);
    expect(dateInWords(date, 'en')).toBe(english);
  });

  test('every month has a name of its own in both languages', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-01`);
    const said = (['en', 'cy'] as const).flatMap((language) => months.map((month) => dateInWords(month, language)));
    expect(new Set(said).size).toBe(24);
    expect(said.every((words) => /^1 [A-Z][a-z]+ 2025$/.test(words))).toBe(true);
  });

  test('a week in Welsh, from Sunday', () => {
    const week = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 11, 1 + index, 12)));
    expect(week.map((day) => weekdayInWords(day, { language: 'cy', zone }))).toEqual([
      'dydd Sul',
      'dydd Llun',
      'dydd Mawrth',
      'dydd Mercher',
      'dydd Iau',
      'dydd Gwener',
      'dydd Sadwrn',
    ]);
  });

  test('a moment is told in the zone asked for, summer time and the turn of a day included', () => {
    const moment = new Date('2026-06-30T23:05:00Z');
    expect(momentInWords(moment, { language: 'cy', zone })).toBe('1 Gorffennaf 2026, 00:05');
    expect(momentInWords(moment, { language: 'en', zone: 'UTC' })).toBe('30 June 2026, 23:05');
    expect(weekdayInWords(moment, { language: 'en', zone })).toBe('Wednesday');
    expect(timeInFigures(moment, { zone })).toBe('00:05');
  });

  test('nothing said speaks English, the language a page begins in', () => {
    expect(dateInWords('2024-12-03')).toBe('3 December 2024');
  });
});
