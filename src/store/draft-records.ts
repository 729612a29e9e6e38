import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, problem } from '../model/problem.ts';
import { assemble, type Assembled, type Found } from './assemble.ts';
import { outOfChain } from './chain.ts';
import { type Database, type HeadRecord, keysOf, type PieceRecord } from './db.ts';
import { type KeyRecord, recordId, type Seal } from './envelope.ts';
import { isAssessment, isEdits, isSummary, read } from './pieces.ts';

/** Every piece of one draft. */
export interface DraftRecords {
  readonly id: string;
  readonly head: HeadRecord | undefined;
  /** Its key, where drafts have keys. */
  readonly key: KeyRecord | undefined;
  readonly snapshots: readonly PieceRecord[];
  readonly journal: readonly PieceRecord[];
}

/** The pieces of draft `id`, read in one transaction so that they belong together. */
export async function recordsOf(db: Database, id: string): Promise<DraftRecords> {
  const transaction = db.transaction(['head', 'dek', 'snapshot', 'journal'], 'readonly');
  const [head, key, snapshots, journal] = await Promise.all([
    transaction.objectStore('head').index('id').get(id),
    transaction.objectStore('dek').get(id),
    transaction.objectStore('snapshot').getAll(keysOf(id)),
    transaction.objectStore('journal').getAll(keysOf(id)),
    transaction.done,
  ]);
  return { id, head, key, snapshots, journal };
}

/** Where pieces of draft `id` lie in quarantine. */
export async function quarantined(db: Database, id: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (let at = await db.transaction('quarantine').store.openCursor(); at; at = await at.continue())
    if (at.value.id === id) found.push(at.primaryKey);
  return found;
}

/** Every piece of one draft as far as it opens, in order of revision. */
export interface OpenedPieces {
  /** Whether the head is what it was written as; true where there is none to be read. */
  readonly headIsSound: boolean;
  readonly snapshots: readonly Found<Assessment>[];
  readonly journal: readonly Found<readonly Edit[]>[];
}

export async function openedPieces(seal: Seal, records: DraftRecords): Promise<OpenedPieces> {
  const { id, head, key } = records;
  await seal.keys?.learn(id, key);
  const snapshots = await Promise.all(records.snapshots.map((record) => found(seal, 'snapshot', record, isAssessment)));
  const journal = await Promise.all(records.journal.map((record) => found(seal, 'journal', record, isEdits)));
  const headIsSound = head === undefined || head.revision === 0 || (await isSound(seal, head));
  if (head === undefined || !headIsSound) return { headIsSound, snapshots, journal };
  const unopened = new Set(records.journal.filter((_, index) => journal[index]?.content.ok === false));
  const strange = outOfChain(head, records.snapshots, records.journal, (piece) => !unopened.has(piece));
  const inChain =
    (pieces: readonly PieceRecord[]) =>
    <T>(each: Found<T>, index: number): Found<T> => {
      const piece = pieces[index];
      const isStrange = piece !== undefined && strange.has(piece) && each.content.ok;
      return isStrange ? { ...each, content: problem('damaged', {}, 'chain') } : each;
    };
  return {
    headIsSound,
    snapshots: snapshots.map(inChain(records.snapshots)),
    journal: journal.map(inChain(records.journal)),
  };
}

/** The draft these pieces make, or `no-such-draft`, `damaged`, `newer-than-program`. */
export async function opened(
  seal: Seal,
  records: DraftRecords,
): Promise<Outcome<Assembled & { readonly isWhole: boolean }>> {
  const { head, snapshots, journal } = records;
  if (head?.revision === 0 || (head === undefined && snapshots.length + journal.length === 0))
    return problem('no-such-draft');
  const pieces = await openedPieces(seal, records);
  // A removed draft leaves its head at 0, so pieces without any head are of one that was damaged.
  const assembled = assemble(head?.revision ?? 0, pieces.snapshots, pieces.journal);
  if (!assembled.ok) return assembled;
  if (!pieces.headIsSound) return problem('damaged', {}, 'head');
  const isWhole = [...pieces.snapshots, ...pieces.journal].every(({ content }) => content.ok);
  return { ok: true, value: { ...assembled.value, isWhole } };
}

/** Not encrypted, a head vouches for nothing but what a list shows. */
async function isSound(seal: Seal, { id, revision, envelope }: HeadRecord): Promise<boolean> {
  if (seal.keys === undefined) return true;
  const bytes = await seal.open(recordId('head', id, revision), envelope);
  return bytes.ok && read(bytes.value, isSummary).ok;
}

async function found<T>(
  seal: Seal,
  kind: 'journal' | 'snapshot',
  { id, revision, envelope }: PieceRecord,
  fits: (value: unknown) => value is T,
): Promise<Found<T>> {
  const bytes = await seal.open(recordId(kind, id, revision), envelope);
  return { revision, content: bytes.ok ? read(bytes.value, fits) : bytes };
}
