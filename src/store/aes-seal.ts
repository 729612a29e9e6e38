import { gcm } from '@noble/ciphers/aes.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Outcome, problem } from '../model/problem.ts';
import { type Bytes, type DraftKeys, isOfNewer, isSealed, partsOf, type RecordId, type Seal } from './envelope.ts';
import type { Link } from './chain.ts';

/** Which key closes a piece; null where it is not in hand. */
export interface KeysInHand extends DraftKeys {
  /** Of the list of drafts, and of what was rescued without a draft's own key. */
  readonly own: Bytes | null;
  of(draft: string): Bytes | null;
}

const ivLength = 12;
const tagLength = 16;

/** What a tag vouches for besides the content: which piece this is, and which entry it follows. */
export function vouched(record: RecordId, link: Link): Bytes {
  const parts = ['homeward/v1', ...partsOf(record), ...(link === '' ? [] : [link])];
  return utf8ToBytes(parts.join('|'));
}

/**
 * AES-256-GCM under each draft's own key, and the vault's for what a list shows. Answers at once: a write begins inside
 * a page-hide event, where nothing may be awaited, which is why this is not WebCrypto.
 */
export function aesSeal(
  keys: KeysInHand,
  random = (length: number) => crypto.getRandomValues(new Uint8Array(length)),
): Seal {
  /** The first closes; any may have closed what is found. */
  const keysFor = (record: RecordId): readonly Bytes[] => {
    const [kind, draft, key] = partsOf(record);
    const candidates = kind === 'head' ? [keys.own] : [keys.of(draft)];
    // Of a draft that was never written, the own key may never rest anywhere.
    if (kind === 'rescue') candidates.splice(key === 0 ? 0 : 1, 1, keys.own);
    return candidates.filter((each) => each !== null);
  };
  return {
    keys,
    enclose(record, plain, link = '') {
      const [key] = keysFor(record);
      if (key === undefined) throw new NoKeyError();
      const iv = random(ivLength);
      return { version: 2, seal: 'aes-256-gcm', iv, bytes: gcm(key, iv, vouched(record, link)).encrypt(plain), link };
    },
    open(record, envelope): Outcome<Bytes> {
      if (isOfNewer(envelope)) return problem('newer-than-program', {}, 'envelope');
      const candidates = keysFor(record);
      if (candidates.length === 0) return problem('damaged', {}, 'key');
      if (!isSealed(envelope) || envelope.iv.length !== ivLength || envelope.bytes.length < tagLength)
        return problem('damaged', {}, 'envelope');
      const { iv, bytes, link } = envelope;
      for (const key of candidates) {
        try {
          return { ok: true, value: gcm(key, iv, vouched(record, link)).decrypt(bytes) };
        } catch {
          continue; // closed with another, or damaged
        }
      }
      return problem('damaged', {}, 'seal');
    },
  };
}

/** Nothing can be closed: the vault was locked meanwhile. */
export class NoKeyError extends Error {
  override readonly name = 'NoKeyError';
}
