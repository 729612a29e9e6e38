import type { Cell, Row, Value } from './answer.ts';
import { isPartDate } from './dates.ts';
import { checklistEntryFits, entriesFit, matrixEntryFits, ratingFits, signatureFits } from './entries-fit.ts';
import { tableKinds, type Column, type Pack, type Question } from './pack.ts';
import { plainValueFits } from './plain-fits.ts';
import { isRecord, isText, isTexts, isWhole } from './shapes.ts';

export { isBlank, rowsOf, saysNothing } from './plain-fits.ts';

const trafficLights = ['not-started', 'red', 'amber', 'green'];
const yesNo = ['yes', 'no', 'not-known'];

/** Whether a cell has the shape of its column; an unread text is always kept. */
export function cellFits(column: Column, cell: unknown): cell is Cell {
  if (isRecord(cell)) return isText(cell.unread);
  const ids = (column.choices ?? []).map(({ id }) => id);
  switch (column.kind) {
    case 'text':
    case 'long-text':
      return isText(cell);
    case 'date':
      return isText(cell) && isPartDate(cell);
    case 'number':
      return isWhole(cell);
    case 'single-choice':
      return isText(cell) && ids.includes(cell);
    case 'multi-choice':
      return isTexts(cell) && cell.every((each) => ids.includes(each));
    case 'yes-no':
      return isText(cell) && yesNo.includes(cell);
    case 'traffic-light':
      return isText(cell) && trafficLights.includes(cell);
    case 'person':
    case 'question-ref':
      return column.many ? isTexts(cell) : isText(cell);
  }
}

/** Whether a cell would say nothing: such a cell is left out. */
export function cellSaysNothing(cell: Cell): boolean {
  if (typeof cell === 'object' && 'unread' in cell) return cell.unread === '';
  return typeof cell !== 'number' && cell.length === 0;
}

/** Whether a row fits its table: known columns only, each cell of its column's shape. */
export function rowFits(question: Question, row: unknown): row is Row {
  if (!isRecord(row) || !isText(row.id) || row.id === '' || !isRecord(row.cells)) return false;
  const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
  return Object.entries(row.cells).every(([id, cell]) => {
    const column = columns.get(id);
    return column !== undefined && column.property === undefined && cellFits(column, cell);
  });
}

const rowsFit = (question: Question, value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((row) => rowFits(question, row)) &&
  new Set(value.map((row: { readonly id: string }) => row.id)).size === value.length;

/** Whether a given value has the shape its question's kind asks for (A2). */
export function valueFits(pack: Pack, question: Question, value: unknown): value is Value {
  if (tableKinds.includes(question.kind)) return rowsFit(question, value);
  switch (question.kind) {
    case 'risk-class':
      return pack.riskClasses.some(({ id }) => id === value);
    case 'checklist':
      return entriesFit(value, (entry) => checklistEntryFits(question, entry));
    case 'rating-matrix':
      return entriesFit(value, (entry) => matrixEntryFits(question, entry));
    case 'factor-rating':
      return entriesFit(value, ratingFits);
    case 'signature':
      return entriesFit(value, signatureFits);
    default:
      return plainValueFits(question, value);
  }
}
