import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, problem } from '../model/problem.ts';
import { assemble, type Assembled, type Found } from './assemble.ts';
import { type Database, type HeadRecord, keysOf, type PieceRecord } from './db.ts';
import { recordId, type Seal } from './envelope.ts';
import { isAssessment, isEdits, read } from './pieces.ts';

/** Every piece of one draft. */
export interface DraftRecords {
  readonly head: HeadRecord | undefined;
  readonly snapshots: readonly PieceRecord[];
  readonly journal: readonly PieceRecord[];
}

/** The pieces of draft `id`, read in one transaction so that they belong together. */
export async function recordsOf(db: Database, id: string): Promise<DraftRecords> {
  const transaction = db.transaction(['head', 'snapshot', 'journal'], 'readonly');
  const [head, snapshots, journal] = await Promise.all([
    transaction.objectStore('head').index('id').get(id),
    transaction.objectStore('snapshot').getAll(keysOf(id)),
    transaction.objectStore('journal').getAll(keysOf(id)),
    transaction.done,
  ]);
  return { head, snapshots, journal };
}

/** Every piece of one draft as far as it opens, in order of revision. */
export interface OpenedPieces {
  readonly snapshots: readonly Found<Assessment>[];
  readonly journal: readonly Found<readonly Edit[]>[];
}

export async function openedPieces(seal: Seal, { snapshots, journal }: DraftRecords): Promise<OpenedPieces> {
  return {
    snapshots: await Promise.all(snapshots.map((record) => found(seal, 'snapshot', record, isAssessment))),
    journal: await Promise.all(journal.map((record) => found(seal, 'journal', record, isEdits))),
  };
}

/** The draft these pieces make, or `no-such-draft`, `damaged`, `newer-than-program`. */
export async function opened(seal: Seal, records: DraftRecords): Promise<Outcome<Assembled>> {
  const { head, snapshots, journal } = records;
  if (head?.revision === 0 || (head === undefined && snapshots.length + journal.length === 0))
    return problem('no-such-draft');
  const pieces = await openedPieces(seal, records);
  // A removed draft leaves its head at 0, so pieces without any head are of one that was damaged.
  return assemble(head?.revision ?? 0, pieces.snapshots, pieces.journal);
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
