import type { PersonId, PlainDate, Row, RowId } from './answer.ts';
import type { Assessment, Person, PlaceKey } from './assessment.ts';
import { daysInMonth, isPlainDate } from './dates.ts';
import type { Evaluation } from './evaluate.ts';
import { minimumsFor } from './minimums.ts';
import { packIndex } from './pack-index.ts';
import type { ChoiceId, Minimum, Pack } from './pack.ts';
import { childrenInScope } from './people.ts';
import {
  dayIn,
  idIn,
  idsIn,
  inOrder,
  instancesOf,
  rowsIn,
  textIn,
  type Day,
  type PlacedRow,
} from './progress-cells.ts';

/** One step of the move home. */
export interface Step {
  readonly at: PlaceKey;
  readonly row: RowId;
  readonly from: Day;
  readonly until: Day;
  readonly kind: ChoiceId | null;
  readonly what: string;
  readonly who: readonly PersonId[];
  readonly support: string;
  readonly needed: string;
}

/** One visit that was written down. */
export interface Visit {
  readonly row: RowId;
  readonly on: Day;
  readonly by: PersonId | null;
  readonly alone: string | null;
  readonly unannounced: string | null;
}

/** Seeing the child in one way: what is planned, what the law asks for at least, and what was done. */
export interface Watch {
  /** A choice of the schedule's kinds; null for what was given no kind, and for visits by people not in the schedule. */
  readonly kind: ChoiceId | null;
  readonly planned: readonly PlacedRow[];
  readonly minimums: readonly Minimum[];
  readonly done: readonly Visit[];
}

/** Looking back six months after the return. */
export interface SixMonths {
  readonly state: 'no-date' | 'coming' | 'overdue' | 'recorded';
  readonly due: PlainDate | null;
  readonly on: Day;
  readonly outcome: ChoiceId | null;
}

/** One child's way home. */
export interface WayHome {
  readonly child: Person;
  /** Whether a return of this child has been decided, or for another reason a plan is expected now. */
  readonly isOpen: boolean;
  readonly returnDate: PlainDate | null;
  readonly steps: readonly Step[];
  readonly watches: readonly Watch[];
  /** What was recorded at closing, and at each look back. */
  readonly outcome: ChoiceId | null;
  readonly later: readonly PlacedRow[];
  /** Null where no return is planned. */
  readonly sixMonths: SixMonths | null;
}

/** The way home of each child in scope (G5–G7). */
export function waysHome(pack: Pack, evaluation: Evaluation, assessment: Assessment): readonly WayHome[] {
  return childrenInScope(assessment).map((child) => {
    const { id } = child;
    const [move] = instancesOf(evaluation.applies, 'return-date', id);
    const returnDate = dateOf(move?.answer);
    const isOpen = instancesOf(evaluation.applies, 'monitoring-schedule', id).some(({ counts }) => counts);
    const later = rowsIn(evaluation, assessment, 'outcome-later', id);
    const [closing] = instancesOf(evaluation.applies, 'outcome-record', id);
    return {
      child,
      isOpen,
      returnDate,
      steps: inOrder(rowsIn(evaluation, assessment, 'transition-plan', id).map(stepIn), ({ from }) => from),
      watches: watchesOf(pack, evaluation, assessment, id),
      outcome: choiceOf(closing?.answer),
      later: inOrder(later, ({ row }) => dayIn(row, 'date')),
      sixMonths: move && (isOpen || returnDate !== null) ? sixMonthsAfter(returnDate, later, evaluation.on) : null,
    };
  });
}

type Given = Evaluation['applies'][number]['answer'] | undefined;

const choiceOf = (answer: Given): ChoiceId | null =>
  answer?.is === 'given' && typeof answer.value === 'string' ? answer.value : null;

function dateOf(answer: Given): PlainDate | null {
  const date = choiceOf(answer);
  return date !== null && isPlainDate(date) ? date : null;
}

const stepIn = ({ at, row }: PlacedRow): Step => ({
  at,
  row: row.id,
  from: dayIn(row, 'date'),
  until: dayIn(row, 'until'),
  kind: idIn(row, 'step-kind'),
  what: textIn(row, 'step'),
  who: idsIn(row, 'who'),
  support: textIn(row, 'support'),
  needed: textIn(row, 'needed'),
});

const visitIn = (row: Row): Visit => ({
  row: row.id,
  on: dayIn(row, 'date'),
  by: idIn(row, 'by'),
  alone: idIn(row, 'alone'),
  unannounced: idIn(row, 'unannounced'),
});

/** Kinds in the pack's order. A visit counts for the first kind that its visitor is planned for. */
function watchesOf(pack: Pack, evaluation: Evaluation, assessment: Assessment, child: PersonId): readonly Watch[] {
  const schedule = packIndex(pack).questions.get('monitoring-schedule');
  const isAsked = instancesOf(evaluation.applies, 'monitoring-schedule', child).length > 0;
  if (!schedule || !isAsked) return [];
  const rows = rowsIn(evaluation, assessment, 'monitoring-schedule', child);
  const minimums = minimumsFor(pack, assessment, schedule, child);
  const kinds = (schedule.columns ?? []).find(({ id }) => id === 'what-kind')?.choices?.map(({ id }) => id) ?? [];
  let visits = rowsIn(evaluation, assessment, 'visit-log', child).map(({ row }) => visitIn(row));
  const watches = kinds.map((kind): Watch => {
    const planned = rows.filter(({ row }) => idIn(row, 'what-kind') === kind);
    const visitors = new Set(planned.flatMap(({ row }) => idIn(row, 'who') ?? []));
    const theirs = visits.filter(({ by }) => by !== null && visitors.has(by));
    visits = visits.filter((visit) => !theirs.includes(visit));
    return {
      kind,
      planned,
      minimums: minimums.filter(({ of }) => of.choice === kind),
      done: inOrder(theirs, ({ on }) => on),
    };
  });
  const rest: Watch = {
    kind: null,
    planned: rows.filter(({ row }) => !kinds.includes(idIn(row, 'what-kind') ?? '')),
    minimums: [],
    done: inOrder(visits, ({ on }) => on),
  };
  return [...watches, rest].filter((each) => each.planned.length + each.minimums.length + each.done.length > 0);
}

/** Recorded once a row says how things were at that point and on which day. */
function sixMonthsAfter(returnDate: PlainDate | null, later: readonly PlacedRow[], today: PlainDate): SixMonths {
  const recorded = later.find(
    ({ row }) => idIn(row, 'point') === 'six-months' && idIn(row, 'outcome') !== null && dayIn(row, 'date') !== null,
  );
  const due = returnDate === null ? null : monthsLater(returnDate, 6);
  if (recorded)
    return { state: 'recorded', due, on: dayIn(recorded.row, 'date'), outcome: idIn(recorded.row, 'outcome') };
  const state = due === null ? 'no-date' : today <= due ? 'coming' : 'overdue';
  return { state, due, on: null, outcome: null };
}

/** The same day so many months later, or the last of a month that is too short for it. */
export function monthsLater(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const then = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const last = Math.min(day, daysInMonth(then.year, then.month));
  return `${String(then.year).padStart(4, '0')}-${String(then.month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}
