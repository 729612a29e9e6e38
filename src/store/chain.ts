import type { Revision } from '../session/ports.ts';
import type { HeadRecord, PieceRecord } from './db.ts';
import { type Envelope, isSealed } from './envelope.ts';

/**
 * Names a sealed journal entry by its tag, in hex; '' where there is none, and where nothing is sealed.
 *
 * Each sealed piece carries the link of the entry it follows: an entry that of the one before, a head and a snapshot
 * that of their own revision. So a head vouches for every step that led to it.
 */
export type Link = string;

const tagLength = 16;

/** The link that what follows this journal entry carries. */
export function linkTo(envelope: Envelope): Link {
  return isSealed(envelope)
    ? Array.from(envelope.bytes.slice(-tagLength), (byte) => byte.toString(16).padStart(2, '0')).join('')
    : '';
}

/** The link that this piece carries. */
export function linkIn(envelope: Envelope | null): Link {
  return isSealed(envelope) ? envelope.link : '';
}

/** What could have been put here from another time: pieces that open, but are not those the head was written after. */
export function outOfChain(
  head: HeadRecord,
  snapshots: readonly PieceRecord[],
  journal: readonly PieceRecord[],
  opens: (piece: PieceRecord) => boolean,
): ReadonlySet<PieceRecord> {
  const strange = new Set<PieceRecord>();
  if (!isSealed(head.envelope)) return strange;
  const at = (pieces: readonly PieceRecord[]): ReadonlyMap<Revision, PieceRecord> =>
    new Map(pieces.map((piece) => [piece.revision, piece]));
  const [snapshotAt, entryAt] = [at(snapshots), at(journal)];
  let expected = head.envelope.link;
  for (let { revision } = head; revision > 0; revision -= 1) {
    const snapshot = snapshotAt.get(revision);
    if (snapshot && linkIn(snapshot.envelope) !== expected) strange.add(snapshot);
    const entry = entryAt.get(revision);
    if (entry && linkTo(entry.envelope) !== expected) strange.add(entry);
    // From here on back nothing vouches for anything, but what lies beyond it is not loaded without it either.
    if (!entry || strange.has(entry) || !opens(entry)) break;
    expected = linkIn(entry.envelope);
  }
  return strange;
}
