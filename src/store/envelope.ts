import { type Outcome, problem } from '../model/problem.ts';
import type { Link } from './chain.ts';
import type { Soon } from './soon.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Names one resting piece: `["journal","<draft>",<revision>]` and the like. An envelope opens under its own name only. */
export type RecordId = string;

/** One resting piece that is not encrypted. */
export interface PlainEnvelope {
  readonly version: 1;
  readonly seal: 'plain';
  readonly record: RecordId;
  readonly bytes: Bytes;
}

/** One resting piece, encrypted. Its name is not in it: it is part of what the tag vouches for. */
export interface SealedEnvelope {
  readonly version: 2;
  readonly seal: 'aes-256-gcm';
  readonly iv: Bytes;
  /** With the tag of 16 bytes at the end. */
  readonly bytes: Bytes;
  /** The journal entry it follows, vouched for by the tag; '' where there is none. See `chain.ts`. */
  readonly link: Link;
}

export type Envelope = PlainEnvelope | SealedEnvelope;

/** Something small, encrypted under a key that encrypts keys. */
export interface Wrapped {
  readonly iv: Bytes;
  readonly bytes: Bytes;
}

/** The key of one draft as it rests beside it. */
export interface KeyRecord {
  readonly id: string;
  readonly wrapped: Wrapped;
}

/** The keys of drafts, as far as they are in hand. */
export interface DraftKeys {
  /** The key that rests beside a draft about to be made. */
  begin(draft: string): Soon<KeyRecord>;
  /** Takes in the key that was found beside `draft`, so that its pieces open and are closed at once. */
  learn(draft: string, found: KeyRecord | undefined): Soon<void>;
  forget(draft: string): void;
}

/**
 * Closes and opens envelopes.
 *
 * Either answer may come at once or later. A seal that answers at once lets a write begin inside a page-hide event,
 * where nothing may be awaited; one that answers later is called before the transaction opens, never inside it.
 */
export interface Seal {
  enclose(record: RecordId, plain: Bytes, link?: Link): Soon<Envelope>;
  /** The bytes, or `damaged` (not an envelope, or another record's), or `newer-than-program`. */
  open(record: RecordId, envelope: unknown): Soon<Outcome<Bytes>>;
  /** Where each draft has a key of its own. */
  readonly keys?: DraftKeys;
}

export type RecordKind = 'head' | 'journal' | 'snapshot' | 'blob' | 'rescue';

/** The name of a piece, made of its kind and its key. */
export function recordId(kind: RecordKind, draft: string, key: number | string): RecordId {
  return JSON.stringify([kind, draft, key]); // quoted, so that no two keys spell the same name
}

/** What `recordId` made a name of. */
export function partsOf(record: RecordId): readonly [kind: RecordKind, draft: string, key: number | string] {
  return JSON.parse(record) as [RecordKind, string, number | string]; // only `recordId` makes one
}

/** Encrypts nothing, but still ties each piece to its record. Answers at once. */
export const plainSeal: Seal = {
  enclose: (record, bytes) => ({ version: 1, seal: 'plain', record, bytes }),
  open: (record, envelope) => {
    if (isOfNewer(envelope)) return problem('newer-than-program', {}, 'envelope');
    if (!isPlain(envelope)) return problem('damaged', {}, 'envelope');
    return envelope.record === record
      ? { ok: true, value: envelope.bytes }
      : problem('damaged', {}, 'envelope of another record');
  },
};

/** Whether a newer program made this envelope. */
export function isOfNewer(envelope: unknown): boolean {
  return isThing(envelope) && typeof envelope.version === 'number' && envelope.version > 2;
}

export function isSealed(envelope: unknown): envelope is SealedEnvelope {
  return (
    isThing(envelope) &&
    envelope.version === 2 &&
    envelope.seal === 'aes-256-gcm' &&
    envelope.iv instanceof Uint8Array &&
    envelope.bytes instanceof Uint8Array &&
    typeof envelope.link === 'string'
  );
}

/** Whether `other` is the very envelope that `one` is, to the last byte. */
export function areSame(one: SealedEnvelope, other: unknown): boolean {
  if (!isSealed(other) || one.link !== other.link) return false;
  const areEqual = (these: Bytes, those: Bytes): boolean =>
    these.length === those.length && these.every((byte, place) => byte === those[place]);
  return areEqual(one.bytes, other.bytes) && areEqual(one.iv, other.iv);
}

function isPlain(envelope: unknown): envelope is PlainEnvelope {
  return (
    isThing(envelope) &&
    envelope.version === 1 &&
    envelope.seal === 'plain' &&
    typeof envelope.record === 'string' &&
    envelope.bytes instanceof Uint8Array
  );
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
