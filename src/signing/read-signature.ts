import { join, type Bytes } from './bytes.ts';
import { keyKind, readCertificate, type Certificate } from './certificate.ts';
import { readCms, signedAttributes } from './cms.ts';
import type { PdfDocument } from './document.ts';
import type { SignatureField } from './fields.ts';
import { signatureHolds } from './signature.ts';
import { readTime } from './stated-time.ts';
import type { PdfDictionary, PdfString } from './syntax.ts';
import { Unreadable } from './unreadable.ts';
import { hasOnly, isName, itemsOf, numberOf, textOf } from './values.ts';

/** What a signature dictionary says. */
export interface Entries {
  readonly dictionary: PdfDictionary;
  readonly contents: PdfString;
  readonly name: string;
  readonly role: string;
  readonly statedTime: Date | null;
}

/** A signature with ten long certificates stays far below. */
const largestSignature = 256 * 1024;
const keys = ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Name', 'Reason'];

/** The dictionary of the signature in `field`. Throws `Unreadable` unless it has exactly the keys that ours have. */
export function readEntries(document: PdfDocument, field: SignatureField): Entries {
  const dictionary = document.dictionary(field.dictionary.entries.get('V'));
  const { entries } = dictionary;
  const contents = entries.get('Contents');
  const usual =
    hasOnly(dictionary, keys) &&
    isName(entries.get('Type'), 'Sig') &&
    isName(entries.get('Filter'), 'Adobe.PPKLite') &&
    isName(entries.get('SubFilter'), 'ETSI.CAdES.detached');
  if (!usual || contents?.kind !== 'string') throw new Unreadable('signature-malformed', 'dictionary');
  return {
    dictionary,
    contents,
    name: textOf(entries.get('Name')),
    role: textOf(entries.get('Reason')),
    statedTime: readTime(textOf(entries.get('M'))),
  };
}

/** The signed bytes, which are a whole number of revisions without exactly this signature's own `/Contents`. */
export function coverage(
  document: PdfDocument,
  dictionary: PdfDictionary,
  contents: PdfString,
): { readonly signed: Bytes; readonly revision: number } {
  const [start, gapStart, gapEnd, length, ...more] = itemsOf(dictionary.entries.get('ByteRange')).map(numberOf);
  const revision = document.revisions.findIndex(({ end }) => end === (gapEnd ?? NaN) + (length ?? NaN));
  if (start !== 0 || gapStart !== contents.start || gapEnd !== contents.end || more.length > 0 || revision < 1) {
    throw new Unreadable('byte-range-wrong', 'the signature does not cover what it should');
  }
  const { end } = document.revision(revision);
  return { signed: join(document.bytes.subarray(0, gapStart), document.bytes.subarray(gapEnd, end)), revision };
}

/** The signature in `/Contents`: lower-case digits, then nothing but zeros, so that no digit can change unseen. */
export async function readContents(
  document: PdfDocument,
  { bytes, start, end }: PdfString,
): ReturnType<typeof readCms> {
  if (bytes.length > largestSignature) throw new Unreadable('signature-malformed', 'too long');
  const written = new TextDecoder().decode(document.bytes.subarray(start, end));
  if (!/^<[0-9a-f]*>$/.test(written)) throw new Unreadable('signature-malformed', 'digits');
  const cms = await readCms(bytes);
  if (bytes.subarray(cms.length).some((byte) => byte !== 0))
    throw new Unreadable('signature-malformed', 'something follows it');
  return cms;
}

export function signerOf([signer]: readonly Bytes[]): Certificate {
  if (!signer) throw new Unreadable('signature-malformed', 'no certificate');
  return readCertificate(signer);
}

/** Whether the certificate's key signed exactly these attributes. */
export async function attributesHold(
  cms: Awaited<ReturnType<typeof readCms>>,
  certificate: Certificate,
): Promise<boolean> {
  if (keyKind(certificate) !== cms.kind) throw new Unreadable('key-not-supported', 'public key');
  return signatureHolds(
    cms.kind,
    certificate.publicKey,
    cms.signature,
    await signedAttributes(cms.digest, cms.certificates),
  );
}
