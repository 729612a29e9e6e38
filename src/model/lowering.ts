import type { Answer, Row } from './answer.ts';
import { rowsOf } from './fits.ts';
import type { Gap } from './gaps.ts';
import { packIndex } from './pack-index.ts';
import { shownRows } from './people.ts';
import type { Reading } from './reading.ts';

/** The question that says what a lower class rests on. */
export const loweredEvidence = 'risk-lowered-evidence';

/** The class a child had before a round, where it has been given. */
export function classBefore(reading: Reading, child: string, round: number): string | null {
  const question = packIndex(reading.pack).questions.get('risk-class');
  const before = question && round > 1 ? reading.latest(question, child, round - 1) : null;
  return before?.answer.is === 'given' && typeof before.answer.value === 'string' ? before.answer.value : null;
}

/** Rows of a lower class whose change is shorter than the time set, without a reason (C3). */
export function tooSoon(reading: Reading, child: string, round: number, answer: Answer | null): readonly Gap[] {
  const { lowering } = reading.pack;
  const before = classBefore(reading, child, round);
  if (!lowering || before === null || !lowering.after.includes(before)) return [];
  return shownRows(reading.assessment, rowsOf(answer))
    .filter((row) => isShort(row, lowering.months))
    .map(({ id }) => ({ code: 'too-soon', row: id, column: 'why-enough' }));
}

function isShort({ cells }: Row, months: number): boolean {
  const why = cells['why-enough'];
  return typeof cells.months === 'number' && cells.months < months && (typeof why !== 'string' || why.trim() === '');
}
