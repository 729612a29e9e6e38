import type { Answer } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { tableKinds, type Column, type Question } from './pack.ts';
import { personById, shownRows } from './people.ts';
import { isBlank, rowsOf } from './plain-fits.ts';

/**
 * Why an answer is not ready: `no-answer`; `unread` (typed but not understood); `no-reason` (declined or not
 * applicable without one); `no-note` (yes or no without evidence); `too-short` (below the words asked for);
 * `row-unfinished` (a required column is empty) and `row-unread`, with the row; of a lower class `too-soon` (the change is
 * shorter than the time set, and nobody says why that is enough); of a class `look-again` (an adult who counts came since).
 */
export interface Gap {
  readonly code:
    | 'no-answer'
    | 'unread'
    | 'no-reason'
    | 'no-note'
    | 'too-short'
    | 'row-unfinished'
    | 'row-unread'
    | 'too-soon'
    | 'look-again';
  readonly row?: string;
  readonly column?: string;
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}

/** What keeps an answer from being ready (P2, P3). Text that could not be read is a gap even where nothing is required. */
export function gapsOf(
  question: Question,
  answer: Answer | null,
  assessment: Assessment,
  counts: boolean,
): readonly Gap[] {
  if (!answer || isBlank(answer)) return counts ? [{ code: 'no-answer' }] : [];
  if (answer.is === 'unread') return [{ code: 'unread' }];
  if (answer.is === 'declined' || answer.is === 'not-applicable')
    return answer.reason.trim() === '' ? [{ code: 'no-reason' }] : [];
  if (answer.is === 'not-known') return [];
  const isTable = tableKinds.includes(question.kind);
  const rows = isTable ? shownRows(assessment, rowsOf(answer)) : [];
  if (isTable && rows.length === 0) return counts ? [{ code: 'no-answer' }] : [];
  const gaps = rows.flatMap((row) => rowGaps(question, row, assessment));
  if (!counts) return gaps.filter(({ code }) => code === 'row-unread');
  if (question.kind === 'yes-no-unknown' && !answer.note?.trim()) return [{ code: 'no-note' }];
  if (
    question.minWords !== undefined &&
    typeof answer.value === 'string' &&
    countWords(answer.value) < question.minWords
  )
    return [{ code: 'too-short' }];
  return gaps;
}

function rowGaps(question: Question, row: ReturnType<typeof rowsOf>[number], assessment: Assessment): readonly Gap[] {
  return (question.columns ?? []).flatMap((column): readonly Gap[] => {
    const cell = cellShown(column, row, assessment);
    if (typeof cell === 'object' && cell !== null && 'unread' in cell)
      return [{ code: 'row-unread', row: row.id, column: column.id }];
    const empty = cell === undefined || cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0);
    return column.required && empty ? [{ code: 'row-unfinished', row: row.id, column: column.id }] : [];
  });
}

/** What a cell shows: the row's own, or for a column with a property that of the person it is about. */
export function cellShown(column: Column, row: ReturnType<typeof rowsOf>[number], assessment: Assessment): unknown {
  if (column.property === undefined) return row.cells[column.id];
  const about = row.person ?? row.cells.person;
  const person = typeof about === 'string' ? personById(assessment, about) : undefined;
  const value = person?.[column.property];
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return value;
}
