import type { Answer, Row } from './answer.ts';
import type { Assessment, Change, Edit, Person } from './assessment.ts';
import { answerFor, withAnswer, without } from './apply-answer.ts';
import { changeTaking, settledAside, withAside, withEntries } from './apply-asides.ts';
import { commentsAfter } from './apply-comments.ts';
import { evidenceAfter, inStep } from './apply-evidence.ts';
import { cellFits, cellSaysNothing, rowFits, rowsOf, valueFits } from './fits.ts';
import { remember } from './history.ts';
import { tableKinds, type Pack, type Question } from './pack.ts';
import { personById } from './people.ts';
import { placeKey } from './place.ts';
import { questionAt } from './question-at.ts';
import { outcome, problem, type Outcome } from './problem.ts';

/**
 * `assessment` after one edit (SPEC.md section E); the only way anything changes.
 *
 * Fails without changing anything when the edit names what the pack or the assessment does not have, or a value
 * that does not fit: `unknown-question`, `wrong-subject`, `wrong-round`, `value-does-not-fit`, `unknown-row`,
 * `duplicate-row`, `unknown-column`, `unknown-person`, `duplicate-person`, `wrong-kind`, `duplicate-round`,
 * `unknown-evidence`, `duplicate-evidence`, `unknown-factor`, `unknown-comment`, `duplicate-comment`, `unknown-aside`.
 */
export function apply(pack: Pack, assessment: Assessment, edit: Edit): Outcome<Assessment> {
  const changed = applyChange(pack, assessment, edit, edit.change);
  return changed.ok ? outcome({ ...changed.value, changedAt: edit.at }, []) : changed;
}

function applyChange(pack: Pack, assessment: Assessment, edit: Edit, change: Change): Outcome<Assessment> {
  switch (change.do) {
    case 'answer':
    case 'set-cell':
    case 'add-row':
    case 'remove-row':
    case 'restore-row':
    case 'move-row': {
      const question = questionAt(pack, assessment, change.at);
      if (!question.ok) return question;
      const key = placeKey(change.at);
      const was = assessment.answers[key] ?? null;
      const answer =
        change.do === 'answer'
          ? answerFor(question.value, change, (value) => valueFits(pack, question.value, value))
          : rowsFor(question.value, change, was);
      return answer.ok ? outcome(inStep(pack, withAnswer(assessment, edit, key, was, answer.value), key), []) : answer;
    }
    case 'add-person':
      return assessment.people.some(({ id }) => id === change.person.id)
        ? problem('duplicate-person', { subject: change.person.id })
        : outcome(withPerson(assessment, edit, null, change.person), []);
    case 'change-person':
      return onPerson(assessment, edit, change.person, (person) => changedPerson(person, change.set));
    case 'remove-person':
      return onPerson(assessment, edit, change.person, (person) => ({ ...person, removed: true }));
    case 'restore-person':
      return onPerson(assessment, edit, change.person, (person) => without(person, 'removed', 'mergedInto'));
    case 'merge-person':
      return mergedPerson(assessment, edit, change);
    case 'change-details':
      return outcome({ ...assessment, ...change.set }, []);
    case 'open-round':
      return assessment.rounds.some(({ round }) => round === change.round.round)
        ? problem('duplicate-round', { round: change.round.round })
        : outcome(
            { ...assessment, rounds: [...assessment.rounds, change.round].sort((a, b) => a.round - b.round) },
            [],
          );
    case 'close-round':
      if (!assessment.rounds.some(({ round }) => round === change.round))
        return problem('wrong-round', { round: change.round });
      return outcome({ ...assessment, rounds: assessment.rounds.filter(({ round }) => round !== change.round) }, []);
    case 'sign-version':
      return outcome({ ...assessment, versions: [...assessment.versions, change.version] }, []);
    case 'add-evidence':
    case 'change-evidence':
    case 'remove-evidence':
      return evidenceAfter(pack, assessment, edit, change);
    case 'add-comment':
    case 'settle-comment':
    case 'remove-comment':
      return commentsAfter(pack, assessment, change);
    case 'set-aside':
    case 'remember':
      return outcome(
        change.do === 'remember' ? withEntries(assessment, change.entries) : withAside(assessment, change.aside),
        [],
      );
    case 'settle': {
      const aside = assessment.asides?.find(({ id }) => id === change.aside);
      if (!aside) return problem('unknown-aside');
      const settled = settledAside(assessment, edit, aside, change.take);
      const taken = change.take ? changeTaking(assessment, aside) : null;
      return taken ? applyChange(pack, settled, edit, taken) : outcome(settled, []);
    }
    case 'together': {
      let result = assessment;
      for (const each of change.changes) {
        const next = applyChange(pack, result, edit, each);
        if (!next.ok) return next;
        result = next.value;
      }
      return outcome(result, []);
    }
  }
}

type RowChange = Extract<Change, { do: 'set-cell' | 'add-row' | 'remove-row' | 'restore-row' | 'move-row' }>;

function rowsFor(question: Question, change: RowChange, was: Answer | null): Outcome<Answer | null> {
  const { at } = change;
  if (!tableKinds.includes(question.kind)) return problem('wrong-kind', at, question.kind);
  const rows = rowsOf(was);
  const given = (next: readonly Row[]): Outcome<Answer | null> =>
    outcome(
      next.length === 0 && !was?.note ? null : { ...(was?.note ? { note: was.note } : {}), is: 'given', value: next },
      [],
    );
  if (change.do === 'add-row' || change.do === 'restore-row') {
    if (!rowFits(question, change.row)) return problem('value-does-not-fit', at, question.kind);
    if (rows.some(({ id }) => id === change.row.id)) return problem('duplicate-row', at);
    return given(rows.toSpliced(change.index ?? rows.length, 0, change.row));
  }
  const index = rows.findIndex(({ id }) => id === change.row);
  const row = rows[index];
  if (!row) return problem('unknown-row', at);
  if (change.do === 'remove-row') return given(rows.toSpliced(index, 1));
  if (change.do === 'move-row') return given(rows.toSpliced(index, 1).toSpliced(change.index, 0, row));
  const column = question.columns?.find(({ id }) => id === change.column);
  if (!column || column.property !== undefined) return problem('unknown-column', at, change.column);
  if (change.cell === null || cellSaysNothing(change.cell))
    return given(rows.with(index, { ...row, cells: without(row.cells, change.column) }));
  if (!cellFits(column, change.cell)) return problem('value-does-not-fit', at, column.kind);
  return given(rows.with(index, { ...row, cells: { ...row.cells, [change.column]: change.cell } }));
}

function onPerson(
  assessment: Assessment,
  edit: Edit,
  id: string,
  change: (person: Person) => Person,
): Outcome<Assessment> {
  const person = assessment.people.find((each) => each.id === id);
  return person
    ? outcome(withPerson(assessment, edit, person, change(person)), [])
    : problem('unknown-person', { subject: id });
}

function withPerson(assessment: Assessment, edit: Edit, was: Person | null, person: Person): Assessment {
  return {
    ...assessment,
    people: was ? assessment.people.map((each) => (each === was ? person : each)) : [...assessment.people, person],
    history: remember(assessment.history, edit, { person: person.id }, was),
  };
}

function mergedPerson(
  assessment: Assessment,
  edit: Edit,
  { person: id, into }: Extract<Change, { do: 'merge-person' }>,
): Outcome<Assessment> {
  const merged = onPerson(assessment, edit, id, (person) => ({ ...person, mergedInto: into }));
  if (!merged.ok) return merged;
  // Whoever was merged into this person, directly or not, is this person: then nobody is left to merge into.
  const found = personById(merged.value, id);
  return found && found.mergedInto === undefined ? merged : problem('unknown-person', { subject: into });
}

function changedPerson(person: Person, set: Extract<Change, { do: 'change-person' }>['set']): Person {
  const kept = Object.entries({ ...person, ...set }).filter(([, value]) => value !== null);
  // Taking a property away leaves the others as they were; a name or role is never taken away, only emptied.
  return {
    ...(Object.fromEntries(kept) as Partial<Person>),
    id: person.id,
    role: set.role ?? person.role,
    name: set.name ?? (set.name === null ? '' : person.name),
  };
}
