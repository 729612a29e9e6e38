import { exportPdf } from '../../pdf/index.ts';
import { everything, published } from '../../pdf/sample-reports.suite.ts';
import { hex } from '../bytes.ts';
import { derItem } from '../der.ts';
import { readDocument, readObject } from '../document.ts';
import { emptyFieldFor, signatureFields } from '../fields.ts';
import type { SigningKey } from '../key.ts';
import { appendSignature } from '../seal.ts';
import { at, got, manager, signed, updated, worker } from '../signed-pdf.suite.ts';
import type { WrittenObject } from '../update.ts';

/** Worked on as text of one byte a character, so that an attack can be written as an edit. */
export type Edit = (text: string) => string;

export const { bytes: base } = got(await exportPdf(everything, { published }));
export const once = await signed(base, worker);
/** The one file all attacks start from: a report of the exporter, signed by a worker and countersigned by a manager. */
export const countersigned = await signed(once, manager, { role: 'team-manager' });

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const bytesOf = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'));
export const whole = text(countersigned);
export const document = readDocument(countersigned);

/** What stands between `obj` and `endobj`, as of the newest revision. */
export function bodyOf(bytes: Uint8Array, number: number): string {
  const read = readDocument(bytes);
  for (const { objects } of read.revisions.toReversed()) {
    const offset = objects.get(number);
    if (offset === undefined) continue;
    const { end } = readObject(read.bytes, offset);
    return text(read.bytes.subarray(offset + `${String(number)} 0 obj\n`.length, end - 'endobj'.length));
  }
  throw new Error(`no object ${String(number)}`);
}

/** The number of the first object of the base whose text holds `mark`. */
export function numberOf(mark: string): number {
  const read = readDocument(base);
  for (const [number, offset] of read.revision(0).objects)
    if (text(read.bytes.subarray(offset, readObject(read.bytes, offset).end)).includes(mark)) return number;
  throw new Error(`nothing holds ${mark}`);
}

export const catalog = numberOf('/Type /Catalog');
export const page = 3;
/** Those of the worker and of the manager, both signed, and those still empty. */
export const fields = signatureFields(document);
export const firstField = fieldAt(0);
export const secondField = fieldAt(1);
export const firstSignature = firstField.signature ?? 0;
export const [attachmentName, infoNumber] = [numberOf('/Type /Filespec'), numberOf('/Producer')];
export const empty = '<< /Length 3 >>\nstream\nq Q\nendstream\n';

export const edited = (edit: Edit): Uint8Array => bytesOf(edit(whole));
/** A byte of the file turned into another. */
export const flipped = (index: number, bit = 1): Uint8Array => {
  const copy = new Uint8Array(countersigned);
  if (index < 0 || index >= copy.length) throw new Error('outside of the file');
  copy[index] = (copy[index] ?? 0) ^ bit;
  return copy;
};
export const update = (...objects: readonly WrittenObject[]): Uint8Array => updated(countersigned, objects);
export const withCatalog = (change: Edit): Uint8Array => {
  const body = bodyOf(countersigned, catalog);
  const changed = change(body);
  if (changed === body) throw new Error('the catalog did not change');
  return update({ number: catalog, body: changed });
};
export const intoCatalog = (entries: string): Uint8Array => withCatalog((body) => body.replace(/^<</, `<< ${entries}`));
/** An update written by hand: its objects, its rows of the table and its trailer. */
export function byHand(objects: string, rows: string, trailer: Edit, on: Uint8Array = countersigned): Uint8Array {
  const last = readDocument(on);
  const before = text(on);
  const newest = last.revision(last.newest);
  const start = before.lastIndexOf('trailer');
  const old = before.slice(start + 'trailer'.length, before.indexOf('startxref', start)).trim();
  const prev = /\/Prev \d+/.test(old)
    ? old.replace(/\/Prev \d+/, `/Prev ${String(newest.tableAt)}`)
    : old.replace(/>>$/, `/Prev ${String(newest.tableAt)} >>`);
  const tableAt = before.length + objects.length;
  return bytesOf(`${before}${objects}xref\n${rows}trailer\n${trailer(prev)}\nstartxref\n${String(tableAt)}\n%%EOF\n`);
}
export const row = (offset: number, kind = 'n', generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind} \n`;

/** A signature by `key` on whatever `bytes` are: what somebody makes who does not care. */
export async function blindly(
  bytes: Uint8Array,
  { role = 'team-manager', key = manager, time = at, appearance = drawing() }: Partial<Blind> = {},
): Promise<Uint8Array> {
  const read = readDocument(bytes);
  const field = emptyFieldFor(role, signatureFields(read));
  if (!field) throw new Error('no field');
  return appendSignature(read, field, key, { role, time, appearance: field.visible ? appearance : null });
}
export interface Blind {
  readonly role: string;
  readonly key: SigningKey;
  readonly time: Date;
  readonly appearance: string;
}

/** The font that the form itself draws with. */
export const [, font = ''] = /\/HwR (\d+) 0 R/.exec(bodyOf(countersigned, catalog)) ?? [];
export const { width, height } = secondField.size;
export function drawing(
  resources = `/Font << /HwR ${font} 0 R >>`,
  more = '',
  box = `${String(width)} ${String(height)}`,
): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${box}] /Resources << ${resources} >> /Length 3 ${more}>>\nstream\nq Q\nendstream`;
}

/** The file with other digits in the first signature's place. */
export const placed = [...whole.matchAll(/\/Contents <([0-9a-f]+)>/g)];
export const placeOf = (which: number): { readonly start: number; readonly digits: string } => {
  const found = placed[which];
  if (!found) throw new Error('no such signature');
  return { start: found.index + '/Contents <'.length, digits: found[1] ?? '' };
};
export function withContents(which: number, digits: string): Uint8Array {
  const { start, digits: old } = placeOf(which);
  const filled = digits.padEnd(old.length, '0');
  if (filled.length !== old.length) throw new Error('the signature does not fit');
  return bytesOf(whole.slice(0, start) + filled + whole.slice(start + old.length));
}
/** The first signature, as CMS. */
export const cms = hex(derItem(new Uint8Array(Buffer.from(placeOf(0).digits, 'hex'))).whole);
export const inCms = (change: Edit): Uint8Array => {
  const changed = change(cms);
  if (changed === cms) throw new Error('the signature did not change');
  return withContents(0, changed);
};

/** The stream of the first page. */
export function contentNumber(): number {
  return Number(/\/Contents (\d+) 0 R/.exec(bodyOf(countersigned, page))?.[1]);
}

export function appearanceNumber(): number {
  return Number(/\/AP << \/N (\d+) 0 R/.exec(bodyOf(countersigned, firstField.number))?.[1]);
}

export const digits = (number: number): string => String(number);

function fieldAt(index: number): (typeof fields)[number] {
  const field = fields[index];
  if (!field) throw new Error('the sample has too few fields');
  return field;
}
