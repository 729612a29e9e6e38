import type { Assessment, HistoryEntry, World } from '../model/assessment.ts';
import type { ReadDraft } from './read-file.ts';

/** What is known of the file a draft comes from, besides the draft. */
export interface FileOrigin {
  readonly from: string;
  readonly madeAt?: string;
}

/**
 * A draft out of a file as it is put into a vault: under an id that is `taken` by nothing, pinned to the questions in hand
 * (which it was checked against), with an entry in its history that says where it came from.
 */
export function landed(
  { assessment, sha256, revision }: ReadDraft,
  { from, madeAt }: FileOrigin,
  pack: Assessment['pack'],
  taken: (id: string) => boolean,
  world: World,
): Assessment {
  const now = world.now();
  const entry: HistoryEntry = {
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
  const id = taken(assessment.id) ? world.newId() : assessment.id;
  return { ...assessment, id, pack, history: [...assessment.history, entry] };
}
