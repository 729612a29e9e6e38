import type { Assessment, Edit } from '../model/assessment.ts';
import type { Condition, LaterEdits, Revision, Salvage } from '../session/ports.ts';
import type { Found } from './assemble.ts';

/** What a salvage is made of: the head's revision (null where there is none), and every piece in order of revision. */
export interface Wreck {
  readonly head: Revision | null;
  readonly snapshots: readonly Found<Assessment>[];
  readonly journal: readonly Found<readonly Edit[]>[];
  /** How far the draft had got, as the sentinel remembers it; 0 where it does not. */
  readonly known: Revision;
}

/** The furthest whole state that `wreck` leads to, what else of it can be read, and what is wrong with it. */
export function salvage({ head, snapshots, journal, known }: Wreck): Salvage {
  const all = [...snapshots, ...journal];
  const upTo = Math.max(known, head ?? 0, ...all.map(({ revision }) => revision));
  const entries = new Map(journal.map((entry) => [entry.revision, entry.content]));
  let best: { readonly snapshot: Assessment; readonly edits: readonly Edit[]; readonly revision: Revision } | null =
    null;
  for (const { revision: from, content } of snapshots) {
    if (!content.ok) continue;
    const edits: Edit[] = [];
    let revision = from;
    for (let next = entries.get(revision + 1); next?.ok; next = entries.get(revision + 1)) {
      edits.push(...next.value);
      revision += 1;
    }
    if (best === null || revision >= best.revision) best = { snapshot: content.value, edits, revision };
  }
  const reached = best?.revision ?? 0;
  const beyond = journal.flatMap(({ revision, content }): readonly LaterEdits[] =>
    revision > reached && content.ok && content.value.length > 0 ? [{ revision, edits: content.value }] : [],
  );
  return {
    condition: conditionOf({ head, snapshots, journal, known }, best?.revision ?? null),
    draft: best,
    beyond,
    upTo,
    unreadable: all.filter(({ content }) => !content.ok).length,
    report: `head ${head ?? 'none'}, known ${known}, snapshots ${list(snapshots)}, journal ${list(journal)}`,
  };
}

function conditionOf({ head, snapshots, journal, known }: Wreck, reached: Revision | null): Condition {
  if (head === null && snapshots.length + journal.length === 0) return 'empty-but-sentinel';
  if (reached === null) return snapshots.length > 0 ? 'bad-record' : 'gap';
  if (head !== reached) {
    if (head === null || head < reached) return 'bad-record'; // the record that says how far the draft is
    if (journal.some(({ revision }) => revision === reached + 1)) return 'bad-record';
    return [...journal, ...snapshots].some(({ revision }) => revision > reached) ? 'gap' : 'short';
  }
  // What lies beyond the head was written with a head that is no longer here.
  if (journal.some(({ revision }) => revision > head)) return 'bad-record';
  return known > head ? 'draft-older' : 'ok';
}

/** Revisions in short, the unreadable ones marked: `1-4, 5!, 6`. */
function list(pieces: readonly Found<unknown>[]): string {
  const parts: { from: Revision; to: Revision; ok: boolean }[] = [];
  for (const { revision, content } of pieces) {
    const last = parts.at(-1);
    if (last?.to === revision - 1 && last.ok === content.ok) last.to = revision;
    else parts.push({ from: revision, to: revision, ok: content.ok });
  }
  const text = parts.map(({ from, to, ok }) => `${from === to ? from : `${from}-${to}`}${ok ? '' : '!'}`);
  return text.join(', ') || 'none';
}
