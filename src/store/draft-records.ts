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

/** The draft these pieces make, or `no-such-draft`, `damaged`, `newer-than-program`. */
export async function opened(seal: Seal, { head, snapshots, journal }: DraftRecords): Promise<Outcome<Assembled>> {
  if (head === undefined || head.revision === 0) return problem('no-such-draft');
  return assemble(
    head.revision,
    await Promise.all(snapshots.map((record) => found(seal, 'snapshot', record, isAssessment))),
    await Promise.all(journal.map((record) => found(seal, 'journal', record, isEdits))),
  );
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
