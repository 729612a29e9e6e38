import type { Assessment, Change, Person, Place } from './assessment.ts';
import { apply } from './apply.ts';
import { rowsOf } from './fits.ts';
import type { Pack } from './pack.ts';
import { placeKey } from './place.ts';

/**
 * The change that takes `change` back, worked out on the assessment as it was before it (E9).
 *
 * Null for a change that cannot be taken back: signing made a document that exists, and what two people said stays said.
 */
export function inverse(pack: Pack, before: Assessment, change: Change): Change | null {
  switch (change.do) {
    case 'answer':
      return answerBefore(before, change.at);
    case 'set-cell':
    case 'add-row':
    case 'restore-row':
    case 'remove-row':
    case 'move-row':
      return rowBefore(before, change);
    case 'add-person':
      return { do: 'remove-person', person: change.person.id };
    case 'change-person': {
      const person = before.people.find(({ id }) => id === change.person);
      return person ? { do: 'change-person', person: person.id, set: valuesBefore(person, change.set) } : null;
    }
    case 'remove-person':
    case 'merge-person':
    case 'restore-person':
      return presenceBefore(before, change);
    case 'change-details':
      return { do: 'change-details', set: valuesBefore(before, change.set) };
    case 'open-round':
      return { do: 'close-round', round: change.round.round };
    case 'close-round': {
      const round = before.rounds.find((each) => each.round === change.round);
      return round ? { do: 'open-round', round } : null;
    }
    case 'sign-version':
    case 'set-aside':
    case 'settle':
    case 'remember':
      return null;
    case 'add-evidence':
      return { do: 'remove-evidence', evidence: change.evidence.id };
    case 'change-evidence':
    case 'remove-evidence':
      return evidenceBefore(before, change);
    case 'add-comment':
      return { do: 'remove-comment', comment: change.comment.id };
    case 'settle-comment':
    case 'remove-comment': {
      const { comments = [] } = before;
      const index = comments.findIndex(({ id }) => id === change.comment);
      const comment = comments[index];
      if (!comment) return null;
      return change.do === 'remove-comment'
        ? { do: 'add-comment', comment, index }
        : { ...change, settled: comment.settled ?? false };
    }
    case 'together':
      return together(pack, before, change.changes);
  }
}

const answerBefore = (before: Assessment, at: Place): Change => ({
  do: 'answer',
  at,
  answer: before.answers[placeKey(at)] ?? null,
});

type RowChange = Extract<Change, { do: 'set-cell' | 'add-row' | 'remove-row' | 'restore-row' | 'move-row' }>;

function rowBefore(before: Assessment, change: RowChange): Change | null {
  const was = before.answers[placeKey(change.at)];
  // The first row replaces another state, and the first touch ends a copy: no change to one row brings those back.
  if (was && (was.is !== 'given' || was.copiedFrom !== undefined)) return answerBefore(before, change.at);
  if (change.do === 'add-row' || change.do === 'restore-row')
    return { do: 'remove-row', at: change.at, row: change.row.id };
  const rows = rowsOf(was);
  const index = rows.findIndex(({ id }) => id === change.row);
  const row = rows[index];
  if (!row) return null;
  if (change.do === 'set-cell') return { ...change, cell: row.cells[change.column] ?? null };
  return change.do === 'move-row' ? { ...change, index } : { do: 'restore-row', at: change.at, row, index };
}

/** Back to here, taken out, merged, or both of the last: whatever the person was. */
function presenceBefore(before: Assessment, { person: id }: { readonly person: string }): Change | null {
  const person = before.people.find((each) => each.id === id);
  if (!person) return null;
  const changes: readonly Change[] = [
    { do: 'restore-person', person: id },
    ...(person.mergedInto === undefined ? [] : [{ do: 'merge-person', person: id, into: person.mergedInto } as const]),
    ...(person.removed ? [{ do: 'remove-person', person: id } as const] : []),
  ];
  const [only] = changes;
  return changes.length === 1 && only ? only : { do: 'together', changes };
}

function valuesBefore(before: Person | Assessment, set: object): Partial<Record<string, unknown>> {
  const was: Partial<Record<string, unknown>> = {};
  for (const property of Object.keys(set))
    was[property] = (before as unknown as Record<string, unknown>)[property] ?? null;
  return was;
}

function evidenceBefore(
  { evidence = [] }: Assessment,
  change: Extract<Change, { do: 'change-evidence' | 'remove-evidence' }>,
): Change | null {
  const index = evidence.findIndex(({ id }) => id === change.evidence);
  const was = evidence[index];
  if (!was) return null;
  if (change.do === 'remove-evidence') return { do: 'add-evidence', evidence: was, index };
  // Taking the words from elsewhere replaces those that were typed.
  const taken = 'takenFrom' in change.set ? ['words', 'on', 'from', 'person'] : [];
  const set = Object.fromEntries(
    [...Object.keys(change.set), ...taken].map((property) => [
      property,
      (was as unknown as Record<string, unknown>)[property] ?? null,
    ]),
  );
  return { do: 'change-evidence', evidence: was.id, set };
}

function together(pack: Pack, before: Assessment, changes: readonly Change[]): Change | null {
  const back: Change[] = [];
  let now = before;
  for (const change of changes) {
    const one = inverse(pack, now, change);
    const next = apply(pack, now, { id: '', at: now.changedAt, by: '', change });
    if (!one || !next.ok) return null;
    back.unshift(one);
    now = next.value;
  }
  return { do: 'together', changes: back };
}
