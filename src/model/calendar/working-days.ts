import type { PlainDate } from '../answer.ts';
import { bankHolidays, type Nation } from './bank-holidays.ts';
import { addDays, weekday, yearOf } from './days.ts';

/** What decides which days count: a nation's bank holidays, and days a council itself is closed. */
export interface WorkingCalendar {
  readonly nation: Nation;
  readonly closures: readonly PlainDate[];
}

const holidays = new Map<string, ReadonlySet<PlainDate>>();

function isBankHoliday(nation: Nation, date: PlainDate): boolean {
  const key = `${nation} ${String(yearOf(date))}`;
  const known = holidays.get(key) ?? new Set(bankHolidays(nation, yearOf(date)));
  holidays.set(key, known);
  return known.has(date);
}

/** Whether a day counts (W2): not a Saturday, Sunday, bank holiday or closure. Beyond the published lists, by rule. */
export function isWorkingDay(date: PlainDate, { nation, closures }: WorkingCalendar): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !isBankHoliday(nation, date) && !closures.includes(date);
}

/** The day on which the last of `days` working days falls, the day after `from` being the first that can count (W3). */
export function addWorkingDays(from: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** How many working days lie after `from`, up to and with `to`; none where `to` is not later (W4). */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}
