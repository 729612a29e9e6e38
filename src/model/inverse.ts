import type { Assessment, Change, Person } from './assessment.ts';
import { apply } from './apply.ts';
import { rowsOf } from './fits.ts';
import type { Pack } from './pack.ts';
import { placeKey } from './place.ts';

/**
 * The change that takes `change` back, worked out on the assessment as it was before it (E9).
 *
 * Null for a change that cannot be taken back: signing made a document that exists.
 */
export function inverse(pack: Pack, before: Assessment, change: Change): Change | null {
  switch (change.do) {
    case 'answer':
    case 'set-cell':
      // A cell is taken back as its whole answer would be only if the row is gone; so name the cell where it is.
      return change.do === 'answer' ? { do: 'answer', at: change.at, answer: before.answers[placeKey(change.at)] ?? null } : cellBefore(before, change);
    case 'add-row':
    case 'restore-row':
      return { do: 'remove-row', at: change.at, row: change.row.id };
    case 'remove-row':
    case 'move-row': {
      const rows = rowsOf(before.answers[placeKey(change.at)]);
      const index = rows.findIndex(({ id }) => id === change.row);
      const row = rows[index];
      if (!row) return null;
      return change.do === 'move-row' ? { ...change, index } : { do: 'restore-row', at: change.at, row, index };
    }
    case 'add-person':
      return { do: 'remove-person', person: change.person.id };
    case 'change-person': {
      const person = before.people.find(({ id }) => id === change.person);
      return person ? { do: 'change-person', person: person.id, set: propertiesBefore(person, change.set) } : null;
    }
    case 'remove-person':
    case 'merge-person':
      return { do: 'restore-person', person: change.person };
    case 'restore-person': {
      const person = before.people.find(({ id }) => id === change.person);
      return person?.mergedInto === undefined
        ? { do: 'remove-person', person: change.person }
        : { do: 'merge-person', person: change.person, into: person.mergedInto };
    }
    case 'change-details':
      return { do: 'change-details', set: { reference: before.reference, route: before.route } };
    case 'open-round':
      return { do: 'close-round', round: change.round.round };
    case 'close-round': {
      const round = before.rounds.find((each) => each.round === change.round);
      return round ? { do: 'open-round', round } : null;
    }
    case 'sign-version':
      return null;
    case 'together':
      return together(pack, before, change.changes);
  }
}

function cellBefore(before: Assessment, change: Extract<Change, { do: 'set-cell' }>): Change {
  const row = rowsOf(before.answers[placeKey(change.at)]).find(({ id }) => id === change.row);
  return { ...change, cell: row?.cells[change.column] ?? null };
}

function propertiesBefore(person: Person, set: Extract<Change, { do: 'change-person' }>['set']): Extract<Change, { do: 'change-person' }>['set'] {
  const was: Partial<Record<string, unknown>> = {};
  for (const property of Object.keys(set)) was[property] = (person as unknown as Record<string, unknown>)[property] ?? null;
  return was;
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
