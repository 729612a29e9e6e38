import type { SignatureEntry } from '../../model/answer.ts';
import type { Assessment, Change } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import { copiedAnswer } from '../../model/copied.ts';
import { parsePlaceKey, placeKey, type FormName } from '../../model/place.ts';
import type { Session } from '../../session/session.ts';
import type { FieldActions } from '../fields/context.ts';
import { copyOut } from './copy-out.ts';

/** What the form does on screen once a button has changed the assessment. */
export interface AfterAction {
  rowAdded(instance: Instance, row: string): void;
  rowRemoved(instance: Instance): void;
  rowMoved(instance: Instance, row: string): void;
}

/** The buttons of the fields, as changes of a session. */
export function actionsOf(session: () => Session | null, after: AfterAction): FieldActions {
  const change = (of: Change): boolean => session()?.change(of).ok ?? false;
  return {
    addRow(instance, person) {
      const now = session();
      if (!now) return;
      const row = now.newId();
      if (change(rowChange(now, instance, row, person))) after.rowAdded(instance, row);
    },
    removeRow(instance, row) {
      const now = session();
      if (now && change(removal(now.assessment, instance, row))) after.rowRemoved(instance);
    },
    moveRow(instance, row, by) {
      const index = rowsOf(instance.answer).findIndex(({ id }) => id === row);
      if (index >= 0 && change({ do: 'move-row', at: instance.place, row, index: index + by }))
        after.rowMoved(instance, row);
    },
    addPersonTo(name, called, role) {
      const now = session();
      if (!now) return;
      const id = now.newId();
      const choose = chosen(now, name, id);
      if (choose)
        change({ do: 'together', changes: [{ do: 'add-person', person: { id, role, name: called } }, choose] });
    },
    addSignature(instance) {
      const entries = signatures(instance);
      const entry: SignatureEntry = { person: null, role: session()?.pack.roles[0]?.id ?? '', date: '', statement: '' };
      change({ do: 'answer', at: instance.place, answer: { is: 'given', value: [...entries, entry] } });
    },
    copyFrom(instance, key) {
      const answer = session()?.assessment.answers[key];
      const from = parsePlaceKey(key);
      if (answer && from)
        change({ do: 'answer', at: instance.place, answer: copiedAnswer(answer, from, instance.place) });
    },
    confirmCopy({ place, answer }) {
      if (!answer) return;
      const { copiedFrom: _copiedFrom, ...own } = answer;
      change({ do: 'answer', at: place, answer: own });
    },
    restore({ place }, answer) {
      change({ do: 'answer', at: place, answer });
    },
    copyOut(instance) {
      const now = session();
      if (now) void copyOut(now, [instance]);
    },
    removeSignature(instance, index) {
      const value = signatures(instance).toSpliced(index, 1);
      if (change({ do: 'answer', at: instance.place, answer: value.length > 0 ? { is: 'given', value } : null }))
        after.rowRemoved(instance);
    },
  };
}

function rowChange(
  session: Session,
  { place }: Instance,
  row: string,
  person: Parameters<FieldActions['addRow']>[1],
): Change {
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
function removal(assessment: Assessment, { place, question, answer }: Instance, row: string): Change {
  const out: Change = { do: 'remove-row', at: place, row };
  const person = rowsOf(answer).find(({ id }) => id === row)?.person;
  if (person === undefined) return out;
  const listed = question.lists?.[0] === 'child' || !isMentioned(assessment, person, placeKey(place));
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
function chosen({ pack, assessment }: Session, name: FormName, id: string): Change | null {
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
