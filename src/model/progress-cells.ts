import type { PartDate, PersonId, Row, Unread } from './answer.ts';
import type { Assessment, Place, PlaceKey } from './assessment.ts';
import type { Evaluation, Instance } from './evaluate.ts';
import { rowsOf } from './fits.ts';
import type { QuestionId } from './pack.ts';
import { shownRows } from './people.ts';

/** A day, a part of one, what was typed and not understood, or nothing. */
export type Day = PartDate | Unread | null;

/** A row of an answer that applies, and where it stands. */
export interface PlacedRow {
  readonly at: PlaceKey;
  readonly place: Place;
  readonly row: Row;
}

/** Every shown row of a question that applies, of all people and rounds; with `of`, of one person's answer only. */
export function rowsIn(
  { applies }: Pick<Evaluation, 'applies'>,
  assessment: Assessment,
  question: QuestionId,
  of?: PersonId,
): readonly PlacedRow[] {
  return instancesOf(applies, question, of).flatMap(({ key, place, answer }) =>
    shownRows(assessment, rowsOf(answer)).map((row) => ({ at: key, place, row })),
  );
}

export const instancesOf = (applies: readonly Instance[], question: QuestionId, of?: PersonId): readonly Instance[] =>
  applies.filter((each) => each.question.id === question && (of === undefined || each.person?.id === of));

/** What somebody wrote in a cell, also where it was not understood. */
export function textIn({ cells }: Row, column: string): string {
  const cell = cells[column];
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object' && 'unread' in cell) return cell.unread;
  return typeof cell === 'string' ? cell.trim() : '';
}

/** The choice, person or row a cell names; null where it names none. */
export function idIn({ cells }: Row, column: string): string | null {
  const cell = cells[column];
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

export function idsIn({ cells }: Row, column: string): readonly string[] {
  const cell = cells[column];
  if (typeof cell === 'string') return cell === '' ? [] : [cell];
  return Array.isArray(cell) ? (cell as readonly string[]) : [];
}

export function dayIn({ cells }: Row, column: string): Day {
  const cell = cells[column];
  if (typeof cell === 'object' && 'unread' in cell) return cell;
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

/** In the order of their days; what has no day that can be read comes last, as it was. */
export function inOrder<T>(all: readonly T[], day: (each: T) => Day): readonly T[] {
  const of = (each: T): string => {
    const found = day(each);
    return typeof found === 'string' ? found : '~';
  };
  return all.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
