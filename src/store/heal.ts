import type { Connection } from './connection.ts';
import type { PieceRecord } from './db.ts';
import { type DraftRecords, opened, openedPieces, type OpenedPieces, recordsOf } from './draft-records.ts';
import type { WriteRequest } from './durable.ts';
import { recordId, type Seal } from './envelope.ts';
import { unchanged } from './shelf.ts';

export interface HealParts {
  readonly seal: Seal;
  readonly connection: Connection;
}

/**
 * Whether pieces of draft `id` that cannot be read, or are missing, came back from its standing copy.
 *
 * A piece of the copy is taken under its own name only, and only where the draft then opens whole with what is sound
 * here: where the head is sound it vouches for every one of them. What could not be read lies aside afterwards.
 */
export async function healed({ seal, connection }: HealParts, id: string): Promise<boolean> {
  const here = await connection.read((db) => recordsOf(db, id));
  const there = here.ok ? await connection.readCopy((db) => recordsOf(db, id)) : null;
  if (!here.ok || there === null) return false;
  const requests = await mending(seal, here.value, there);
  const isWritten = requests !== null && (await connection.write(requests)) === null;
  // Which key is in hand was tried out.
  if (!isWritten) await seal.keys?.learn(id, here.value.key);
  return isWritten;
}

/** Whether a signed file that cannot be read came back from the standing copy. */
export async function fileHealed({ seal, connection }: HealParts, draft: string, sha256: string): Promise<boolean> {
  const copied = await connection.readCopy((db) => db.get('blob', [draft, sha256]));
  const damaged = await connection.read((db) => db.get('blob', [draft, sha256]));
  if (!copied || !damaged.ok || damaged.value === undefined) return false;
  const bytes = await seal.open(recordId('blob', draft, sha256), copied.envelope);
  if (!bytes.ok || !unchanged(sha256, bytes.value).ok) return false;
  const aside = { id: draft, from: 'blob', revision: 0, record: damaged.value } as const;
  const requests = [{ to: 'quarantine', add: aside } as const, { to: 'blob', put: copied } as const];
  return (await connection.write(requests)) === null;
}

/** What makes the draft whole that rests `here`, with what rests `there`; null where that does not. */
async function mending(seal: Seal, here: DraftRecords, there: DraftRecords): Promise<readonly WriteRequest[] | null> {
  const { id } = here;
  const first = await openedPieces(seal, here);
  // Where nothing opens it may be the key.
  const isKeySound = [...first.snapshots, ...first.journal].some(({ content }) => content.ok);
  const key = isKeySound || there.key === undefined ? here.key : there.key;
  const found = key === here.key ? first : await openedPieces(seal, { ...here, key });
  const head = found.headIsSound && here.head ? here.head : there.head;
  if (head === undefined || head.revision === 0 || head.revision !== (here.head ?? head).revision) return null;

  const isSameState = there.head?.revision === head.revision;
  const requests: WriteRequest[] = [];
  const pieces = { snapshots: [...here.snapshots], journal: [...here.journal] };
  const taken = new Set<PieceRecord>();
  for (const [list, from] of [['snapshots', 'snapshot'] as const, ['journal', 'journal'] as const])
    for (const copied of there[list]) {
      const { revision } = copied;
      const at = here[list].findIndex((piece) => piece.revision === revision);
      const record = here[list][at];
      if (record === undefined ? !isSameState || revision > head.revision : !isDamaged(found, list, at)) continue;
      taken.add(copied);
      if (record === undefined) pieces[list].push(copied);
      else {
        pieces[list][at] = copied;
        requests.push({ to: 'quarantine', add: { id, from, revision, record } });
        requests.push({ to: from, remove: IDBKeyRange.only([id, revision]) });
      }
      requests.push({ to: from, add: copied });
    }
  if (head !== here.head && here.head !== undefined)
    requests.push({ to: 'quarantine', add: { id, from: 'head', revision: head.revision, record: here.head } });
  if (key !== here.key && key !== undefined)
    requests.push({ to: 'dek', remove: IDBKeyRange.only(id) }, { to: 'dek', add: key });
  if (requests.length === 0 && head === here.head) return null;

  const byRevision = (one: PieceRecord, other: PieceRecord): number => one.revision - other.revision;
  const records = {
    id,
    head,
    key,
    snapshots: pieces.snapshots.sort(byRevision),
    journal: pieces.journal.sort(byRevision),
  };
  if (!(await isSound(seal, records, taken))) return null;
  // Last, and by itself where nothing else of it is new: it fails where the draft has moved on meanwhile.
  requests.push({ to: 'head', remove: IDBKeyRange.only([id, head.revision]) }, { to: 'head', add: head });
  return requests;
}

/** Whether the draft opens, and each piece of the copy is one that it was written with. */
async function isSound(seal: Seal, records: DraftRecords, taken: ReadonlySet<PieceRecord>): Promise<boolean> {
  if (!(await opened(seal, records)).ok) return false;
  const { snapshots, journal } = await openedPieces(seal, records);
  return (
    records.snapshots.every((record, at) => !taken.has(record) || snapshots[at]?.content.ok === true) &&
    records.journal.every((record, at) => !taken.has(record) || journal[at]?.content.ok === true)
  );
}

function isDamaged(found: OpenedPieces, list: 'snapshots' | 'journal', at: number): boolean {
  const content = found[list][at]?.content;
  return content?.ok === false && content.problems[0].code === 'damaged';
}
