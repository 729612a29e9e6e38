import type { Answer } from '../../model/answer.ts';
import type { Assessment, Change, Place } from '../../model/assessment.ts';
import { readDate } from '../../model/dates.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, Question } from '../../model/pack.ts';
import { formName, placeKey, type FormName, type NamePart } from '../../model/place.ts';
import { boxes, noteOf, onlyNote, toggled, type Control } from './control.ts';

/** The change that somebody made by touching a control of an answer as a whole; null where it changes nothing the form keeps. */
export function readAnswer(pack: Pack, assessment: Assessment, name: FormName, control: Control): Change | null {
  const question = packIndex(pack).questions.get(name.question);
  if (!question) return null;
  const at: Place = { question: name.question, subject: name.subject, round: name.round };
  const was = assessment.answers[placeKey(at)] ?? null;
  switch (name.part) {
    case 'note':
      return { do: 'answer', at, answer: withNote(was, control.value) };
    case 'state':
      return { do: 'answer', at, answer: inState(was, control.value) };
    case 'reason':
    case 'owner':
    case 'by.day':
    case 'by.month':
    case 'by.year':
      return { do: 'answer', at, answer: withReason(was, name, control) };
    case 'day':
    case 'month':
    case 'year':
      return { do: 'answer', at, answer: dateAnswer(was, boxes(name, control), false) };
    default:
      return { do: 'answer', at, answer: valueAnswer(question, was, control) };
  }
}

/** A note may come before the answer it belongs to: it is kept beside an answer that says nothing yet. */
function withNote(was: Answer | null, note: string): Answer | null {
  const { note: _note, copiedFrom: _copiedFrom, ...kept } = was ?? { is: 'unread' as const, text: '' };
  return note === '' ? kept : { ...kept, note };
}

function inState(was: Answer | null, state: string): Answer | null {
  if (was?.is === state) return was;
  const note = noteOf(was);
  const reason = was && 'reason' in was ? (was.reason ?? '') : '';
  if (state === 'not-known') return { is: 'not-known', ...(reason ? { reason } : {}), ...note };
  if (state === 'declined' || state === 'not-applicable') return { is: state, reason, ...note };
  return onlyNote(was);
}

function withReason(was: Answer | null, name: FormName, control: Control): Answer | null {
  if (was?.is === 'declined' || was?.is === 'not-applicable')
    return name.part === 'reason' ? { ...was, reason: control.value } : was;
  if (was?.is !== 'not-known') return was;
  if (name.part === 'reason' || name.part === 'owner') {
    const { [name.part]: _was, ...kept } = was;
    return control.value === '' ? kept : { ...kept, [name.part]: control.value };
  }
  const { by: _by, ...kept } = was;
  const by = readDate(
    {
      day: control.beside(part(name, 'by.day')),
      month: control.beside(part(name, 'by.month')),
      year: control.beside(part(name, 'by.year')),
    },
    false,
  );
  // A day that cannot be read stays in its boxes and is taken once it can be.
  return typeof by === 'string' ? { ...kept, by } : kept;
}

const part = (name: FormName, of: NamePart): string => formName({ ...name, part: of });

function dateAnswer(was: Answer | null, parts: ReturnType<typeof boxes>, partly: boolean): Answer | null {
  const date = readDate(parts, partly);
  if (date === null) return onlyNote(was);
  return typeof date === 'string'
    ? { is: 'given', value: date, ...noteOf(was) }
    : { is: 'unread', text: date.unread, ...noteOf(was) };
}

function valueAnswer(question: Question, was: Answer | null, control: Control): Answer | null {
  const note = noteOf(was);
  const { value } = control;
  switch (question.kind) {
    case 'multi-choice': {
      const before = was?.is === 'given' && Array.isArray(was.value) ? (was.value as readonly string[]) : [];
      const ticked = toggled(
        before,
        value,
        control.checked,
        (question.choices ?? []).map(({ id }) => id),
      );
      return ticked.length > 0 ? { is: 'given', value: ticked, ...note } : onlyNote(was);
    }
    case 'yes-no-unknown':
      return value === 'not-known' ? { is: 'not-known', ...note } : { is: 'given', value, ...note };
    case 'scale':
      return value === 'not-known' ? { is: 'not-known', ...note } : { is: 'given', value: Number(value), ...note };
    case 'number':
      if (value.trim() === '') return onlyNote(was);
      return /^\d{1,15}$/.test(value.trim())
        ? { is: 'given', value: Number(value.trim()), ...note }
        : { is: 'unread', text: value, ...note };
    default:
      return value === '' ? onlyNote(was) : { is: 'given', value, ...note };
  }
}
