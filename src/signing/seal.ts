import { HomewardError } from '../model/problem.ts';
import { hex, join, latin, sha256, type Bytes } from './bytes.ts';
import { readCertificate } from './certificate.ts';
import { signedAttributes, writeCms } from './cms.ts';
import type { PdfDocument } from './document.ts';
import type { SignatureField } from './fields.ts';
import type { SigningKey } from './key.ts';
import { kindOfKey, signBytes } from './signature.ts';
import { writeTime } from './stated-time.ts';
import type { PdfValue } from './syntax.ts';
import { appendUpdate, type WrittenObject } from './update.ts';
import { write, writeText } from './values.ts';

/** What a signature says besides which bytes were signed. */
export interface Statement {
  readonly role: string;
  readonly time: Date;
  /** The drawing, as the body of its object; null where no page shows the field. */
  readonly appearance: string | null;
  /** The objects of the fonts that the drawing brings, numbered from the second after the signature. */
  readonly fonts?: readonly WrittenObject[];
}

/** `document` with a signature of `key` in `field`, as one update. */
export async function appendSignature(
  document: PdfDocument,
  field: SignatureField,
  key: SigningKey,
  statement: Statement,
): Promise<Bytes> {
  const room = roomFor(key);
  const { name } = readCertificate(key.certificate);
  // The role stands where readers show why somebody signed.
  const entries = `/M (${writeTime(statement.time)}) /Name ${writeText(name)} /Reason ${writeText(statement.role)}`;
  const objects = [...fill(document, field, entries, statement.appearance, room), ...(statement.fonts ?? [])];
  const identifier = (await sha256(document.bytes)).subarray(0, 16);
  return seal(appendUpdate(document, objects, identifier), document.bytes.length, key, room);
}

const placeholder = '/ByteRange [0 0000000000 0000000000 0000000000]';

/** The three objects of a signature, with `room` bytes left free for it. */
function fill(
  document: PdfDocument,
  field: SignatureField,
  entries: string,
  appearance: string | null,
  room: number,
): readonly WrittenObject[] {
  const signature = document.size();
  const drawing = signature + 1;
  const dictionary = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${placeholder} /Contents <${'00'.repeat(room)}> ${entries} >>`;
  const filled = new Map<string, PdfValue>(field.dictionary.entries);
  filled.set('V', { kind: 'reference', to: signature });
  if (appearance !== null)
    filled.set('AP', { kind: 'dictionary', entries: new Map([['N', { kind: 'reference', to: drawing }]]) });
  return [
    { number: field.number, body: write({ kind: 'dictionary', entries: filled }) },
    { number: signature, body: dictionary },
    ...(appearance === null ? [] : [{ number: drawing, body: appearance }]),
  ];
}

/** Bytes to leave free: 4 KB are plenty for one certificate; names and chains may need more. */
function roomFor(key: SigningKey): number {
  const certificates = [key.certificate, ...key.chain];
  const needed = certificates.reduce((sum, { length }) => sum + length + 64, key.certificate.length + 1024);
  return Math.max(4096, Math.ceil(needed / 1024) * 1024);
}

/** `unsigned` with the byte range and the signature in the places that were left for them. */
async function seal(unsigned: Bytes, from: number, key: SigningKey, room: number): Promise<Bytes> {
  const update = new TextDecoder('latin1').decode(unsigned.subarray(from));
  const rangeAt = from + update.indexOf(placeholder);
  const gapStart = from + update.indexOf('/Contents <') + '/Contents '.length;
  const gapEnd = gapStart + room * 2 + 2;
  const range = `/ByteRange [0 ${gapStart} ${gapEnd} ${unsigned.length - gapEnd}]`;
  unsigned.set(latin(range.padEnd(placeholder.length)), rangeAt);

  const certificates = [key.certificate, ...key.chain];
  const digest = await sha256(join(unsigned.subarray(0, gapStart), unsigned.subarray(gapEnd)));
  const signature = await signBytes(key.privateKey, await signedAttributes(digest, certificates));
  const cms = await writeCms({ certificates, digest, kind: kindOfKey(key.privateKey), signature });
  if (cms.length > room) throw new HomewardError('signature-too-long', `${cms.length} bytes for ${room}`);
  unsigned.set(latin(hex(cms)), gapStart + 1);
  return unsigned;
}
