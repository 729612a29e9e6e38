import type { Answer, Cell } from '../../model/answer.ts';
import type { Assessment, Change, Place } from '../../model/assessment.ts';
import { readDate } from '../../model/dates.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Column, Pack, Question } from '../../model/pack.ts';
import { placeKey, type FormName } from '../../model/place.ts';
import { boxes, toggled, type Control } from './control.ts';
import { readAnswer } from './read-answer.ts';
import { checklistAnswer, matrixAnswer, signatureAnswer } from './read-entries.ts';
import { ratingAnswer } from './read-ratings.ts';

/**
 * The change that somebody made by touching the control called `name`; null where it changes nothing the form keeps.
 *
 * Only the control and the assessment are read, so that the form on screen never becomes a second truth.
 */
export function readControl(pack: Pack, assessment: Assessment, name: FormName, control: Control): Change | null {
  const question = packIndex(pack).questions.get(name.question);
  if (!question || name.row === undefined || name.column === undefined)
    return readAnswer(pack, assessment, name, control);
  const was = assessment.answers[placeKey(name)] ?? null;
  return readCell(question, assessment, name, control, was);
}

function readCell(
  question: Question,
  assessment: Assessment,
  name: FormName,
  control: Control,
  was: Answer | null,
): Change | null {
  const { row: rowId = '', column: columnId = '' } = name;
  const at: Place = { question: name.question, subject: name.subject, round: name.round };
  switch (question.kind) {
    case 'checklist':
      return { do: 'answer', at, answer: checklistAnswer(question, was, name, control.value) };
    case 'rating-matrix':
      return { do: 'answer', at, answer: matrixAnswer(question, was, name, control.value) };
    case 'signature':
      return { do: 'answer', at, answer: signatureAnswer(was, name, control) };
    case 'factor-rating':
      return { do: 'answer', at, answer: ratingAnswer(assessment, was, name, control) };
    default: {
      const column = question.columns?.find(({ id }) => id === columnId);
      const row = rowsOf(was).find(({ id }) => id === rowId);
      if (!column || !row) return null;
      const about = row.person ?? row.cells.person;
      if (column.property === undefined)
        return {
          do: 'set-cell',
          at,
          row: rowId,
          column: columnId,
          cell: cellOf(column, row.cells[columnId], name, control),
        };
      if (typeof about !== 'string') return null;
      const before = assessment.people.find(({ id }) => id === about)?.[column.property];
      const cell = cellOf(column, Array.isArray(before) ? (before as readonly string[]) : undefined, name, control);
      return { do: 'change-person', person: about, set: { [column.property]: propertyOf(column, cell) } };
    }
  }
}

function cellOf(column: Column, before: Cell | undefined, name: FormName, control: Control): Cell | null {
  const { value } = control;
  if (column.kind === 'date') {
    const { part: _part, ...whole } = name;
    return readDate(boxes(whole, control), true);
  }
  if (column.kind === 'multi-choice' || ((column.kind === 'person' || column.kind === 'question-ref') && column.many)) {
    const ticked = toggled(
      Array.isArray(before) ? before : [],
      value,
      control.checked,
      (column.choices ?? []).map(({ id }) => id),
    );
    return ticked.length > 0 ? ticked : null;
  }
  if (value === '') return null;
  if (column.kind === 'number') return /^\d{1,15}$/.test(value.trim()) ? Number(value.trim()) : { unread: value };
  return value;
}

/** A cell as a property of a person: yes and no are true and false there. */
function propertyOf(column: Column, cell: Cell | null): unknown {
  if (column.property === 'name') return cell ?? '';
  if (column.kind !== 'yes-no') return cell;
  return cell === 'yes' ? true : cell === 'no' ? false : cell;
}
