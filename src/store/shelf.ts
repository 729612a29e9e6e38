import { HomewardError, type Outcome, problem } from '../model/problem.ts';
import type { Bytes } from './envelope.ts';
import { sha256Hex } from './sha256.ts';

/** Where signed files rest, beside the draft they were made from. They go when the draft is removed. */
export interface Shelf {
  /** Resolves only when the file is durable. `sha256` is in lower-case hex. */
  putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>>;
  /** The file, or `no-such-file`, or `damaged` where its bytes are no longer those of its hash. */
  getBlob(draft: string, sha256: string): Promise<Outcome<Bytes>>;
}

/** Throws where a file would be put under a name that is not its hash. */
export function insistOn(expected: string, bytes: Bytes): void {
  if (sha256Hex(bytes) !== expected)
    throw new HomewardError('wrong-hash', 'A file was handed over under another hash than its own.');
}

/** `bytes`, or `damaged` where they are not those of `expected`. */
export function unchanged(expected: string, bytes: Bytes): Outcome<Bytes> {
  return sha256Hex(bytes) === expected ? { ok: true, value: bytes } : problem('damaged', {}, 'file');
}
