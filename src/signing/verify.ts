import type { Outcome, Problem } from '../model/problem.ts';
import { equal, sha256 } from './bytes.ts';
import { fingerprintOf, validAt, type Fingerprint } from './certificate.ts';
import { strayChanges } from './changes.ts';
import { readDocument, type PdfDocument } from './document.ts';
import { signatureFields, type SignatureField } from './fields.ts';
import { attributesHold, coverage, readContents, readEntries, signerOf } from './read-signature.ts';
import { attempt } from './unreadable.ts';

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

export interface Verification {
  /** There are signatures, every one is valid, and nothing was added but signatures in the fields made for them. */
  readonly intact: boolean;
  /** In the order they were made. */
  readonly signatures: readonly VerifiedSignature[];
  /** How many signatures the pages have a place for: with fewer, somebody has not signed, or a signature was cut off. */
  readonly expected: number;
  /** Of the file as a whole. */
  readonly problems: readonly Problem[];
}

/**
 * Who signed a PDF of this toolkit, and whether it is unchanged.
 *
 * Never takes a file for valid that it does not understand: one from elsewhere, or broken beyond reading, is a problem
 * (`not-a-pdf`, `not-made-by-this-toolkit`, `pdf-encrypted`, `pdf-too-large`). `trusted` holds fingerprints, in any case,
 * with or without colons.
 */
export async function verifyPdf(bytes: Uint8Array, trusted?: readonly Fingerprint[]): Promise<Outcome<Verification>> {
  const list = trusted?.map((each) => each.replace(/[^0-9a-f]/gi, '').toLowerCase());
  return attempt(() => verified(readDocument(bytes), list));
}

async function verified(document: PdfDocument, trusted: readonly Fingerprint[] | undefined): Promise<Verification> {
  const fields = signatureFields(document);
  const filled = fields.filter(({ signature }) => signature !== null);
  const stray = strayChanges(document);
  const placed: { readonly revision: number; readonly signature: VerifiedSignature }[] = [];
  for (const field of filled) placed.push(await verifiedSignature(document, field, stray, trusted));
  placed.sort((one, other) => one.revision - other.revision);
  const signatures = placed.map(({ signature }) => signature);

  const problems: Problem[] = [];
  if (signatures.length === 0) problems.push({ code: 'no-signature', place: {} });
  stray.forEach((change, index) => {
    const code = index === 0 ? 'not-made-by-this-toolkit' : 'more-than-signatures';
    if (change !== null) problems.push({ code, place: {}, detail: change });
  });
  // A revision without a signature of its own is a change that nobody signed, however harmless.
  const unsigned = document.revisions.findIndex(
    (_, index) => index > 0 && stray[index] === null && !placed.some(({ revision }) => revision === index),
  );
  if (unsigned > 0) problems.push({ code: 'more-than-signatures', place: {}, detail: `revision ${unsigned}` });
  if (document.tail > 0) problems.push({ code: 'bytes-after-end', place: {}, detail: `${document.tail} bytes` });
  return {
    intact: problems.length === 0 && signatures.every((each) => each.problems.length === 0),
    signatures,
    expected: fields.filter(({ visible }) => visible).length,
    problems,
  };
}

async function verifiedSignature(
  document: PdfDocument,
  field: SignatureField,
  stray: readonly (string | null)[],
  trusted: readonly Fingerprint[] | undefined,
): Promise<{ readonly revision: number; readonly signature: VerifiedSignature }> {
  const problems: Problem[] = [];
  const note = (code: string, detail?: string): void => {
    problems.push(detail === undefined ? { code, place: {} } : { code, place: {}, detail });
  };
  /** What `step` gives, or null with a note why not: what can still be said of the signature is said. */
  const noted = async <T>(step: () => T | Promise<T>): Promise<T | null> => {
    const result = await attempt(step);
    if (result.ok) return result.value;
    for (const { code, detail } of result.problems) note(code, detail);
    return null;
  };

  const entries = await noted(() => readEntries(document, field));
  const covered = entries && (await noted(() => coverage(document, entries.dictionary, entries.contents)));
  const cms = entries && (await noted(() => readContents(document, entries.contents)));
  const certificate = cms && (await noted(() => signerOf(cms.certificates)));
  const genuine = cms && certificate && (await noted(() => attributesHold(cms, certificate)));

  if (genuine === false) note('signature-wrong');
  if (covered && cms && !equal(await sha256(covered.signed), cms.digest)) note('content-changed');
  const later = covered ? (stray.find((change, index) => index > covered.revision && change !== null) ?? null) : null;
  if (later !== null) note('changed-after-signing', later);
  if (document.tail > 0) note('changed-after-signing', 'bytes after the end');
  const unchanged = genuine === true && covered !== null && problems.length === 0;

  if (entries && certificate) {
    if (entries.name !== certificate.name) note('name-differs');
    if (entries.statedTime && !validAt(certificate, entries.statedTime)) note('certificate-not-valid-then');
  }
  if (entries && !entries.statedTime) note('time-not-understood');
  const fingerprint = certificate ? await fingerprintOf(certificate.whole) : '';
  const signature = {
    name: certificate?.name ?? '',
    organisation: certificate?.organisation ?? '',
    role: entries?.role ?? '',
    statedTime: entries?.statedTime ?? null,
    fingerprint,
    unchanged,
    trusted: trusted ? genuine === true && trusted.includes(fingerprint) : null,
    problems,
  };
  return { revision: covered?.revision ?? document.newest, signature };
}
