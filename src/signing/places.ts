import type { Outcome } from '../model/problem.ts';
import { hex, sha256 } from './bytes.ts';
import { readDocument } from './document.ts';
import { roleOf, signatureFields } from './fields.ts';
import { attempt } from './unreadable.ts';

/** Where a document of ours can still be signed. */
export interface FreePlaces {
  /** Roles whose place on the pages is empty, in the order of the pages. */
  readonly roles: readonly string[];
  /** How many places are left for whoever has none on the pages. */
  readonly spare: number;
}

export async function freePlaces(bytes: Uint8Array): Promise<Outcome<FreePlaces>> {
  return attempt(() => {
    const empty = signatureFields(readDocument(bytes)).filter(({ signature }) => signature === null);
    const shown = empty.filter(({ visible }) => visible);
    return { roles: shown.map(({ name }) => roleOf(name)), spare: empty.length - shown.length };
  });
}

/**
 * SHA-256 of the document as it stood after each update, the oldest first, in lower-case hexadecimal: by these whoever
 * signed it first knows it again, however often it was signed since. Says nothing about whether a signature holds.
 */
export async function signedStates(bytes: Uint8Array): Promise<Outcome<readonly string[]>> {
  return attempt(async () => {
    const document = readDocument(bytes);
    const ends = document.revisions.slice(1).map(({ end }) => end);
    return Promise.all(ends.map(async (end) => hex(await sha256(document.bytes.slice(0, end)))));
  });
}
