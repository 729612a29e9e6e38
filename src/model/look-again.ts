import type { Assessment, HistoryEntry, Person, PlaceKey } from './assessment.ts';
import { presentPeople } from './people.ts';
import { countsForSuggestion } from './suggest-ratings.ts';

/**
 * The adults who came to count after a class was last said, as the history tells it (C1): added, moved in, come back, or
 * assessed as a carer now. Nobody where the history is silent: what was there from the beginning came before.
 */
export function adultsSince(assessment: Assessment, key: PlaceKey): readonly Person[] {
  const said = assessment.history.findLastIndex(({ place }) => place === key);
  const since = assessment.history.slice(said + 1).filter(({ person }) => person !== undefined);
  if (since.length === 0) return [];
  return presentPeople(assessment).filter((person) => countsForSuggestion(person) && cameIn(since, person));
}

/** Whether somebody who counts now did not before one of these sittings, and did after it. */
function cameIn(since: readonly HistoryEntry[], { id }: Person): boolean {
  const theirs = since.filter(({ person }) => person === id);
  return theirs.some((entry, index) => {
    const next = theirs[index + 1];
    return !countedBefore(entry) && (next === undefined || countedBefore(next));
  });
}

/** Whether the person of an entry counted before its sitting began. */
export const countedBefore = ({ was }: HistoryEntry): boolean =>
  was !== null && 'role' in was && !was.removed && was.mergedInto === undefined && countsForSuggestion(was);
