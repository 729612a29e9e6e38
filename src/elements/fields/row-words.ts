import { msg, str } from '@lit/localize';
import type { Assessment } from '../../model/assessment.ts';
import type { Row } from '../../model/answer.ts';
import { cellShown } from '../../model/gaps.ts';
import type { Column, Pack } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { dateWords } from '../../model/phrases.ts';
import { columnChoices } from './cell.ts';
import { calledBy } from './context.ts';

/** Parts of a closed row that are said at most: more would no longer be one line. */
const atMost = 5;

/** A closed row as one line to read: what its columns say, in their order, without labels. */
export function rowSentence(pack: Pack, assessment: Assessment, columns: readonly Column[], row: Row): string {
  const said = columns
    .flatMap((column) => words(pack, assessment, column, cellShown(column, row, assessment)))
    .slice(0, atMost);
  return said.length === 0 ? msg('Nothing entered yet', { id: 'row-empty' }) : said.join(' · ');
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
    case 'question-ref':
      return [];
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
