import type { Answer } from './answer.ts';
import type { Edit, Evidence, EvidenceId, HistoryEntry, Person, PlaceKey } from './assessment.ts';

/** Edits of one answer, person or piece of evidence, by one author, within this time of each other are one sitting: one entry. Milliseconds. */
export const sittingLength = 10 * 60 * 1000;

type About = { readonly place: PlaceKey } | { readonly person: string } | { readonly evidence: EvidenceId };

/**
 * `history` with the edit taken in: what an answer, person or piece of evidence was before this sitting began (H1).
 *
 * Entries stay ordered by their last edit, so the search for the present sitting ends at the first older one.
 */
export function remember(
  history: readonly HistoryEntry[],
  edit: Edit,
  about: About,
  was: Answer | Person | Evidence | null,
): readonly HistoryEntry[] {
  const now = Date.parse(edit.at);
  const opening = { from: edit.at, to: edit.at, by: edit.by, ...about, was };
  // No telling how long ago the sitting before it was: a new one, and marked (H4).
  if (edit.clockBack) return [...history, { ...opening, clockBack: true }];
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const entry = history[index];
    if (!entry || now - Date.parse(entry.to) > sittingLength) break;
    const same =
      'place' in about
        ? entry.place === about.place
        : 'person' in about
          ? entry.person === about.person
          : entry.evidence === about.evidence;
    // Somebody else wrote in between: what they wrote must be kept too.
    if (same && entry.by !== edit.by) break;
    if (same) return [...history.slice(0, index), ...history.slice(index + 1), { ...entry, to: edit.at }];
  }
  return [...history, opening];
}
