import type { Assessment, Edit } from '../model/assessment.ts';
import type { Revision } from '../session/ports.ts';
import type { PieceRecord } from './db.ts';
import type { DraftRecords } from './draft-records.ts';
import type { WriteRequest } from './durable.ts';
import { type Bytes, type Envelope, recordId, type Seal } from './envelope.ts';
import { written } from './pieces.ts';
import { all, type Soon, whenHere } from './soon.ts';
import { summaryOf } from './summary.ts';

/** One write to a draft that is at revision `expected`. */
export interface Step {
  readonly id: string;
  readonly expected: Revision;
  readonly edits: readonly Edit[];
  /** The assessment once the edits are applied. */
  readonly after: Assessment;
  /** Present when a snapshot is taken: which older one stays beside it (0: none to take out). All before that goes. */
  readonly snapshot?: { readonly keeps: Revision };
}

/** What the transaction of `step` asks for, sealed. Here at once where the seal answers at once. */
export function requestsOf(seal: Seal, { id, expected, edits, after, snapshot }: Step): Soon<readonly WriteRequest[]> {
  const revision = expected + 1;
  const enclose = (kind: 'head' | 'journal' | 'snapshot', plain: Bytes): Soon<Envelope> =>
    seal.enclose(recordId(kind, id, revision), plain);
  return all<WriteRequest>([
    { to: 'head', remove: IDBKeyRange.only([id, expected]) },
    whenHere(enclose('journal', written(edits)), (envelope) => ({ to: 'journal', add: { id, revision, envelope } })),
    ...(snapshot === undefined
      ? []
      : [
          whenHere(enclose('snapshot', written(after)), (envelope): WriteRequest => ({
            to: 'snapshot',
            add: { id, revision, envelope },
          })),
          { to: 'snapshot', remove: IDBKeyRange.bound([id], [id, snapshot.keeps], false, true) } as const,
          { to: 'journal', remove: IDBKeyRange.bound([id], [id, snapshot.keeps]) } as const, // the snapshot holds these edits
        ]),
    // Compare and set: where the head was not at `expected`, the first request took nothing out and this one fails.
    whenHere(enclose('head', written(summaryOf(after, revision))), (envelope) => ({
      to: 'head',
      add: { id, revision, envelope },
    })),
  ]);
}

/** Whether `records` end with this very step: it had been given up as lost, and came through. */
export async function isDone(
  seal: Seal,
  { id, expected, edits, after }: Step,
  records: DraftRecords,
): Promise<boolean> {
  const revision = expected + 1;
  if (records.head?.revision !== revision) return false;
  const holds = async (
    kind: 'journal' | 'snapshot',
    pieces: readonly PieceRecord[],
    plain: Bytes,
  ): Promise<boolean> => {
    const piece = pieces.find((each) => each.revision === revision);
    const bytes = piece ? await seal.open(recordId(kind, id, revision), piece.envelope) : null;
    return bytes?.ok === true && areEqual(bytes.value, plain);
  };
  if (!(await holds('journal', records.journal, written(edits)))) return false;
  return edits.length > 0 || holds('snapshot', records.snapshots, written(after)); // no edit, no id to know it by
}

function areEqual(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
