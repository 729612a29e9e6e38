import type { ChecklistEntry, PlainDate, Row, SignatureEntry } from './answer.ts';
import type { Assessment, Person, Place } from './assessment.ts';
import { addDays, addMonths } from './calendar/days.ts';
import { addWorkingDays, type WorkingCalendar } from './calendar/working-days.ts';
import { isPartDate, isPlainDate } from './dates.ts';
import { rowsOf } from './fits.ts';
import { packIndex } from './pack-index.ts';
import type { CountsFrom, DateRule, Pack } from './pack.ts';
import { childrenInScope, shownRows } from './people.ts';
import { Reading } from './reading.ts';

/** A day of a timetable, worked out from answers or agreed in them (W5). */
export interface TimetableDate {
  readonly rule: DateRule;
  /** Whom it is about; null for the family. */
  readonly child: Person | null;
  /** Null while what it is counted from has no day. */
  readonly date: PlainDate | null;
  /** The day it was counted from. */
  readonly from: PlainDate | null;
  /** Where that day is answered, or is to be; null where nothing asked here says it. */
  readonly place: Place | null;
  /** Of a table whose rows each make a date. */
  readonly row: string | null;
  /** The day on which an answer says it was done. */
  readonly done: PlainDate | null;
  /** It is ticked as done, which says no day. */
  readonly ticked: boolean;
  /** The last day is over, the day before which it had to be done has come, or so has the day from which it holds. */
  readonly come: boolean;
}

/** What a date rule leads to: on what day, counted from where. */
interface Found {
  readonly day: PlainDate;
  readonly place: Place | null;
  readonly row: string | null;
}

/**
 * The dates of a pack's timetable on this day (W5–W9): for the family, then child by child, in the order of the pack.
 * The calendar is the pack's own unless another is given. Days beyond the published lists of bank holidays are by rule
 * alone and may change.
 */
export function timetableDates(
  pack: Pack,
  assessment: Assessment,
  on: PlainDate,
  calendar: WorkingCalendar = pack.timetable,
): readonly TimetableDate[] {
  const reading = new Reading(pack, assessment);
  return [null, ...childrenInScope(assessment)].flatMap((child) => {
    const days = new Map<string, PlainDate>();
    return pack.timetable.dates
      .filter(
        (rule) => isAbout(rule, pack) === (child === null ? 'family' : 'child') && applies(rule, child, reading, on),
      )
      .flatMap((rule) => {
        const dates = datesOf(rule, child, { reading, on, calendar, days });
        const [first] = dates;
        if (first?.date) days.set(rule.id, first.date);
        return rule.lapses ? dates.filter(({ come }) => !come) : dates;
      });
  });
}

/** Whether something of the timetable applies to a child (null: the family) on this day. */
export function applies(
  { when, aged }: Pick<DateRule, 'when' | 'aged'>,
  child: Person | null,
  reading: Reading,
  on: PlainDate,
): boolean {
  return (when === undefined || reading.holds(when, child?.id ?? null, 0)) && (!aged || mayBeAged(child, aged, on));
}

/** Whether a child may have an age from `from` to `to` on a day; a year or month of birth alone leaves room. */
function mayBeAged(child: Person | null, { from, to }: { from: number; to: number }, on: PlainDate): boolean {
  const born = child?.born;
  if (typeof born !== 'string' || !isPartDate(born)) return false;
  const earliest = `${born}-01-01`.slice(0, 10);
  const latest = `${born}${'-12-31'.slice(born.length - 4)}`.slice(0, 10);
  return addMonths(earliest, from * 12) <= on && on < addMonths(latest, (to + 1) * 12);
}

/** A date is the family's where nothing it is counted from is asked of each child. */
function isAbout({ from }: DateRule, pack: Pack): 'family' | 'child' {
  const questions = from.flatMap((each) => ('date' in each ? [] : [packIndex(pack).questions.get(each.question)]));
  return questions.length > 0 && questions.every((question) => !question?.repeats.includes('child'))
    ? 'family'
    : 'child';
}

interface At {
  readonly reading: Reading;
  readonly on: PlainDate;
  readonly calendar: WorkingCalendar;
  /** What rules further up led to, for this child. */
  readonly days: ReadonlyMap<string, PlainDate>;
}

function datesOf(rule: DateRule, child: Person | null, at: At): readonly TimetableDate[] {
  const found = rule.from.map((from) => daysOf(from, child, at)).find((days) => days.length > 0);
  if (!found)
    // What people agree has a date only once they have; a clock of the law runs whether or not the day is known.
    return rule.certainty === 'agreed'
      ? []
      : [
          {
            rule,
            child,
            date: null,
            from: null,
            place: placeOf(rule, child, at),
            row: null,
            done: null,
            ticked: false,
            come: false,
          },
        ];
  return found.map(({ day, place, row }): TimetableDate => {
    const date = later(day, rule.after, at.calendar);
    const done = doneOn(rule, day, child, at);
    const come = rule.is === 'last-day' ? at.on > date : at.on >= date;
    const ticked = rule.doneBy !== undefined && 'item' in rule.doneBy && isTicked(rule.doneBy, child, at.reading);
    return { rule, child, date, from: day, place, row, done, ticked, come };
  });
}

/** The first day that says it was done, none before the day it is counted from. */
function doneOn({ doneBy, is }: DateRule, day: PlainDate, child: Person | null, at: At): TimetableDate['done'] {
  if (!doneBy || 'item' in doneBy) return null;
  const days = daysOf(doneBy, child, at).map((each) => each.day);
  return days.filter((each) => is === 'before-day' || each >= day).sort()[0] ?? null;
}

function isTicked(
  { question: id, item }: { readonly question: string; readonly item: string },
  child: Person | null,
  reading: Reading,
): boolean {
  const place = askedAt(id, child, reading);
  const question = packIndex(reading.pack).questions.get(id);
  const answer = place && question && reading.latest(question, place.subject, 0)?.answer;
  return (
    answer?.is === 'given' &&
    question?.kind === 'checklist' &&
    (answer.value as readonly ChecklistEntry[]).some((each) => each.item === item && each.state === 'done')
  );
}

function later(day: PlainDate, after: DateRule['after'], calendar: WorkingCalendar): PlainDate {
  if (!after) return day;
  switch (after.unit) {
    case 'working-days':
      return addWorkingDays(day, after.count, calendar);
    case 'weeks':
      return addDays(day, 7 * after.count);
    case 'months':
      return addMonths(day, after.count);
  }
}

/** The days that something to count from says; only whole dates count, and only of rows that are shown. */
function daysOf(from: CountsFrom, child: Person | null, { reading, days }: At): readonly Found[] {
  if ('date' in from) {
    const day = days.get(from.date);
    return day === undefined ? [] : [{ day, place: null, row: null }];
  }
  const place = askedAt(from.question, child, reading);
  const question = packIndex(reading.pack).questions.get(from.question);
  const answer = place && question && reading.latest(question, place.subject, 0)?.answer;
  if (answer?.is !== 'given') return [];
  const { column, where, row } = from;
  if (question?.kind === 'signature')
    return (answer.value as readonly SignatureEntry[]).map(({ date }) => ({ day: date, place, row: null }));
  if (column === undefined)
    return typeof answer.value === 'string' && isPlainDate(answer.value)
      ? [{ day: answer.value, place, row: null }]
      : [];
  const rows = shownRows(reading.assessment, rowsOf(answer)).filter((each) => !where || says(each, where));
  const found = rows.flatMap((each): readonly Found[] => {
    const day = each.cells[column];
    return typeof day === 'string' && isPlainDate(day) ? [{ day, place, row: each.id }] : [];
  });
  if (row === undefined) return found;
  const inOrder = [...found].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (row === 'first' ? inOrder.slice(0, 1) : inOrder.slice(-1)).map((each) => ({ ...each, row: null }));
}

const says = ({ cells }: Row, { column, in: wanted }: { column: string; in: readonly string[] }): boolean => {
  const cell = cells[column];
  return typeof cell === 'string' && wanted.includes(cell);
};

/** Where a question is asked of a child or the family, if it is asked now. */
function askedAt(id: string, child: Person | null, reading: Reading): Place | null {
  const question = packIndex(reading.pack).questions.get(id);
  if (!question) return null;
  const subject = question.repeats.includes('child') ? (child?.id ?? null) : null;
  return reading.asks(question, subject) && reading.applies(question, subject, 0)
    ? { question: id, subject, round: 0 }
    : null;
}

/** Where the day that is missing is to be answered: the first of the places, or where an earlier date is counted from. */
function placeOf(rule: DateRule, child: Person | null, at: At): Place | null {
  for (const from of rule.from) {
    const earlier = 'date' in from ? at.reading.pack.timetable.dates.find(({ id }) => id === from.date) : undefined;
    const place = 'date' in from ? earlier && placeOf(earlier, child, at) : askedAt(from.question, child, at.reading);
    if (place) return place;
  }
  return null;
}
