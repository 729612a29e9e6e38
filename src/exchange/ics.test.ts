import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarDay } from './ics.ts';

const madeAt = '2026-05-11T09:30:00.123Z';
const review: CalendarDay = {
  key: ['assessment-1', 'planned-review', 'robin', 'm1'],
  date: '2026-12-31',
  title: 'Planned review (ref 4471)',
  text: 'Agreed; see the schedule, page 2.\nSource: a\\b',
};

const textOf = (days: readonly CalendarDay[]): string => new TextDecoder().decode(calendarFile(days, madeAt));

/** A reader of its own, as the standard says it: unfold, part at the first colon, take the escapes back. */
function read(file: string): readonly Readonly<Record<string, string>>[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  expect(lines.every((line) => !line.includes('\r') && !line.includes('\n'))).toBe(true);
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z=]+)?):(.*)$/s.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else
      Object.assign(events.at(-1) ?? {}, {
        [name]: value.replace(/\\([\\;,n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark)),
      });
  }
  return events;
}

describe('a calendar file', () => {
  test('has a whole day that is private and blocks no time', () => {
    const [event] = read(textOf([review]));
    expect(event).toMatchObject({
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      DTSTAMP: '20260511T093000Z',
      CLASS: 'PRIVATE',
      TRANSP: 'TRANSPARENT',
      SUMMARY: review.title,
      DESCRIPTION: review.text,
    });
  });

  test('keeps the id of an entry when its day or words change, and has another for each key', () => {
    const uid = (day: CalendarDay): string | undefined => read(textOf([day]))[0]?.UID;
    expect(uid({ ...review, date: '2027-01-04', title: 'Moved' })).toBe(uid(review));
    expect(uid({ ...review, key: ['assessment-1', 'planned-review', 'wren', 'm1'] })).not.toBe(uid(review));
    expect(uid(review)).not.toContain('robin');
  });

  test('reads back any words, in lines of at most 75 octets', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replace(/(?!\n)\p{Cc}/gu, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), (pairs) => {
        const days = pairs.map(([title, text], index) => ({ ...review, key: [String(index)], title, text }));
        const file = textOf(days);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(read(file).map(({ SUMMARY, DESCRIPTION }) => [SUMMARY, DESCRIPTION])).toEqual(pairs);
      }),
    );
  });

  test('leaves out what would break the file', () => {
    expect(read(textOf([{ ...review, title: 'A\u0000b\r\nEND:VEVENT' }]))[0]?.SUMMARY).toBe('Ab\nEND:VEVENT');
  });
});
