import { SyntaxReader, type PdfDictionary } from './syntax.ts';
import { foreign, Unreadable } from './unreadable.ts';
import { hasOnly, numberOf } from './values.ts';

/** One stretch of a file that was written at once: the base, or an update appended to it. */
export interface Revision {
  readonly start: number;
  /** After the end-of-file mark and its line end. */
  readonly end: number;
  /** Where its cross-reference table begins. */
  readonly tableAt: number;
  /** Where each object that this revision writes begins. */
  readonly objects: ReadonlyMap<number, number>;
  readonly trailer: PdfDictionary;
}

export interface Revisions {
  /** In the order they were written; the first is the base. */
  readonly list: readonly Revision[];
  /** How many bytes follow the last revision; none in a file that nobody touched. */
  readonly tail: number;
}

/** A report of hundreds of pages with drawn signatures stays well below a tenth of this. */
const largestFile = 64 * 1024 * 1024;
const mostRevisions = 100;

/**
 * The revisions of a file with classic cross-reference tables, each chained to the one before.
 *
 * Throws `Unreadable` for any other file. Where an update begins is where the revision before it ends, so that no byte
 * of an update can hide from whoever compares revisions.
 */
export function readRevisions(bytes: Uint8Array): Revisions {
  if (bytes.length > largestFile) throw new Unreadable('pdf-too-large', `${bytes.length} bytes`);
  const head = new SyntaxReader(bytes, 0);
  if (!head.passes('%PDF-')) throw new Unreadable('not-a-pdf', 'no header');
  if (!head.passes('1.')) throw foreign('version');

  const last = lastPointer(bytes);
  const list: Revision[] = [];
  let next = bytes.length;
  for (let tableAt = last.tableAt; ;) {
    const section = readSection(bytes, tableAt);
    if (section.end > next) throw foreign('chain of revisions');
    next = tableAt;
    list.unshift({ ...section, start: 0 });
    const before = section.trailer.entries.get('Prev');
    if (before === undefined) break;
    const beforeAt = numberOf(before);
    // Going back strictly, so that no chain is endless.
    const back = Number.isInteger(beforeAt) && beforeAt >= 0 && beforeAt < tableAt;
    if (!back || list.length >= mostRevisions) throw foreign('chain of revisions');
    tableAt = beforeAt;
  }
  const chained = list.map((revision, index) => ({ ...revision, start: list[index - 1]?.end ?? 0 }));
  const end = chained.at(-1)?.end ?? 0;
  if (end < last.at || chained.some((each) => each.tableAt < each.start)) throw foreign('chain of revisions');
  return { list: chained, tail: bytes.length - end };
}

/** The last `startxref` of the file: where it stands, and which table it names. */
function lastPointer(bytes: Uint8Array): { readonly at: number; readonly tableAt: number } {
  for (let at = bytes.lastIndexOf(0x73); at > 0; at = bytes.lastIndexOf(0x73, at - 1)) {
    const reader = new SyntaxReader(bytes, at);
    if (!reader.passes('startxref')) continue;
    reader.skipSpace();
    return { at, tableAt: reader.count() };
  }
  throw foreign('no startxref');
}

function readSection(bytes: Uint8Array, tableAt: number): Omit<Revision, 'start'> {
  const reader = new SyntaxReader(bytes, tableAt);
  reader.expect('xref');
  reader.skipSpace();
  const objects = readTable(reader);
  reader.skipSpace();
  const trailer = reader.dictionary();
  if (trailer.entries.has('Encrypt')) throw new Unreadable('pdf-encrypted', 'trailer');
  if (!hasOnly(trailer, ['Size', 'Root', 'Info', 'ID', 'Prev'])) throw foreign('trailer');
  reader.skipSpace();
  reader.expect('startxref');
  reader.skipSpace();
  if (reader.count() !== tableAt) throw foreign('startxref');
  reader.skipSpace();
  reader.expect('%%EOF');
  reader.passesLineEnd();
  return { end: reader.at, tableAt, objects, trailer };
}

function readTable(reader: SyntaxReader): ReadonlyMap<number, number> {
  const objects = new Map<number, number>();
  const seen = new Set<number>();
  while (!reader.passes('trailer')) {
    const first = reader.count();
    reader.expect(' ');
    const count = reader.count();
    reader.skipSpace();
    for (let number = first; number < first + count; number++) {
      const offset = readEntry(reader);
      if (seen.has(number)) throw foreign('an object comes twice in one table');
      seen.add(number);
      // Only object 0, the head of the free list, is ever free in what we write.
      if ((offset === null) !== (number === 0)) throw foreign('a free object');
      if (offset !== null) objects.set(number, offset);
    }
  }
  return objects;
}

/** An entry of exactly 20 bytes: where the object begins, or null for a free one. */
function readEntry(reader: SyntaxReader): number | null {
  const text = String.fromCharCode(...reader.bytes.subarray(reader.at, reader.at + 20));
  const parts = /^(\d{10}) (\d{5}) ([nf])( \n| \r|\r\n)$/.exec(text);
  if (!parts) throw foreign(`a broken table at ${reader.at}`);
  reader.at += 20;
  if (parts[3] === 'f') return null;
  if (parts[2] !== '00000') throw foreign('a generation that is not 0');
  return Number(parts[1]);
}
