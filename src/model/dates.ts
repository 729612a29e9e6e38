import type { PartDate, PlainDate } from './answer.ts';

/** What somebody typed into the three boxes of a date, as typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return (monthLengths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

// The only month names read; the words a person sees come from the pack and the interface.
const monthStems = [
  ['jan', 'ion'],
  ['feb', 'chw'],
  ['mar', 'maw'],
  ['apr', 'ebr'],
  ['may', 'mai'],
  ['jun', 'meh'],
  ['jul', 'gor'],
  ['aug', 'aws'],
  ['sep', 'med'],
  ['oct', 'hyd'],
  ['nov', 'tac'],
  ['dec', 'rha'],
];

function readMonth(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const stem = text.toLowerCase().slice(0, 3);
  const index = monthStems.findIndex((stems) => stems.includes(stem));
  return index < 0 ? null : index + 1;
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0');

/**
 * The date that three boxes say (D1): a full date, or with `partly` also a year or a month and year;
 * null when they are empty; `unread` with the text as typed, `day/month/year`, when it is no date.
 */
export function readDate(parts: DateParts, partly: boolean): PartDate | null | { readonly unread: string } {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (day === '' && month === '' && year === '') return null;
  const unread = { unread: `${parts.day}/${parts.month}/${parts.year}` };
  if (!/^\d{4}$/.test(year)) return unread;
  const y = Number(year);
  if (y < 1800) return unread;
  if (day === '' && month === '') return partly ? year : unread;
  const m = readMonth(month);
  if (m === null || m < 1 || m > 12) return unread;
  if (day === '') return partly ? `${year}-${pad(m, 2)}` : unread;
  if (!/^\d{1,2}$/.test(day)) return unread;
  const d = Number(day);
  return d >= 1 && d <= daysInMonth(y, m) ? `${year}-${pad(m, 2)}-${pad(d, 2)}` : unread;
}

/** The three boxes for a date or for a text that could not be read as one; the inverse of `readDate`. */
export function dateParts(date: PartDate | { readonly unread: string } | null): DateParts {
  if (date === null) return { day: '', month: '', year: '' };
  if (typeof date !== 'string') {
    const [day = '', month = '', ...year] = date.unread.split('/');
    return { day, month, year: year.join('/') };
  }
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** A whole date typed or pasted as one text, such as `27 mar 2026`, `27/3/2026` or `2026-03-27`, as three boxes; null if it is none (D2). */
export function splitDate(text: string): DateParts | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const [, year, month, day] = iso ?? [];
  if (year && month && day) return { day, month, year };
  const spoken = /^\s*(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]+([A-Za-z]+|\d{1,2})[\s/.,-]+(\d{4})\s*$/.exec(text);
  const [, d, m, y] = spoken ?? [];
  const number = m === undefined ? null : readMonth(m);
  return d && y && number !== null ? { day: d, month: String(number), year: y } : null;
}

/** Whether `text` is a calendar day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartDate(text);
}

/** Whether `text` is a year, a month of a year, or a calendar day that exists. */
export function isPartDate(text: string): text is PartDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  const length = daysInMonth(Number(year), Number(month));
  return length > 0 && (day === undefined || (Number(day) >= 1 && Number(day) <= length));
}
