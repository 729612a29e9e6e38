import type { Outcome, Problem } from '../model/problem.ts';
import type { Fingerprint, Verification, VerifiedSignature } from '../model/verification.ts';
import { equal, hex, sha256 } from './bytes.ts';
import { fingerprintOf, validAt } from './certificate.ts';
import { strayChanges } from './changes.ts';
import { readDocument, type PdfDocument } from './document.ts';
import { roleOf, signatureFields, type SignatureField } from './fields.ts';
import { attributesHold, coverage, readContents, readEntries, signerOf } from './read-signature.ts';
import { attempt } from './unreadable.ts';
import { itemsOf } from './values.ts';

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
    missing: fields.filter(({ visible, signature }) => visible && signature === null).map(({ name }) => roleOf(name)),
    documentId: documentId(document),
    problems,
  };
}

/** The first half of the file identifier, which no update changes. */
function documentId(document: PdfDocument): string {
  const identifier = document.revision(0).trailer.entries.get('ID');
  const [first] = identifier ? itemsOf(identifier) : [];
  return first?.kind === 'string' ? hex(first.bytes) : '';
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
