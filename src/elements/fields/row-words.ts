import { msg, str } from '@lit/localize';
import type { Assessment } from '../../model/assessment.ts';
import type { Row } from '../../model/answer.ts';
import { rowsOf } from '../../model/fits.ts';
import { cellShown } from '../../model/gaps.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Column, Pack, Question } from '../../model/pack.ts';
import { personById, shownRows } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { dateWords } from '../../model/phrases.ts';
import { columnChoices } from './cell.ts';
import { calledBy } from './context.ts';

/** Parts of a closed row that are said at most: more would no longer be one line. */
const atMost = 5;

/** A closed row as one line to read: what its columns say, in their order, without labels. */
export function rowSentence(
  pack: Pack,
  assessment: Assessment,
  columns: readonly Column[],
  row: Row,
  parts = atMost,
): string {
  const said = columns
    .flatMap((column) => words(pack, assessment, column, cellShown(column, row, assessment)))
    .slice(0, parts);
  return said.length === 0 ? msg('Nothing entered yet', { id: 'row-empty' }) : said.join(' · ');
}

/**
 * What `<place>.<row>` points at, a row of a table or a rated factor, in a few words and with whom it is about;
 * null where it is no longer there.
 */
export function pointedAt(pack: Pack, assessment: Assessment, id: string): string | null {
  const [key = '', rowId = ''] = id.split('.');
  const place = parsePlaceKey(key);
  const index = packIndex(pack);
  const question = place && index.questions.get(place.question);
  if (!question) return null;
  const said =
    question.kind === 'factor-rating'
      ? index.factors.get(rowId)?.label
      : rowPointedAt(pack, assessment, question, key, rowId);
  if (said === undefined) return null;
  const person = place.subject === null ? undefined : personById(assessment, place.subject);
  return person ? `${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))}: ${said}` : said;
}

function rowPointedAt(
  pack: Pack,
  assessment: Assessment,
  { columns = [] }: Question,
  key: string,
  rowId: string,
): string | undefined {
  const row = shownRows(assessment, rowsOf(assessment.answers[key])).find(({ id }) => id === rowId);
  // Columns that point on are left out: two rows may point at each other.
  const plain = columns.filter(({ kind }) => kind !== 'question-ref');
  return row && rowSentence(pack, assessment, plain, row, 2);
}

function words(pack: Pack, assessment: Assessment, column: Column, cell: unknown): readonly string[] {
  if (typeof cell === 'number') return [`${column.label}: ${String(cell)}`];
  if (Array.isArray(cell))
    return cell.length === 0 ? [] : [cell.flatMap((each) => words(pack, assessment, column, each)).join(', ')];
  if (typeof cell === 'object' && cell !== null && 'unread' in cell)
    return typeof cell.unread === 'string' ? [`“${cell.unread}”`] : [];
  if (typeof cell !== 'string' || cell === '') return [];
  switch (column.kind) {
    case 'date':
      return [dateWords(pack, cell)];
    case 'person':
      return [calledBy(personById(assessment, cell), msg('No name yet', { id: 'no-name-yet' }))];
    case 'single-choice':
    case 'multi-choice':
      return [columnChoices(pack, column).find(({ id }) => id === cell)?.label ?? cell];
    case 'yes-no':
    case 'traffic-light':
      return [
        `${column.label}: ${(columnChoices(pack, column).find(({ id }) => id === cell)?.label ?? cell).toLocaleLowerCase(pack.locale)}`,
      ];
    case 'question-ref': {
      const pointed = pointedAt(pack, assessment, cell);
      return pointed === null ? [] : [pointed];
    }
    default:
      return [cell.length > 60 ? `${cell.slice(0, 59)}…` : cell];
  }
}

/** How many things a row still needs, in words; empty when it needs none. */
export const needs = (count: number): string =>
  count === 0
    ? ''
    : count === 1
      ? msg('1 thing to fill in', { id: 'row-needs-one' })
      : msg(str`${count} things to fill in`, { id: 'row-needs' });
