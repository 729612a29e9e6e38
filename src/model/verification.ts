import type { Problem } from './problem.ts';

/** A fingerprint, SHA-256 of a certificate in lower-case hexadecimal. */
export type Fingerprint = string;

/** One signature, in three answers that are kept apart: is it unchanged, which key, is the key on a list. */
export interface VerifiedSignature {
  /** As the certificate says; empty where it cannot be read. */
  readonly name: string;
  readonly organisation: string;
  /** The role id that the signer chose. */
  readonly role: string;
  /** What the signer's device said. */
  readonly statedTime: Date | null;
  /** Of the certificate; empty where it cannot be read. */
  readonly fingerprint: Fingerprint;
  /** What was signed is what is there, and only signatures came after it. */
  readonly unchanged: boolean;
  /** Whether the key made this signature and is on the list; null without a list. */
  readonly trusted: boolean | null;
  readonly problems: readonly Problem[];
}

/** What a PDF of this toolkit says when it is asked who signed it and whether it is unchanged. */
export interface Verification {
  /** There are signatures, every one is valid, and nothing was added but signatures in the fields made for them. */
  readonly intact: boolean;
  /** In the order they were made. */
  readonly signatures: readonly VerifiedSignature[];
  /** How many signatures the pages have a place for: with fewer, somebody has not signed, or a signature was cut off. */
  readonly expected: number;
  /** The roles whose place on the pages is empty, in the order of the pages. */
  readonly missing: readonly string[];
  /** What every copy of this document has in common, in lower-case hexadecimal; empty where the file names none. */
  readonly documentId: string;
  /** Of the file as a whole. */
  readonly problems: readonly Problem[];
}
