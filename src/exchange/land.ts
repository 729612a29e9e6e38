import type { Assessment, Change, HistoryEntry, World } from '../model/assessment.ts';
import { mergeBranches } from '../model/merge.ts';
import type { Pack } from '../model/pack.ts';
import type { ReadDraft } from './read-file.ts';

/** What is known of the file a draft comes from, besides the draft. */
export interface FileOrigin {
  readonly from: string;
  readonly madeAt?: string;
}

/**
 * A draft out of a file as it is put into a vault: under an id that is `taken` by nothing, on the questions it was checked
 * against, with an entry in its history that says where it came from.
 */
export function landed(draft: ReadDraft, origin: FileOrigin, taken: (id: string) => boolean, world: World): Assessment {
  const { assessment } = draft;
  const id = taken(assessment.id) ? world.newId() : assessment.id;
  return { ...assessment, id, history: [...assessment.history, cameFrom(draft, origin, world)] };
}

/** What a draft out of a file brings to the same draft here. */
export interface Brought {
  /** What to do to the one here, as one step; nothing where the file says nothing new. */
  readonly changes: readonly Change[];
  /** How much was said otherwise in both and now awaits a decision. */
  readonly toDecide: number;
}

/**
 * What makes `here` say what the same draft out of a file says as well: nothing here is overwritten, what both say
 * otherwise is set aside to be decided, comments are added, and the history says where it came from.
 */
export function broughtTogether(
  pack: Pack,
  here: Assessment,
  draft: ReadDraft,
  origin: FileOrigin,
  world: World,
): Brought {
  const merge = mergeBranches(pack, { base: null, ground: here, branch: draft.assessment }, world);
  const { changes } = merge;
  if (changes.length === 0) return { changes, toDecide: 0 };
  const entries = [cameFrom(draft, origin, world)];
  return { changes: [...changes, { do: 'remember', entries }], toDecide: merge.asides.length };
}

function cameFrom({ sha256, revision }: ReadDraft, { from, madeAt }: FileOrigin, world: World): HistoryEntry {
  const now = world.now();
  return {
    from: now,
    to: now,
    by: '',
    origin: {
      sha256,
      from,
      ...(madeAt === undefined ? {} : { madeAt }),
      ...(revision === undefined ? {} : { revision }),
    },
    was: null,
  };
}
