import type { Row, SignatureEntry } from '../../model/answer.ts';
import type { Assessment, Change } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import { placeKey, type FormName } from '../../model/place.ts';
import { shownRows } from '../../model/people.ts';
import type { AnySession } from '../../session/any-session.ts';
import type { Acts } from '../fields/context.ts';
import { noteOf, onlyNote } from '../fields/control.ts';
import { rowAdded, rowMoved, rowRemoved } from './row-focus.ts';

/** Who a new row of a person table is about: somebody already entered, or somebody new of a role. */
type RowPerson = { readonly existing: string } | { readonly role: string };

// The buttons of rows, as changes of a session. Rows are taken from the session and not from the instance a button was
// shown with: a row is not shown anew when only its neighbours change.

export function addRow(acts: Acts, instance: Instance, person?: RowPerson): void {
  const { session } = acts;
  if (!session) return;
  const row = session.newId();
  if (acts.change(rowChange(session, instance, row, person))) rowAdded(acts, instance, row);
}

/** Adds a row for each of `cells`, in one step that one Undo takes back, and goes to the first. */
export function addRows(acts: Acts, instance: Instance, cells: readonly Row['cells'][]): void {
  const { session } = acts;
  if (!session) return;
  const rows = cells.map((each): Row => ({ id: session.newId(), cells: each }));
  const changes = rows.map((row): Change => ({ do: 'add-row', at: instance.place, row }));
  const [first] = rows;
  if (first && acts.change({ do: 'together', changes })) rowAdded(acts, instance, first.id);
}

export function removeRow(acts: Acts, instance: Instance, row: string): void {
  const { session } = acts;
  if (session && acts.change(removal(session.assessment, instance, row))) rowRemoved(acts, instance, row);
}

export function moveRow(acts: Acts, instance: Instance, row: string, by: -1 | 1): void {
  const { session } = acts;
  if (!session) return;
  const rows = rowsOf(session.assessment.answers[instance.key]);
  // Rows of people who were taken out are kept and not shown: a row moves past those too.
  const shown = shownRows(session.assessment, rows);
  const past = shown[shown.findIndex(({ id }) => id === row) + by];
  if (past && acts.change({ do: 'move-row', at: instance.place, row, index: rows.indexOf(past) }))
    rowMoved(acts, instance, row, by);
}

/** Enters somebody new and chooses them in the cell that asked for them. */
export function addPersonTo(acts: Acts, at: FormName, name: string, role: string): void {
  const { session } = acts;
  if (!session) return;
  const id = session.newId();
  const choose = chosen(session, at, id);
  if (choose) acts.change({ do: 'together', changes: [{ do: 'add-person', person: { id, role, name } }, choose] });
}

export function addSignature(acts: Acts, instance: Instance): void {
  const { session } = acts;
  if (!session) return;
  const { place, answer } = instance;
  const role = session.pack.roles[0]?.id ?? '';
  const entry: SignatureEntry = { person: null, role, date: session.evaluation.on, statement: '' };
  const value = [...signatures(instance), entry];
  if (acts.change({ do: 'answer', at: place, answer: { is: 'given', value, ...noteOf(answer) } }))
    rowAdded(acts, instance, String(value.length));
}

export function removeSignature(acts: Acts, instance: Instance, index: number): void {
  const { place, answer } = instance;
  const value = signatures(instance).toSpliced(index, 1);
  const left = value.length > 0 ? { is: 'given' as const, value, ...noteOf(answer) } : onlyNote(answer);
  if (acts.change({ do: 'answer', at: place, answer: left })) rowRemoved(acts, instance, String(index + 1));
}

function rowChange(session: AnySession, { place }: Instance, row: string, person: RowPerson | undefined): Change {
  if (person === undefined) return { do: 'add-row', at: place, row: { id: row, cells: {} } };
  if ('existing' in person) return { do: 'add-row', at: place, row: { id: row, person: person.existing, cells: {} } };
  const id = session.newId();
  const added = { id, role: person.role, name: '', ...(person.role === 'child' ? { inScope: true } : {}) };
  return {
    do: 'together',
    changes: [
      { do: 'add-person', person: added },
      { do: 'add-row', at: place, row: { id: row, person: id, cells: {} } },
    ],
  };
}

/** Taking a row out of a person table takes the person out too, unless another answer still speaks of them. */
function removal(assessment: Assessment, { key, place, question }: Instance, row: string): Change {
  const out: Change = { do: 'remove-row', at: place, row };
  const person = rowsOf(assessment.answers[key]).find(({ id }) => id === row)?.person;
  if (person === undefined) return out;
  const listed = question.lists?.[0] === 'child' || !isMentioned(assessment, person, key);
  return listed ? { do: 'together', changes: [out, { do: 'remove-person', person }] } : out;
}

function isMentioned(assessment: Assessment, person: string, except: string): boolean {
  const inRows = Object.entries(assessment.answers).some(
    ([key, answer]) => (key !== except && JSON.stringify(answer).includes(`"${person}"`)) || key.endsWith(`~${person}`),
  );
  return (
    inRows ||
    assessment.people.some(
      ({ id, livesWith, relatedTo }) =>
        id !== person && (livesWith === person || (relatedTo?.includes(person) ?? false)),
    )
  );
}

/** The change that chooses a person, just added, in the cell that asked for them. */
function chosen({ pack, assessment }: AnySession, name: FormName, id: string): Change | null {
  const { question, subject, round } = name;
  const place = { question, subject, round };
  const column = packIndex(pack)
    .questions.get(question)
    ?.columns?.find((each) => each.id === name.column);
  const row = rowsOf(assessment.answers[placeKey(place)]).find((each) => each.id === name.row);
  if (!column || !row) return null;
  const before =
    column.property === undefined
      ? row.cells[column.id]
      : assessment.people.find((person) => person.id === row.person)?.[column.property];
  const cell = column.many ? [...(Array.isArray(before) ? (before as readonly string[]) : []), id] : id;
  if (column.property === undefined) return { do: 'set-cell', at: place, row: row.id, column: column.id, cell };
  return row.person === undefined
    ? null
    : {
        do: 'change-person',
        person: row.person,
        set: { [column.property]: cell } satisfies Record<string, unknown>,
      };
}

const signatures = ({ answer }: Instance): readonly SignatureEntry[] =>
  answer?.is === 'given' ? (answer.value as readonly SignatureEntry[]) : [];
