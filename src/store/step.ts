import type { Assessment, Edit } from '../model/assessment.ts';
import type { Revision } from '../session/ports.ts';
import { type Link, linkTo } from './chain.ts';
import type { PieceRecord } from './db.ts';
import type { DraftRecords } from './draft-records.ts';
import type { WriteRequest } from './durable.ts';
import { type Bytes, type Envelope, type KeyRecord, recordId, type Seal } from './envelope.ts';
import { written } from './pieces.ts';
import { all, type Soon, whenHere } from './soon.ts';
import { summaryOf } from './summary.ts';

/** One write to a draft that is at revision `expected`. */
export interface Step {
  readonly id: string;
  readonly expected: Revision;
  /** The journal entry at `expected`. */
  readonly link: Link;
  readonly edits: readonly Edit[];
  /** The assessment once the edits are applied. */
  readonly after: Assessment;
  /** Present when a snapshot is taken: which older one stays beside it (0: none to take out). All before that goes. */
  readonly snapshot?: { readonly keeps: Revision };
}

/** A step ready to be written, and the link to its journal entry. */
export interface SealedStep {
  readonly requests: readonly WriteRequest[];
  readonly link: Link;
}

/** What the transaction of `step` asks for, sealed. Here at once where the seal answers at once. */
export function sealed(seal: Seal, step: Step): Soon<SealedStep> {
  const { id, expected, edits, link } = step;
  // A draft that is made gets its key in the same transaction.
  return whenHere(expected === 0 ? (seal.keys?.begin(id) ?? null) : null, (key: KeyRecord | null) =>
    whenHere(seal.enclose(recordId('journal', id, expected + 1), written(edits), link), (entry) => {
      const next = linkTo(entry);
      return whenHere(requestsOf(seal, step, entry, next), (requests) => ({
        requests: key === null ? requests : [{ to: 'dek', add: key }, ...requests],
        link: next,
      }));
    }),
  );
}

function requestsOf(
  seal: Seal,
  { id, expected, after, snapshot }: Step,
  entry: Envelope,
  link: Link,
): Soon<readonly WriteRequest[]> {
  const revision = expected + 1;
  const enclose = (kind: 'head' | 'snapshot', plain: Bytes): Soon<Envelope> =>
    seal.enclose(recordId(kind, id, revision), plain, link);
  return all<WriteRequest>([
    { to: 'head', remove: IDBKeyRange.only([id, expected]) },
    { to: 'journal', add: { id, revision, envelope: entry } },
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
    whenHere(enclose('head', written(summaryOf(after, revision))), (envelope): WriteRequest => ({
      to: 'head',
      add: { id, revision, envelope },
    })),
  ]);
}

/** Whether `records` end with this very step: it had been given up as lost, and came through. */
export async function isDone(
  seal: Seal,
  { id, expected, edits, after }: Omit<Step, 'link'>,
  records: DraftRecords,
): Promise<boolean> {
  const revision = expected + 1;
  if (records.head?.revision !== revision) return false;
  await seal.keys?.learn(id, records.key);
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
