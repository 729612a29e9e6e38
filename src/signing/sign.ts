import type { Mark } from '../model/answer.ts';
import { HomewardError, problem, type Outcome } from '../model/problem.ts';
import { addedFont, objectsOfFont } from './added-fonts.ts';
import { drawAppearance, textsOf } from './appearance.ts';
import type { Bytes } from './bytes.ts';
import { readCertificate, validAt } from './certificate.ts';
import { readDocument, type PdfDocument } from './document.ts';
import { emptyFieldFor, signatureFields, type SignatureField } from './fields.ts';
import type { SigningKey } from './key.ts';
import { appendSignature } from './seal.ts';
import { statable, timeInFigures } from './stated-time.ts';
import { bold, readTypeface, regular } from './typeface.ts';
import { attempt } from './unreadable.ts';
import type { WrittenObject } from './update.ts';
import { decimal } from './values.ts';
import { verifyPdf } from './verify.ts';

/** The fixed words of a visible signature, in the report's language. */
export interface SignatureWords {
  readonly signedBy: string;
  readonly role: string;
  readonly statedTime: string;
}

export interface Signing {
  /** A role id of the pack: chooses the field, and is what `verifyPdf` reads back. */
  readonly role: string;
  /** The role in words; the key's own where it is left out. */
  readonly roleName?: string;
  /** What this device's clock says. Written to the second. */
  readonly statedTime: Date;
  /** `statedTime` in words; figures in UTC where it is left out. */
  readonly timeInWords?: string;
  readonly mark?: Mark;
  /** English where they are left out. */
  readonly words?: SignatureWords;
}

const english: SignatureWords = { signedBy: 'Signed by', role: 'Role', statedTime: 'Time stated by this device' };

/**
 * `bytes` with one signature more, as an update after the last byte; nothing that was there changes.
 *
 * The signature goes into the first empty field made for the role, else into a spare one that no page shows. Problems:
 * `no-empty-field`; `certificate-not-valid-then`; `time-not-understood`; `already-changed` where an earlier signature
 * or the file no longer holds, for nobody is to sign that unawares; and those of a file that is not ours.
 */
export async function signPdf(bytes: Uint8Array, key: SigningKey, as: Signing): Promise<Outcome<Uint8Array>> {
  if (!statable(as.statedTime)) return problem('time-not-understood');
  const certificate = readCertificate(key.certificate);
  const time = new Date(Math.floor(as.statedTime.getTime() / 1000) * 1000);
  if (!validAt(certificate, time)) return problem('certificate-not-valid-then');

  const read = await attempt(() => {
    const document = readDocument(bytes);
    return { document, field: emptyFieldFor(as.role, signatureFields(document)) };
  });
  if (!read.ok) return read;
  const { document, field } = read.value;
  if (document.tail > 0) return problem('already-changed', {}, 'bytes after the end');
  if (!field) return problem('no-empty-field', {}, as.role);

  const drawn = await attempt(() => (field.visible ? drawShown(document, field, key, as, time) : null));
  if (!drawn.ok) return drawn;
  const signed = await appendSignature(document, field, key, {
    role: as.role,
    time,
    appearance: drawn.value?.body ?? null,
    fonts: drawn.value?.fonts ?? [],
  });
  return checked(signed, key);
}

interface Drawn {
  /** As the body of its object. */
  readonly body: string;
  /** The objects of the fonts that it brings. */
  readonly fonts: readonly WrittenObject[];
}

async function drawShown(
  document: PdfDocument,
  field: SignatureField,
  key: SigningKey,
  as: Signing,
  time: Date,
): Promise<Drawn> {
  const words = as.words ?? english;
  const own = { regular: await readTypeface(document, regular), bold: await readTypeface(document, bold) };
  const roleName = as.roleName ?? (key.role === '' ? as.role : key.role);
  const shown = {
    signedBy: words.signedBy,
    name: key.name,
    role: `${words.role}: ${roleName}`,
    organisation: key.organisation,
    time: `${words.statedTime}: ${as.timeInWords ?? timeInFigures(time)}`,
    ...(as.mark ? { mark: as.mark } : {}),
  };
  const texts = textsOf(shown);
  // After the signature dictionary and the drawing.
  const first = document.size() + 2;
  const plain = await addedFont(texts.regular, own.regular, 'regular', first);
  const heavy = await addedFont(texts.bold, own.bold, 'bold', first + (plain ? objectsOfFont : 0));
  const content = drawAppearance(
    shown,
    { regular: { own: own.regular, other: plain?.face }, bold: { own: own.bold, other: heavy?.face } },
    field.size,
  );
  const added = [plain, heavy].filter((each) => each !== null);
  const fonts = [own.regular, own.bold, ...added.map(({ face }) => face)]
    .map(({ name, number }) => `/${name} ${number} 0 R`)
    .join(' ');
  const box = `[0 0 ${decimal(field.size.width)} ${decimal(field.size.height)}]`;
  const body = `<< /Type /XObject /Subtype /Form /BBox ${box} /Resources << /Font << ${fonts} >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  return { body, fonts: added.flatMap(({ objects }) => objects) };
}

/** `signed`, unless what was there before does not hold. That the new signature itself does not would be our own fault. */
async function checked(signed: Bytes, key: SigningKey): Promise<Outcome<Uint8Array>> {
  const verified = await verifyPdf(signed);
  if (!verified.ok) return verified;
  const { signatures, intact, problems } = verified.value;
  if (intact) return { ok: true, value: signed };
  if (!signatures.some((each) => each.fingerprint === key.fingerprint && each.problems.length === 0)) {
    throw new HomewardError('signature-not-made', 'the new signature does not verify');
  }
  // A base that could look different to the next reader was never ours to sign.
  const foreign = problems.find(({ code }) => code === 'not-made-by-this-toolkit');
  if (foreign) return problem(foreign.code, {}, foreign.detail);
  return problem('already-changed', {}, problems[0]?.detail ?? 'an earlier signature does not hold');
}
