import type { Answer, ChecklistEntry, MatrixEntry, SignatureEntry } from '../../model/answer.ts';
import { readDate } from '../../model/dates.ts';
import type { Question } from '../../model/pack.ts';
import type { FormName } from '../../model/place.ts';
import { boxes, noteOf, onlyNote, type Control } from './control.ts';

/** The entries of an answer. `apply` let them in, so they are of the question's kind. */
const entriesOf = (was: Answer | null): readonly unknown[] =>
  was?.is === 'given' && Array.isArray(was.value) ? (was.value as readonly unknown[]) : [];

function givenEntries(
  was: Answer | null,
  entries: readonly ChecklistEntry[] | readonly MatrixEntry[] | readonly SignatureEntry[],
): Answer | null {
  return entries.length > 0 ? { is: 'given', value: entries, ...noteOf(was) } : onlyNote(was);
}

/** A checklist with one item's state or note changed. */
export function checklistAnswer(question: Question, was: Answer | null, name: FormName, value: string): Answer | null {
  const entries = new Map((entriesOf(was) as readonly ChecklistEntry[]).map((entry) => [entry.item, entry]));
  const { row: item = '' } = name;
  const before = entries.get(item) ?? { item, state: 'not-done' };
  const { note: _note, ...bare } = before;
  if (name.part === 'note') entries.set(item, value === '' ? bare : { ...bare, note: value });
  else if (value === 'done' || value === 'not-done' || value === 'not-applicable')
    entries.set(item, { ...before, state: value });
  return givenEntries(
    was,
    (question.items ?? []).flatMap(({ id }) => entries.get(id) ?? []),
  );
}

/** A rating matrix with one area's rating or note changed. */
export function matrixAnswer(question: Question, was: Answer | null, name: FormName, value: string): Answer | null {
  const entries = new Map((entriesOf(was) as readonly MatrixEntry[]).map((entry) => [entry.row, entry]));
  const { row = '' } = name;
  const before = entries.get(row) ?? { row, rating: 'not-known' };
  const { note: _note, ...bare } = before;
  if (name.part === 'note') entries.set(row, value === '' ? bare : { ...bare, note: value });
  else entries.set(row, { ...before, rating: value === 'not-known' ? value : Number(value) });
  return givenEntries(
    was,
    (question.items ?? []).flatMap(({ id }) => entries.get(id) ?? []),
  );
}

/** A list of signatures with one changed; they are told apart by their place in it, the first being row 1. */
export function signatureAnswer(was: Answer | null, name: FormName, control: Control): Answer | null {
  const entries = [...(entriesOf(was) as readonly SignatureEntry[])];
  const index = Number(name.row) - 1;
  const entry = entries[index];
  if (!entry) return was;
  entries[index] = changedSignature(entry, name, control);
  return givenEntries(was, entries);
}

function changedSignature(entry: SignatureEntry, name: FormName, control: Control): SignatureEntry {
  const { value } = control;
  switch (name.column) {
    case 'person':
      return { ...entry, person: value === '' ? null : value };
    case 'name':
      return { ...entry, name: value };
    case 'role':
      return { ...entry, role: value };
    case 'statement':
      return { ...entry, statement: value };
    case 'date': {
      const { part: _part, ...whole } = name;
      const date = readDate(boxes(whole, control), false);
      // A day that cannot be read stays in its boxes and is taken once it can be.
      return typeof date === 'string' ? { ...entry, date } : entry;
    }
    case 'mark': {
      const { mark: _mark, ...unmarked } = entry;
      return value === '' ? unmarked : { ...unmarked, mark: { kind: 'typed', text: value } };
    }
    case 'witness': {
      const { witness, ...alone } = entry;
      return value === '' ? alone : { ...alone, witness: { name: value, date: witness?.date ?? entry.date } };
    }
    default:
      return entry;
  }
}
