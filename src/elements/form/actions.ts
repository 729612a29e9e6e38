import { msg, str } from '@lit/localize';
import type { SignatureEntry } from '../../model/answer.ts';
import type { Assessment, Change, Place } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import { copiedAnswer } from '../../model/copied.ts';
import { parsePlaceKey, placeKey, type FormName } from '../../model/place.ts';
import { shownRows } from '../../model/people.ts';
import { dateWords } from '../../model/phrases.ts';
import type { Session } from '../../session/session.ts';
import type { FieldActions } from '../fields/context.ts';
import { noteOf, onlyNote } from '../fields/control.ts';
import { idOf, letGo, supported } from './support-actions.ts';

/** What the form does on screen once a button has changed the assessment. */
export interface AfterAction {
  /** The answer at a place is another now. */
  answered(at: Place): void;
  rowAdded(instance: Instance, row: string): void;
  rowRemoved(instance: Instance, row: string): void;
  rowMoved(instance: Instance, row: string, by: -1 | 1): void;
}

/**
 * The buttons of the fields, as changes of a session. Rows are taken from the session and not from the instance a
 * button was shown with: a row is not shown anew when only its neighbours change.
 */
export function actionsOf(session: () => Session | null, after: AfterAction): FieldActions {
  const change = (of: Change): boolean => {
    if (!session()?.change(of).ok) return false;
    placesOf(of).forEach(after.answered);
    return true;
  };
  return {
    addRow(instance, person) {
      const now = session();
      if (!now) return;
      const row = now.newId();
      if (change(rowChange(now, instance, row, person))) after.rowAdded(instance, row);
    },
    removeRow(instance, row) {
      const now = session();
      if (now && change(removal(now.assessment, instance, row))) after.rowRemoved(instance, row);
    },
    moveRow(instance, row, by) {
      const now = session();
      if (!now) return;
      const rows = rowsOf(now.assessment.answers[instance.key]);
      // Rows of people who were taken out are kept and not shown: a row moves past those too.
      const shown = shownRows(now.assessment, rows);
      const past = shown[shown.findIndex(({ id }) => id === row) + by];
      if (past && change({ do: 'move-row', at: instance.place, row, index: rows.indexOf(past) }))
        after.rowMoved(instance, row, by);
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
      const now = session();
      if (!now) return;
      const { place, answer } = instance;
      const role = now.pack.roles[0]?.id ?? '';
      const entry: SignatureEntry = { person: null, role, date: now.evaluation.on, statement: '' };
      const value = [...signatures(instance), entry];
      if (change({ do: 'answer', at: place, answer: { is: 'given', value, ...noteOf(answer) } }))
        after.rowAdded(instance, String(value.length));
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
    classStands({ place, answer }) {
      const now = session();
      if (!now || !answer) return;
      const day = dateWords(now.pack, now.evaluation.on);
      const line = msg(str`Looked at again on ${day}: the class stands.`, { id: 'look-again-note' });
      change({ do: 'answer', at: place, answer: { ...answer, note: answer.note ? `${answer.note}\n${line}` : line } });
    },
    restore({ place }, answer) {
      change({ do: 'answer', at: place, answer });
    },
    copyOut(instance) {
      const now = session();
      if (now) void import('./copy-out.ts').then(({ copyOut }) => copyOut(now, [instance]));
    },
    addEvidence(instance, support) {
      const now = session();
      if (!now) return;
      const id = now.newId();
      if (change({ do: 'add-evidence', evidence: { id, words: '', supports: [support] } }))
        after.rowAdded(instance, id);
    },
    changeEvidence(id, set) {
      change({ do: 'change-evidence', evidence: id, set });
    },
    removeEvidence(instance, support, id) {
      const now = session();
      const out = now && letGo(now.assessment, support, id);
      if (out && change(out)) after.rowRemoved(instance, id);
    },
    supportBy(support, take, on) {
      const now = session();
      const made = now && (on ? supported(now, support, take) : letGo(now.assessment, support, idOf(now, take)));
      if (made) change(made);
    },
    removeSignature(instance, index) {
      const { place, answer } = instance;
      const value = signatures(instance).toSpliced(index, 1);
      const left = value.length > 0 ? { is: 'given' as const, value, ...noteOf(answer) } : onlyNote(answer);
      if (change({ do: 'answer', at: place, answer: left })) after.rowRemoved(instance, String(index + 1));
    },
  };
}

/** The places whose answers a change changes; of people there are none. */
function placesOf(change: Change): readonly Place[] {
  if (change.do === 'together') return change.changes.flatMap(placesOf);
  return 'at' in change ? [change.at] : [];
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
