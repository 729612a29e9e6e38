import type { Answer, Cell, Row, Value } from './answer.ts';
import { isPartDate, isPlainDate } from './dates.ts';
import { tableKinds, type Column, type Pack, type Question } from './pack.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

const trafficLights = ['not-started', 'red', 'amber', 'green'];
const yesNo = ['yes', 'no', 'not-known'];

/** Whether a cell has the shape of its column; an unread text is always kept. */
export function cellFits(column: Column, cell: unknown): cell is Cell {
  if (isRecord(cell)) return isText(cell['unread']);
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

/** Whether a row fits its table: known columns only, each cell of its column's shape. */
export function rowFits(question: Question, row: unknown): row is Row {
  if (!isRecord(row) || !isText(row['id']) || row['id'] === '' || !isRecord(row['cells'])) return false;
  const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
  return Object.entries(row['cells']).every(([id, cell]) => {
    const column = columns.get(id);
    return column !== undefined && column.property === undefined && cellFits(column, cell);
  });
}

const entriesFit = (value: unknown, fits: (entry: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && fits(entry));

/** Whether a given value has the shape its question's kind asks for (A2). */
export function valueFits(pack: Pack, question: Question, value: unknown): value is Value {
  const choices = (question.choices ?? []).map(({ id }) => id);
  const items = (question.items ?? []).map(({ id }) => id);
  if (tableKinds.includes(question.kind)) return Array.isArray(value) && value.every((row) => rowFits(question, row));
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return isText(value);
    case 'date':
      return isText(value) && isPlainDate(value);
    case 'number':
      return isWhole(value);
    case 'single-choice':
      return isText(value) && choices.includes(value);
    case 'risk-class':
      return pack.riskClasses.some(({ id }) => id === value);
    case 'multi-choice':
      return isTexts(value) && value.every((each) => choices.includes(each));
    case 'yes-no-unknown':
      return value === 'yes' || value === 'no';
    case 'scale':
      return isWhole(value) && value < (question.anchors ?? []).length;
    case 'checklist':
      return entriesFit(value, (entry) => isText(entry['item']) && items.includes(entry['item']));
    case 'rating-matrix':
      return entriesFit(value, (entry) => isText(entry['row']) && items.includes(entry['row']));
    case 'factor-rating':
      return entriesFit(value, (entry) => isText(entry['factor']) && isText(entry['status']));
    case 'signature':
      return entriesFit(value, (entry) => isText(entry['role']) && isText(entry['statement']));
    default:
      return false;
  }
}

/** The rows of an answer, or none. */
export function rowsOf(answer: Answer | null | undefined): readonly Row[] {
  if (answer?.is !== 'given' || !Array.isArray(answer.value)) return [];
  return answer.value.filter((entry): entry is Row => isRecord(entry) && isRecord(entry['cells']));
}

/** Whether an answer says nothing at all: no text, no rows, nothing ticked, and no note. */
export function saysNothing(answer: Answer): boolean {
  if (answer.note !== undefined && answer.note !== '') return false;
  if (answer.is === 'given') return typeof answer.value === 'number' ? false : answer.value.length === 0;
  return answer.is === 'unread' && answer.text === '';
}
