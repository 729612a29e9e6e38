import { type Outcome, problem } from '../model/problem.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Names one resting piece: `["journal","<draft>",<revision>]` and the like. An envelope opens under its own name only. */
export type RecordId = string;

/** One resting piece, with how it was closed. */
export interface Envelope {
  readonly version: 1;
  /** `plain`: not encrypted. */
  readonly seal: 'plain';
  readonly record: RecordId;
  readonly bytes: Bytes;
}

/**
 * Closes and opens envelopes.
 *
 * Either answer may come at once or later. A seal that answers at once lets a write begin inside a page-hide event,
 * where nothing may be awaited; one that answers later is called before the transaction opens, never inside it.
 */
export interface Seal {
  enclose(record: RecordId, plain: Bytes): Envelope | Promise<Envelope>;
  /** The bytes, or `damaged` (not an envelope, or another record's), or `newer-than-program`. */
  open(record: RecordId, envelope: unknown): Outcome<Bytes> | Promise<Outcome<Bytes>>;
}

/** The name of a piece, made of its kind and its key. */
export function recordId(
  kind: 'head' | 'journal' | 'snapshot' | 'blob' | 'rescue',
  draft: string,
  key: number | string,
): RecordId {
  return JSON.stringify([kind, draft, key]); // quoted, so that no two keys spell the same name
}

/** Encrypts nothing, but still ties each piece to its record. Answers at once. */
export const plainSeal: Seal = {
  enclose: (record, bytes) => ({ version: 1, seal: 'plain', record, bytes }),
  open: (record, envelope) => {
    if (typeof envelope !== 'object' || envelope === null || !('version' in envelope))
      return problem('damaged', {}, 'envelope');
    if (typeof envelope.version === 'number' && envelope.version > 1)
      return problem('newer-than-program', {}, 'envelope');
    if (!isPlain(envelope)) return problem('damaged', {}, 'envelope');
    return envelope.record === record
      ? { ok: true, value: envelope.bytes }
      : problem('damaged', {}, 'envelope of another record');
  },
};

function isPlain(envelope: object): envelope is Envelope {
  return (
    'seal' in envelope &&
    envelope.seal === 'plain' &&
    'record' in envelope &&
    'bytes' in envelope &&
    envelope.bytes instanceof Uint8Array
  );
}
