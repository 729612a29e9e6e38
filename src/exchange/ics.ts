import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant, PlainDate } from '../model/answer.ts';
import { addDays } from '../model/calendar/days.ts';

/** A whole day of a calendar. Its words must not name anybody: calendars are shared and shown on many screens. */
export interface CalendarDay {
  /** What stays the same when the day moves, so that a calendar changes its entry instead of adding one. */
  readonly key: readonly string[];
  readonly date: PlainDate;
  readonly title: string;
  readonly text: string;
}

/** An iCalendar file (RFC 5545) of private, whole days that block no time. */
export function calendarFile(days: readonly CalendarDay[], madeAt: Instant): Uint8Array<ArrayBuffer> {
  const stamp = madeAt.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//Dates//EN',
    ...days.flatMap(({ key, date, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${uidOf(key)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${figures(date)}`,
      `DTEND;VALUE=DATE:${figures(addDays(date, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return new Uint8Array(new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join('')));
}

const figures = (date: PlainDate): string => date.replaceAll('-', '');

/** A hash, since an id of a person or case has no business in a calendar. */
const uidOf = (key: readonly string[]): string =>
  `${bytesToHex(sha256(utf8ToBytes(JSON.stringify(key)))).slice(0, 32)}@homeward.invalid`;

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // A calendar refuses a file with any of these.
    .replace(/\p{Cc}/gu, '');

/** No line longer than 75 octets; a line that goes on begins with a space, and no letter is parted. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let room = 75;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) {
      out += '\r\n ';
      room = 74;
    }
    out += letter;
    room -= size;
  }
  return out;
}
