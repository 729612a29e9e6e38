import { HomewardError } from '../model/problem.ts';

/** A value of a PDF file. Names keep their slash; strings their brackets and escapes. */
export type PdfValue = number | string | Reference | readonly PdfValue[] | Dictionary;
export type Dictionary = ReadonlyMap<string, PdfValue>;

export interface Reference {
  readonly object: number;
}

/** An object of a file, with its stream as it lies in the file. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream: Uint8Array | null;
}

/** A file of this program's own make, taken apart: plain cross-reference table, no object streams. */
export interface PdfObjects {
  readonly trailer: Dictionary;
  /** What `value` is or points to. */
  of(value: PdfValue | undefined): PdfObject | undefined;
  readonly numbers: readonly number[];
}

/** Reads a file that jsPDF wrote. Throws `pdf-unreadable` for anything else. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = new TextDecoder('latin1').decode(bytes);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(start, start + 40));
  if (!head) throw new HomewardError('pdf-unreadable', 'There is no plain cross-reference table.');
  const count = Number(head[1]);
  const first = start + head[0].length;
  const offsets = Array.from({ length: count }, (_, index) =>
    Number(text.slice(first + 20 * index, first + 20 * index + 10)),
  );
  const trailer = parse(text, text.indexOf('trailer', first) + 7).value;
  const objects = new Map<number, PdfObject>();
  offsets.forEach((offset, number) => {
    if (number > 0) objects.set(number, objectAt(text, bytes, offset));
  });
  return {
    trailer: isDictionary(trailer) ? trailer : new Map(),
    numbers: [...objects.keys()],
    of: (value) =>
      isReference(value) ? objects.get(value.object) : value === undefined ? undefined : { value, stream: null },
  };
}

function objectAt(text: string, bytes: Uint8Array, offset: number): PdfObject {
  const { value, end } = parse(text, text.indexOf('obj', offset) + 3);
  const begin = /^\s*stream\r?\n/.exec(text.slice(end, end + 12));
  const length = isDictionary(value) ? value.get('Length') : undefined;
  if (!begin || typeof length !== 'number') return { value, stream: null };
  return { value, stream: bytes.subarray(end + begin[0].length, end + begin[0].length + length) };
}

/** The dictionary that `value` is or points to. */
export function dictionaryOf(file: PdfObjects, value: PdfValue | undefined): Dictionary | undefined {
  const resolved = file.of(value)?.value;
  return isDictionary(resolved) ? resolved : undefined;
}

/** A name without its slash. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value.slice(1) : '';
}

export function isDictionary(value: PdfValue | undefined): value is Dictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is Reference {
  return typeof value === 'object' && 'object' in value;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

const token =
  /\s*(<<|>>|\[|\]|\((?:\\[^]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|(\d+)\s+\d+\s+R(?![A-Za-z])|\/[^\s<>()[\]/%]*|[^\s<>()[\]/%]+)/y;

function parse(text: string, from: number): { readonly value: PdfValue; readonly end: number } {
  let at = from;
  const next = (): RegExpExecArray => {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) throw new HomewardError('pdf-unreadable', 'A value is cut off.');
    at = token.lastIndex;
    return found;
  };
  const valueOf = ([, word = '', object]: RegExpExecArray): PdfValue => {
    if (object !== undefined) return { object: Number(object) };
    if (word === '<<') {
      const entries = new Map<string, PdfValue>();
      for (let key = next(); key[1] !== '>>'; key = next()) entries.set((key[1] ?? '').slice(1), valueOf(next()));
      return entries;
    }
    if (word === '[') {
      const items: PdfValue[] = [];
      for (let item = next(); item[1] !== ']'; item = next()) items.push(valueOf(item));
      return items;
    }
    return /^[-+.\d]+$/.test(word) ? Number(word) : word;
  };
  const value = valueOf(next());
  return { value, end: at };
}
