import { exportPdf } from '../pdf/index.ts';
import { everything, published } from '../pdf/sample-reports.suite.ts';
import { der, derItem, inside, tag } from './der.ts';
import { writeCms } from './cms.ts';
import { hex, sha256, type Bytes } from './bytes.ts';
import { readDocument, readObject } from './document.ts';
import { emptyFieldFor, signatureFields } from './fields.ts';
import { newSigningKey, type SigningKey } from './key.ts';
import { appendSignature } from './seal.ts';
import { signBytes } from './signature.ts';
import { signedAttributes } from './cms.ts';
import { at, got, manager, signed, updated, withTool, worker } from './signed-pdf.suite.ts';
import type { WrittenObject } from './update.ts';
import { readFileSync } from 'node:fs';

/** One attack: what somebody does to the countersigned file, and what the verifier then says, as `described` puts it. */
export interface Attack {
  readonly group: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** Worked on as text of one byte a character, so that an attack can be written as an edit. */
type Edit = (text: string) => string;

const { bytes: base } = got(await exportPdf(everything, { published }));
const once = await signed(base, worker);
/** The one file all attacks start from: a report of the exporter, signed by a worker and countersigned by a manager. */
export const countersigned = await signed(once, manager, { role: 'team-manager' });

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'));
const whole = text(countersigned);
const document = readDocument(countersigned);

/** What stands between `obj` and `endobj`, as of the newest revision. */
function bodyOf(bytes: Uint8Array, number: number): string {
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
function numberOf(mark: string): number {
  const read = readDocument(base);
  for (const [number, offset] of read.revision(0).objects)
    if (text(read.bytes.subarray(offset, readObject(read.bytes, offset).end)).includes(mark)) return number;
  throw new Error(`nothing holds ${mark}`);
}

const catalog = numberOf('/Type /Catalog');
const page = 3;
const fields = signatureFields(document);
const [firstField, secondField] = fields;
if (!firstField || !secondField) throw new Error('the sample has no two fields');
const firstSignature = firstField.signature ?? 0;
const [attachmentName, infoNumber] = [numberOf('/Type /Filespec'), numberOf('/Producer')];
const empty = '<< /Length 3 >>\nstream\nq Q\nendstream\n';

const edited = (edit: Edit): Uint8Array => bytesOf(edit(whole));
/** A byte of the file turned into another. */
const flipped = (index: number, bit = 1): Uint8Array => {
  const copy = new Uint8Array(countersigned);
  if (index < 0 || index >= copy.length) throw new Error('outside of the file');
  copy[index] = (copy[index] ?? 0) ^ bit;
  return copy;
};
const update = (...objects: readonly WrittenObject[]): Uint8Array => updated(countersigned, objects);
const withCatalog = (change: Edit): Uint8Array => {
  const body = bodyOf(countersigned, catalog);
  const changed = change(body);
  if (changed === body) throw new Error('the catalog did not change');
  return update({ number: catalog, body: changed });
};
const intoCatalog = (entries: string): Uint8Array => withCatalog((body) => body.replace(/^<</, `<< ${entries}`));
/** An update written by hand: its objects, its rows of the table and its trailer. */
function byHand(objects: string, rows: string, trailer: Edit, on: Uint8Array = countersigned): Uint8Array {
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
const row = (offset: number, kind = 'n', generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind} \n`;

/** A signature by `key` on whatever `bytes` are: what somebody makes who does not care. */
async function blindly(
  bytes: Uint8Array,
  { role = 'team-manager', key = manager, time = at, appearance = drawing() }: Partial<Blind> = {},
): Promise<Uint8Array> {
  const read = readDocument(bytes);
  const field = emptyFieldFor(role, signatureFields(read));
  if (!field) throw new Error('no field');
  return appendSignature(read, field, key, { role, time, appearance: field.visible ? appearance : null });
}
interface Blind {
  readonly role: string;
  readonly key: SigningKey;
  readonly time: Date;
  readonly appearance: string;
}

/** The font that the form itself draws with. */
const [, font = ''] = /\/HwR (\d+) 0 R/.exec(bodyOf(countersigned, catalog)) ?? [];
const { width, height } = secondField.size;
function drawing(
  resources = `/Font << /HwR ${font} 0 R >>`,
  more = '',
  box = `${String(width)} ${String(height)}`,
): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${box}] /Resources << ${resources} >> /Length 3 ${more}>>\nstream\nq Q\nendstream`;
}

/** The places of the two `/ByteRange` arrays, and the file with one of them another. */
const ranges = [...whole.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]( *)/g)];
function withRange(which: number, range: (start: number, end: number, length: number) => string): Uint8Array {
  const found = ranges[which];
  if (!found) throw new Error('no such byte range');
  const [old, start, end, length] = found;
  const written = `/ByteRange [${range(Number(start), Number(end), Number(length))}]`;
  if (written.length > old.length) throw new Error('the byte range does not fit');
  return bytesOf(whole.slice(0, found.index) + written.padEnd(old.length) + whole.slice(found.index + old.length));
}

/** The file with other digits in the first signature's place. */
const placed = [...whole.matchAll(/\/Contents <([0-9a-f]+)>/g)];
const placeOf = (which: number): { readonly start: number; readonly digits: string } => {
  const found = placed[which];
  if (!found) throw new Error('no such signature');
  return { start: found.index + '/Contents <'.length, digits: found[1] ?? '' };
};
function withContents(which: number, digits: string): Uint8Array {
  const { start, digits: old } = placeOf(which);
  const filled = digits.padEnd(old.length, '0');
  if (filled.length !== old.length) throw new Error('the signature does not fit');
  return bytesOf(whole.slice(0, start) + filled + whole.slice(start + old.length));
}
/** The first signature, as CMS. */
const cms = hex(derItem(new Uint8Array(Buffer.from(placeOf(0).digits, 'hex'))).whole);
const inCms = (change: Edit): Uint8Array => {
  const changed = change(cms);
  if (changed === cms) throw new Error('the signature did not change');
  return withContents(0, changed);
};
async function signedDigest(): Promise<Bytes> {
  const [, start, end, length] = ranges[0] ?? [];
  const from = Number(end);
  return sha256(
    new Uint8Array(
      Buffer.concat([countersigned.subarray(0, Number(start)), countersigned.subarray(from, from + Number(length))]),
    ),
  );
}
async function withKey(certificate: Bytes, key: SigningKey): Promise<Uint8Array> {
  const digest = await signedDigest();
  const signature = await signBytes(key.privateKey, await signedAttributes(digest, [certificate]));
  return withContents(0, hex(await writeCms({ certificates: [certificate], digest, kind: 'ecdsa', signature })));
}

function rewritten(...choice: readonly string[]): Uint8Array {
  return withTool(
    { 'in.pdf': countersigned },
    ['qpdf', ...choice, 'in.pdf', 'out.pdf'],
    (_, folder) => new Uint8Array(readFileSync(`${folder}/out.pdf`)),
  );
}

/** `bytes` with the second signature made anew on top of what somebody did after the first. */
const between = (...objects: readonly WrittenObject[]): Promise<Uint8Array> => blindly(updated(once, objects));
/** The same, with more in the update that holds the second signature. */
async function besides(...objects: readonly WrittenObject[]): Promise<Uint8Array> {
  const alone = await blindly(once);
  const own = [...readDocument(alone).revision(2).objects.keys()];
  return updated(once, [...own.map((number) => ({ number, body: bodyOf(alone, number) })), ...objects]);
}

const twin = await twinOf(worker);
const secondTable = document.revision(1).tableAt;
const baseTable = document.revision(0).tableAt;
const digits = (number: number): string => String(number);

const made: readonly (readonly [group: string, what: string, bytes: Uint8Array | Promise<Uint8Array>])[] = [
  ['a byte changed', 'in the stream of a page', flipped(whole.indexOf('stream\n') + 30)],
  ['a byte changed', 'in a font', flipped(whole.indexOf('/Length1') + 600)],
  ['a byte changed', 'in a field', flipped(whole.indexOf('(signature-1-') + 3)],
  ['a byte changed', 'in the version of the file', edited((words) => words.replace('%PDF-1.7', '%PDF-1.6'))],
  [
    'a byte changed',
    'in the identifier',
    edited((words) => words.replace(/\/ID \[ <(.)/, (old) => old.slice(0, -1) + (old.endsWith('0') ? '1' : '0'))),
  ],
  [
    'a byte changed',
    'in a row of the first table',
    edited((words) =>
      words.replace(
        /xref\n0 \d+\n0000000000 65535 f \n\d{9}/,
        (old) => old.slice(0, -1) + (old.endsWith('0') ? '1' : '0'),
      ),
    ),
  ],
  [
    'a byte changed',
    'in the appearance of the first signature',
    flipped(base.length + text(once).slice(base.length).indexOf('ET\n')),
  ],
  ['a byte changed', 'in the appearance of the second signature', flipped(whole.lastIndexOf('ET\n'))],
  [
    'a byte changed',
    'in the stated time of the first signature',
    edited((words) => words.replace('/M (D:2026', '/M (D:2025').replace('/M <', '/M <')),
  ],
  ['a byte changed', 'in the role of the second signature', flipped(whole.lastIndexOf('/Reason <feff') + 20)],
  [
    'a byte changed',
    'in the certificate',
    inCms((digitsOf) => digitsOf.slice(0, 500) + (digitsOf[500] === '5' ? '6' : '5') + digitsOf.slice(501)),
  ],
  [
    'a byte changed',
    'in the signature value',
    inCms((digitsOf) => digitsOf.slice(0, -1) + (digitsOf.endsWith('5') ? '6' : '5')),
  ],
  ['a byte changed', 'in the zeros after a signature', flipped(placeOf(0).start + placeOf(0).digits.length - 1)],
  [
    'a byte changed',
    'a digit of a signature in capitals',
    edited(
      (words) =>
        words.slice(0, placeOf(0).start) +
        words.slice(placeOf(0).start).replace(/[a-f]/, (letter) => letter.toUpperCase()),
    ),
  ],
  ['a byte changed', 'in an older startxref', flipped(whole.indexOf('startxref\n') + 'startxref\n'.length)],
  ['a byte changed', 'in an older end mark', edited((words) => words.replace('%%EOF', '%%EOG'))],

  ['text after the end', 'one letter', edited((words) => `${words}x`)],
  ['text after the end', 'a line end', edited((words) => `${words}\n`)],
  ['text after the end', 'a megabyte of zeros', edited((words) => words + '\0'.repeat(1 << 20))],
  ['text after the end', 'another end mark', edited((words) => `${words}%%EOF\n`)],
  ['text after the end', 'a whole other file', edited((words) => words + text(base))],
  ['text after the end', 'the same file once more', edited((words) => words + words)],
  ['text before the beginning', 'a line', edited((words) => `\n${words}`)],
  ['text before the beginning', 'a mark of byte order', edited((words) => `\xef\xbb\xbf${words}`)],

  ['an update replaces', 'the content of a page', update({ number: contentNumber(), body: empty })],
  [
    'an update replaces',
    'a page',
    update({
      number: page,
      body: bodyOf(countersigned, page).replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 100 100]'),
    }),
  ],
  [
    'an update replaces',
    'the tree of pages',
    update({ number: 1, body: bodyOf(countersigned, 1).replace(/\/Kids \[(\d+ 0 R)[^\]]*\]/, '/Kids [$1]') }),
  ],
  ['an update replaces', 'the catalog by itself', update({ number: catalog, body: bodyOf(countersigned, catalog) })],
  ['an update replaces', 'the description', update({ number: infoNumber, body: '<< /Producer (Somebody) >>' })],
  [
    'an update replaces',
    'the metadata',
    update({
      number: numberOf('/Type /Metadata'),
      body: '<< /Type /Metadata /Subtype /XML /Length 0 >>\nstream\n\nendstream',
    }),
  ],
  [
    'an update replaces',
    'the tags',
    update({ number: numberOf('/Type /StructTreeRoot'), body: '<< /Type /StructTreeRoot /K [] >>' }),
  ],
  ['an update replaces', 'a font', update({ number: Number(font), body: bodyOf(countersigned, Number(font)) })],
  ['an update replaces', 'the appearance of a signature', update({ number: appearanceNumber(), body: drawing() })],
  [
    'an update replaces',
    'a signature',
    update({ number: firstSignature, body: bodyOf(countersigned, firstSignature).replace('D:2026', 'D:2025') }),
  ],
  [
    'an update replaces',
    'a signed field by an empty one',
    update({ number: firstField.number, body: bodyOf(base, firstField.number) }),
  ],
  [
    'an update replaces',
    'the name of a signed field',
    update({
      number: firstField.number,
      body: bodyOf(countersigned, firstField.number).replace(/\/T <[0-9a-f]*>/i, '/T (signature-9-child)'),
    }),
  ],
  [
    'an update replaces',
    'the place of a signed field',
    update({
      number: firstField.number,
      body: bodyOf(countersigned, firstField.number).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 9 9]'),
    }),
  ],
  [
    'an update replaces',
    'the attached assessment',
    update({
      number: Number(/\/F (\d+) 0 R/.exec(bodyOf(countersigned, attachmentName))?.[1]),
      body: '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream',
    }),
  ],
  [
    'an update replaces',
    'which file is attached',
    update({
      number: attachmentName,
      body: bodyOf(countersigned, attachmentName).replaceAll('assessment.json', 'assessment.jsoN'),
    }),
  ],

  [
    'an update adds',
    'a program that runs on opening',
    withCatalog((body) =>
      body.replace(/\/OpenAction \[[^\]]*\]/, '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    ),
  ],
  [
    'an update adds',
    'a named program',
    withCatalog((body) =>
      body.replace(/\/Names\s*<</, '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >>'),
    ),
  ],
  ['an update adds', 'actions of the document', intoCatalog('/AA << /WP << /S /JavaScript /JS (1) >> >>')],
  ['an update adds', 'layers', intoCatalog('/OCProperties << /OCGs [] /D << >> >>')],
  [
    'an update adds',
    'a form of another kind',
    withCatalog((body) => body.replace(/\/AcroForm\s*<</, '/AcroForm << /XFA (x)')),
  ],
  ['an update adds', 'a store of certificates', intoCatalog('/DSS << /Certs [] >>')],
  ['an update adds', 'permissions', intoCatalog(`/Perms << /DocMDP ${digits(firstSignature)} 0 R >>`)],
  ['an update adds', 'one more field to sign', withCatalog((body) => body.replace('/Fields [', '/Fields [900 0 R '))],
  ['an update adds', 'an object that nobody uses', update({ number: document.size(), body: '(hello)' })],
  [
    'an update adds',
    'a stream of objects',
    update({ number: document.size(), body: '<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream' }),
  ],
  ['an update adds', 'nothing', update()],
  ['an update adds', 'encryption', byHand('', '0 0\n', (old) => old.replace(/>>$/, '/Encrypt 3 0 R >>'))],
  [
    'an update adds',
    'a table as a stream beside its own',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/XRefStm 15 >>')),
  ],
  ['an update adds', 'a comment', byHand('% seen\n', '0 0\n', (old) => old)],

  [
    'an update takes away',
    'the attachment',
    withCatalog((body) => body.replace(/\/Names\s*<<[^]*?>>\s*>>|\/Names \d+ 0 R/, '')),
  ],
  [
    'an update takes away',
    'the field of the second signature',
    withCatalog((body) => body.replace(` ${digits(secondField.number)} 0 R`, '')),
  ],
  ['an update takes away', 'a page by freeing it', byHand('', `${digits(page)} 1\n${row(0, 'f', 1)}`, (old) => old)],
  ['all saved anew', 'by qpdf, with streams of objects', Promise.resolve(rewritten('--object-streams=generate'))],
  ['all saved anew', 'by qpdf, as one revision', Promise.resolve(rewritten('--object-streams=disable'))],
  [
    'all saved anew',
    'by qpdf, without the attachment',
    Promise.resolve(rewritten('--object-streams=disable', '--remove-attachment=assessment.json')),
  ],
  ['all saved anew', 'by qpdf, with a password', Promise.resolve(rewritten('--encrypt', '', 'x', '256', '--'))],

  [
    'hidden revisions',
    'the way back leads past the first signature',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(baseTable)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads past the second signature',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(secondTable)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads to itself',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(whole.length)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads forward',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(whole.length + 999)}`)),
  ],
  ['hidden revisions', 'there is no way back', byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, ''))],
  [
    'hidden revisions',
    'two older revisions are chained to each other',
    edited((words) =>
      words.replace(/\/Prev \d+/, (old) => `/Prev ${String(secondTable).padStart(old.length - '/Prev '.length, '0')}`),
    ),
  ],
  [
    'hidden revisions',
    'the last startxref names the first signature’s table',
    edited((words) => words.replace(/startxref\n\d+\n%%EOF\n$/, `startxref\n${digits(secondTable)}\n%%EOF\n`)),
  ],

  [
    'tricks with the table',
    'an old object is said to be where another one is',
    byHand('', `${digits(contentNumber())} 1\n${row(document.revision(0).objects.get(page) ?? 0)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'a page is read from inside an older stream',
    byHand('', `${digits(page)} 1\n${row(whole.indexOf('stream\n') + 9)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object comes twice',
    byHand('', `${digits(page)} 1\n${row(15)}${digits(page)} 1\n${row(15)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object of another generation',
    byHand(`${digits(page)} 1 obj\nnull\nendobj\n`, `${digits(page)} 1\n${row(whole.length, 'n', 1)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object that is not listed',
    byHand(`${digits(page)} 0 obj\nnull\nendobj\n`, '0 0\n', (old) => old),
  ],
  [
    'tricks with the table',
    'an object lies in another',
    byHand(
      '900 0 obj\n(901 0 obj\nnull\nendobj\n)\nendobj\n',
      `900 2\n${row(whole.length)}${row(whole.length + 11)}`,
      (old) => old,
    ),
  ],
  [
    'tricks with the table',
    'another beginning of the document',
    byHand('', '0 0\n', (old) => old.replace(/\/Root \d+/, '/Root 1')),
  ],
  [
    'tricks with the table',
    'a key of the trailer comes twice',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/Root 1 0 R >>')),
  ],
  [
    'tricks with the table',
    'a key comes twice in disguise',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/R#6fot 1 0 R >>')),
  ],
  ['tricks with the table', 'two billion rows', byHand('', '0 2000000000\n', (old) => old)],

  ['between the signatures', 'the content of a page changes', between({ number: contentNumber(), body: empty })],
  [
    'between the signatures',
    'the attachment changes',
    between({ number: attachmentName, body: bodyOf(once, attachmentName) }),
  ],
  [
    'between the signatures',
    'an object comes that nobody uses',
    between({ number: document.size() + 9, body: '(hello)' }),
  ],
  ['between the signatures', 'nothing comes, as a revision of its own', between()],
  ['in the update of a signature', 'the content of a page changes', besides({ number: contentNumber(), body: empty })],
  [
    'in the update of a signature',
    'the first signature’s picture changes',
    besides({ number: appearanceNumber(), body: drawing() }),
  ],
  [
    'in the update of a signature',
    'the other field is signed with the same signature',
    besides({
      number: fields[2]?.number ?? 0,
      body: bodyOf(once, fields[2]?.number ?? 0).replace(/>>\s*$/, `/V ${digits(firstSignature)} 0 R >>`),
    }),
  ],
  [
    'in the update of a signature',
    'the picture brings a font of its own',
    blindly(once, { appearance: drawing('/Font << /HwR 4 0 R >>') }),
  ],
  [
    'in the update of a signature',
    'the picture draws another picture',
    blindly(once, { appearance: drawing(`/XObject << /X ${digits(page)} 0 R >>`) }),
  ],
  [
    'in the update of a signature',
    'the picture covers the page',
    blindly(once, { appearance: drawing(undefined, '', '900 900') }),
  ],
  [
    'in the update of a signature',
    'the picture is a group with effects',
    blindly(once, { appearance: drawing(undefined, '/Group << /S /Transparency >> ') }),
  ],
  ['in the update of a signature', 'its role is that of a field signed before', signedAgain()],

  [
    'shadow: hide',
    'an annotation over the text',
    update(
      {
        number: page,
        body: bodyOf(countersigned, page).replace(/\/Annots \[|>>\s*$/, (old) =>
          old.startsWith('/') ? '/Annots [900 0 R ' : `/Annots [900 0 R] ${old}`,
        ),
      },
      { number: 900, body: '<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] /IC [1 1 1] >>' },
    ),
  ],
  [
    'shadow: replace',
    'a font with other letters for the same codes',
    update({ number: Number(font), body: bodyOf(countersigned, Number(font)).replace('/Identity-H', '/Identity-V') }),
  ],
  ['shadow: hide and replace', 'a second document, prepared before signing, is brought to the front', prepared()],
  [
    'shadow: prepared before signing',
    'a program waits in the base',
    signedBase((body) => body.replace(/^<</, '<< /AA << /WP << /S /JavaScript /JS (1) >> >>')),
  ],
  [
    'shadow: prepared before signing',
    'layers wait in the base',
    signedBase((body) => body.replace(/^<</, '<< /OCProperties << /OCGs [] /D << >> >>')),
  ],

  [
    'byte ranges',
    'the gap begins too early',
    withRange(0, (start, end, length) => `0 ${digits(start - 9)} ${digits(end)} ${digits(length)}`),
  ],
  [
    'byte ranges',
    'the gap ends too late',
    withRange(0, (start, end, length) => `0 ${digits(start)} ${digits(end + 5)} ${digits(length - 5)}`),
  ],
  [
    'byte ranges',
    'the end is not covered',
    withRange(0, (start, end, length) => `0 ${digits(start)} ${digits(end)} ${digits(length - 6)}`),
  ],
  [
    'byte ranges',
    'more is covered than there is',
    withRange(1, (start, end, length) => `0 ${digits(start)} ${digits(end)} ${digits(length + 6)}`),
  ],
  [
    'byte ranges',
    'the beginning is not covered',
    withRange(0, (start, end, length) => `9 ${digits(start - 9)} ${digits(end)} ${digits(length)}`),
  ],
  [
    'byte ranges',
    'both parts overlap',
    withRange(0, (start, end, length) => `0 ${digits(end)} ${digits(start)} ${digits(length)}`),
  ],
  ['byte ranges', 'the second part is empty', withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 0`)],
  [
    'byte ranges',
    'there are three parts',
    withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 9 ${digits(end + 20)} 9`),
  ],
  ['byte ranges', 'a negative length', withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} -1`)],
  [
    'byte ranges',
    'a length beyond all numbers',
    withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 9999999999`),
  ],
  [
    'byte ranges',
    'the second is that of the first',
    withRange(1, () => ranges[0]?.[0].slice('/ByteRange ['.length, -1).replace(/\] *$/, '').trim() ?? ''),
  ],

  [
    'keys',
    'the certificate of somebody else with the same name',
    inCms((words) => words.replace(hex(worker.certificate), hex(twin.certificate))),
  ],
  ['keys', 'a new signature by a key with the same name', withKey(twin.certificate, twin)],
  ['keys', 'somebody else’s key under the certificate', withKey(worker.certificate, twin)],
  ['keys', 'a time after the certificate', blindly(once, { time: new Date('2032-01-01T00:00:00Z') })],
  ['keys', 'a time before the certificate', blindly(once, { time: new Date('2020-01-01T00:00:00Z') })],
  [
    'keys',
    'another algorithm of signing',
    inCms((words) =>
      words.replace(/300a06082a8648ce3d040302(?!.*300a06082a8648ce3d040302)/, '300a06082a8648ce3d040303'),
    ),
  ],
  ['keys', 'another digest', inCms((words) => words.replace('608648016503040201', '608648016503040203'))],
  ['keys', 'the signature of the other person', withContents(0, placeOf(1).digits)],
  ['keys', 'no signature, only zeros', withContents(0, '')],
  ['keys', 'two signers', withContents(0, hex(twoSigners()))],
  [
    'keys',
    'a signature of the old kind',
    edited((words) => words.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached')),
  ],
  ['keys', 'another name beside the signature', edited((words) => words.replace('/Name <feff0053', '/Name <feff0054'))],

  ['cut off', 'the second signature', Promise.resolve(countersigned.slice(0, once.length))],
  ['cut off', 'both signatures', Promise.resolve(countersigned.slice(0, base.length))],
  ['cut off', 'the last bytes', Promise.resolve(countersigned.slice(0, -7))],
  ['cut off', 'half of the file', Promise.resolve(countersigned.slice(0, countersigned.length >> 1))],
];

export const attacks: readonly Attack[] = await Promise.all(
  made.map(async ([group, what, bytes]) => ({ group, what, bytes: await bytes })),
);

/** A key with the same name, whose certificate fits into the place of the other. */
async function twinOf(key: SigningKey): Promise<SigningKey> {
  const { name, role, organisation } = key;
  for (;;) {
    const other = await newSigningKey({ name, role, organisation, registration: 'SW12345' }, at);
    if (other.certificate.length === key.certificate.length) return other;
  }
}

/** The stream of the first page. */
function contentNumber(): number {
  return Number(/\/Contents (\d+) 0 R/.exec(bodyOf(countersigned, page))?.[1]);
}

function appearanceNumber(): number {
  return Number(/\/AP << \/N (\d+) 0 R/.exec(bodyOf(countersigned, firstField?.number ?? 0))?.[1]);
}

function signedAgain(): Promise<Uint8Array> {
  const read = readDocument(once);
  const [field] = signatureFields(read);
  if (!field) throw new Error('no field');
  return appendSignature(read, field, manager, { role: 'social-worker', time: at, appearance: drawing() });
}

/** A base whose catalog says more than ours do, signed all the same. */
async function signedBase(change: Edit): Promise<Uint8Array> {
  return blindly(await blindly(withOther(catalog, change), { role: 'social-worker', key: worker }));
}

/** The base with an object in other words: everything after it moves, and the table with it. */
function withOther(number: number, change: Edit): Uint8Array {
  const { objects, tableAt } = readDocument(base).revision(0);
  const offset = objects.get(number) ?? 0;
  const body = bodyOf(base, number);
  const grown = change(body).length - body.length;
  const start = offset + `${digits(number)} 0 obj\n`.length;
  const words = text(base);
  const moved = words.slice(0, start) + change(body) + words.slice(start + body.length);
  return bytesOf(
    moved.slice(0, tableAt + grown).concat(
      moved
        .slice(tableAt + grown)
        .replace(/\d{10}(?= 00000 n)/g, (old) =>
          String(Number(old) + (Number(old) > offset ? grown : 0)).padStart(10, '0'),
        )
        .replace(/startxref\n\d+/, `startxref\n${digits(tableAt + grown)}`),
    ),
  );
}

/** A base with a second catalog in its description, which an update after signing makes the document's own. */
async function prepared(): Promise<Uint8Array> {
  const waiting = withOther(infoNumber, () => bodyOf(base, catalog));
  const both = await blindly(await blindly(waiting, { role: 'social-worker', key: worker }));
  return byHand('', '0 0\n', (old) => old.replace(/\/Root \d+/, `/Root ${digits(infoNumber)}`), both);
}

/** The first signature's CMS with its signer twice. */
function twoSigners(): Bytes {
  const bytes = new Uint8Array(Buffer.from(cms, 'hex'));
  const [kind, wrapped] = inside(tag.sequence, bytes);
  const [signedData] = wrapped ? inside(tag.context0, wrapped.whole) : [];
  const parts = signedData ? inside(tag.sequence, signedData.whole) : [];
  const signers = parts.at(-1);
  if (!kind || !signers) throw new Error('no signature');
  const twice = der(tag.set, signers.content, signers.content);
  return der(
    tag.sequence,
    kind.whole,
    der(tag.context0, der(tag.sequence, ...parts.slice(0, -1).map((part) => part.whole), twice)),
  );
}
