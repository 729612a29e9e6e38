import type { PlainDate } from '../answer.ts';
import { daysInMonth } from '../dates.ts';

const dayLength = 86_400_000;

/** Days since 1 January 1970; the calendar alone, no clock and no time zone. */
const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const fromDayNumber = (number: number): PlainDate => new Date(number * dayLength).toISOString().slice(0, 10);

/** A day by its numbers, the month counted from 1. */
export const dayOf = (year: number, month: number, day: number): PlainDate =>
  fromDayNumber(Date.UTC(year, month - 1, day) / dayLength);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: PlainDate): number => new Date(dayNumber(date) * dayLength).getUTCDay();

/** The day `days` after `date`, or before it where negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/** The same day `months` later; where that month is shorter, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = dayOf(year, month + months, 1);
  const [y = 0, m = 1] = first.split('-').map(Number);
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Easter Sunday, by the rule the Western churches use. */
export function easter(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const drift = century - Math.floor((century + 8) / 25) + 1;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor(drift / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
