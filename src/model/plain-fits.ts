import type { Answer, Row, Value } from './answer.ts';
import { isPlainDate } from './dates.ts';
import type { Question } from './pack.ts';
import { isRecord, isText, isTexts, isWhole } from './shapes.ts';

/** Whether a given value has the shape its question's kind asks for (A2): of words, numbers, days and choices; `valueFits` knows every kind. */
export function plainValueFits(question: Question, value: unknown): value is Value {
  const choices = (question.choices ?? []).map(({ id }) => id);
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
    case 'multi-choice':
      return isTexts(value) && value.every((each) => choices.includes(each));
    case 'yes-no-unknown':
      return value === 'yes' || value === 'no';
    case 'scale':
      return isWhole(value) && value < (question.anchors ?? []).length;
    default:
      return false;
  }
}

/** The rows of an answer, or none. */
export function rowsOf(answer: Answer | null | undefined): readonly Row[] {
  if (answer?.is !== 'given' || !Array.isArray(answer.value)) return [];
  return answer.value.filter((entry): entry is Row => isRecord(entry) && isRecord(entry.cells));
}

/** Whether an answer says nothing at all: no text, no rows, nothing ticked, and no note (A3). */
export function saysNothing(answer: Answer): boolean {
  if (answer.note !== undefined && answer.note !== '') return false;
  if (answer.is === 'given') return typeof answer.value === 'number' ? false : answer.value.length === 0;
  return answer.is === 'unread' && answer.text === '';
}

/** Whether an answer is still none: blank, or a note that stands alone (A4). */
export function isBlank(answer: Answer): boolean {
  if (answer.is === 'unread') return answer.text === '';
  if (answer.is !== 'given' || typeof answer.value === 'number') return false;
  return (typeof answer.value === 'string' ? answer.value.trim() : answer.value).length === 0;
}
