import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { Draft, Revision } from '../session/ports.ts';

/** One piece as it was found: its revision, and what opening it gave. */
export interface Found<T> {
  readonly revision: Revision;
  readonly content: Outcome<T>;
}

export interface Assembled {
  readonly draft: Draft;
  /** The revision of the snapshot the draft is built on. */
  readonly from: Revision;
}

/**
 * The draft at `revision`: the newest readable snapshot from which every edit up to `revision` is there.
 *
 * `damaged` when there is none, or when pieces lie beyond `revision`; `newer-than-program` where a newer program
 * wrote one of the pieces. Both lists are in order of revision.
 */
export function assemble(
  revision: Revision,
  snapshots: readonly Found<Assessment>[],
  journal: readonly Found<readonly Edit[]>[],
): Outcome<Assembled> {
  const pieces: readonly Found<unknown>[] = [...snapshots, ...journal];
  const newer = pieces.map(problemOf).find((found) => found?.code === 'newer-than-program');
  if (newer) return { ok: false, problems: [newer] };
  for (const { revision: from, content } of snapshots.toReversed()) {
    const edits = content.ok ? editsBetween(journal, from, revision) : null;
    if (content.ok && edits !== null)
      return { ok: true, value: { draft: { snapshot: content.value, edits, revision }, from } };
  }
  return problem('damaged', {}, `head ${revision}, snapshots ${listOf(snapshots)}, journal ${listOf(journal)}`);
}

/** The edits after `from` up to `to`, or null where a revision is missing or unreadable. */
function editsBetween(
  journal: readonly Found<readonly Edit[]>[],
  from: Revision,
  to: Revision,
): readonly Edit[] | null {
  const entries = journal.filter(({ revision }) => revision > from);
  const readable = entries.flatMap(({ content }) => (content.ok ? [content.value] : []));
  const whole = readable.length === to - from && entries.every(({ revision }, index) => revision === from + 1 + index);
  return whole ? readable.flat() : null;
}

function problemOf({ content }: Found<unknown>): Problem | null {
  return content.ok ? null : content.problems[0];
}

/** The readable revisions, as in `1, 3-7`. */
function listOf(pieces: readonly Found<unknown>[]): string {
  const readable = pieces.filter(({ content }) => content.ok).map(({ revision }) => revision);
  const starts = readable.filter((revision) => !readable.includes(revision - 1));
  const ends = readable.filter((revision) => !readable.includes(revision + 1));
  return (
    starts.map((start, index) => (start === ends[index] ? `${start}` : `${start}-${ends[index]}`)).join(', ') || 'none'
  );
}
