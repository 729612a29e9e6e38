import type { Outcome } from '../../model/problem.ts';
import type { Fingerprint, Verification } from '../../model/verification.ts';
import { readAbout, type About } from './about.ts';
import { hasOurMarks, verdictOn, type Verdict } from './verdict.ts';
import type { Verified } from './verified-event.ts';

/** What the element needs of `signing`, which is fetched with the first file. */
export interface Verifier {
  verifyPdf(bytes: Uint8Array, trusted?: readonly Fingerprint[]): Promise<Outcome<Verification>>;
  readAttachment(bytes: Uint8Array): Promise<Outcome<Uint8Array>>;
  fingerprintWords(fingerprint: Fingerprint): Promise<readonly string[]>;
}

/** A file that was checked, with everything that is shown of it. */
export interface Checked extends Verified {
  readonly verdict: Verdict;
  /** The words of each fingerprint. */
  readonly words: ReadonlyMap<Fingerprint, readonly string[]>;
  /** What the file says of itself; null unless nothing in it was changed. */
  readonly about: About | null;
}

/** The most that a file of ours can be; a larger one is not even read. */
const largestFile = 64 * 1024 * 1024;

export async function check(
  file: File,
  trusted: readonly Fingerprint[] | null,
  verifier: () => Promise<Verifier>,
): Promise<Checked> {
  if (file.size > largestFile) {
    const problems = [{ code: 'pdf-too-large', place: {}, detail: `${String(file.size)} bytes` }];
    const unread = { verification: null, problems, bytes: new Uint8Array() };
    return { ...unread, name: file.name, verdict: 'too-large', words: new Map(), about: null };
  }
  return checkAgain({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, trusted, await verifier());
}

export async function checkAgain(
  { name, bytes }: Pick<Verified, 'name' | 'bytes'>,
  trusted: readonly Fingerprint[] | null,
  { verifyPdf, readAttachment, fingerprintWords }: Verifier,
): Promise<Checked> {
  const verified = await verifyPdf(bytes, trusted ?? undefined);
  const verdict = verdictOn(verified, !verified.ok && hasOurMarks(bytes));
  if (!verified.ok)
    return { name, bytes, verification: null, problems: verified.problems, verdict, words: new Map(), about: null };
  const { signatures, intact } = verified.value;
  const words = new Map<Fingerprint, readonly string[]>();
  for (const { fingerprint } of signatures) words.set(fingerprint, await fingerprintWords(fingerprint));
  const attached = intact ? await readAttachment(bytes) : null;
  return {
    name,
    bytes,
    verification: verified.value,
    problems: [],
    verdict,
    words,
    about: attached?.ok === true ? readAbout(attached.value) : attached && { attached: false },
  };
}
