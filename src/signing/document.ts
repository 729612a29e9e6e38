import type { Bytes } from './bytes.ts';
import { readRevisions, type Revision, type Revisions } from './revisions.ts';
import { SyntaxReader, type PdfDictionary, type PdfValue } from './syntax.ts';
import { foreign } from './unreadable.ts';
import { numberOf, referenceOf } from './values.ts';

/** A numbered object as it stands in the file. */
export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** The bytes of its stream as they are stored, or null where it has none. */
  readonly stream: Uint8Array | null;
  /** After `endobj`. */
  readonly end: number;
}

/** Bytes of syntax, streams not counted, that are kept once they are read: a report of hundreds of pages has one million. */
const mostKept = 8 * 1024 * 1024;

/** A file of ours, read strictly. Whatever is asked for is asked as of a revision; without one, the newest. */
export class PdfDocument {
  readonly bytes: Bytes;
  readonly revisions: readonly Revision[];
  /** How many bytes follow the last revision. */
  readonly tail: number;
  /** Objects read before, by where they begin: what a hundred revisions share is read once. */
  readonly #read = new Map<number, PdfObject>();

  /** Throws `Unreadable` where objects share bytes. */
  constructor(bytes: Bytes, { list, tail }: Revisions) {
    this.bytes = bytes;
    this.revisions = list;
    this.tail = tail;
    let room = mostKept;
    for (const revision of list) room = this.#readAll(revision, room);
  }

  /** The object that begins at `offset`. */
  objectAt(offset: number): PdfObject {
    return this.#read.get(offset) ?? readObject(this.bytes, offset);
  }

  /**
   * Reads every object of a revision, and keeps those for which there is `room`; gives the room that is left.
   *
   * Throws where two objects share bytes, or one reaches into the table: two readers could then find different things
   * in the same file, and reading them one inside the other would take for ever.
   */
  #readAll({ start, tableAt, objects }: Revision, room: number): number {
    let [end, left] = [start, room];
    for (const [number, offset] of [...objects].toSorted(([, one], [, other]) => one - other)) {
      if (offset < end) throw foreign(`object ${number} lies in another`);
      const object = readObject(this.bytes, offset);
      end = object.end;
      left -= end - offset - (object.stream?.length ?? 0);
      if (left > 0) this.#read.set(offset, object);
    }
    if (end > tableAt) throw foreign('an object reaches into the table');
    return left;
  }

  get newest(): number {
    return this.revisions.length - 1;
  }

  revision(index: number): Revision {
    const revision = this.revisions[index];
    if (!revision) throw foreign('no such revision');
    return revision;
  }

  /** Object `number`, or null where there was none. */
  find(number: number, asOf = this.newest): PdfObject | null {
    for (let index = asOf; index >= 0; index--) {
      const offset = this.revisions[index]?.objects.get(number);
      if (offset === undefined) continue;
      const object = this.objectAt(offset);
      this.#read.set(offset, object);
      if (object.number !== number) throw foreign(`object ${number} is not where the table says`);
      return object;
    }
    return null;
  }

  object(number: number, asOf = this.newest): PdfObject {
    const object = this.find(number, asOf);
    if (!object) throw foreign(`no object ${number}`);
    return object;
  }

  /** The dictionary that `value` is or points to. */
  dictionary(value: PdfValue | undefined, asOf = this.newest): PdfDictionary {
    const found = value?.kind === 'reference' ? this.object(value.to, asOf).value : value;
    if (found?.kind !== 'dictionary') throw foreign('no dictionary');
    return found;
  }

  catalog(asOf = this.newest): PdfDictionary {
    return this.dictionary(
      { kind: 'reference', to: referenceOf(this.revision(asOf).trailer.entries.get('Root')) },
      asOf,
    );
  }

  /** The number that the next new object may take. */
  size(asOf = this.newest): number {
    return numberOf(this.revision(asOf).trailer.entries.get('Size'));
  }
}

/** `bytes` as a file of ours. Throws `Unreadable`. Keeps a copy: nobody can change what is being judged. */
export function readDocument(bytes: Uint8Array): PdfDocument {
  const own = new Uint8Array(bytes);
  return new PdfDocument(own, readRevisions(own));
}

/** The object that begins at `offset`. */
export function readObject(bytes: Uint8Array, offset: number): PdfObject {
  const reader = new SyntaxReader(bytes, offset);
  const number = reader.count();
  reader.expect(' 0 obj');
  const value = reader.value();
  reader.skipSpace();
  const stream = reader.passes('stream') ? readStream(reader, value) : null;
  reader.skipSpace();
  reader.expect('endobj');
  return { number, value, stream, end: reader.at };
}

function readStream(reader: SyntaxReader, value: PdfValue): Uint8Array {
  if (value.kind !== 'dictionary') throw foreign('a stream without dictionary');
  if (!reader.passes('\r\n')) reader.expect('\n');
  const length = numberOf(value.entries.get('Length'));
  const end = reader.at + length;
  if (!Number.isInteger(length) || length < 0 || end > reader.bytes.length) throw foreign('length of a stream');
  const stream = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  reader.passesLineEnd();
  reader.expect('endstream');
  return stream;
}
