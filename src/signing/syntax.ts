import { foreign } from './unreadable.ts';

/** A string with the place of its delimiters in the file: a signature leaves out exactly that place. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  /** Of the opening delimiter. */
  readonly start: number;
  /** After the closing delimiter. */
  readonly end: number;
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly to: number;
}

export interface PdfName {
  readonly kind: 'name';
  readonly value: string;
}

/** A value of ISO 32000-1, 7.3. Streams belong to objects (`PdfObject`). */
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfReference;

/** For each byte whether it is one of `characters`. */
const among = (characters: string): readonly boolean[] =>
  Array.from({ length: 256 }, (_, byte) => characters.includes(String.fromCharCode(byte)));
const spaces = among('\0\t\n\f\r ');
const separators = among('\0\t\n\f\r ()<>[]{}/%');
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 };
const deepest = 32;

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !separators[byte];

/** What a hexadecimal digit stands for; below 0 for any other character. */
function digitOf(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * Reads values of PDF syntax, one after the other, and refuses what our own writers never write: comments,
 * keys that come twice, generations other than 0, spaces or an odd digit in hexadecimal strings.
 */
export class SyntaxReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  skipSpace(): void {
    while (spaces[this.bytes[this.at] ?? -1]) this.at++;
  }

  /** Whether `word` comes next; if so, it is passed. */
  passes(word: string): boolean {
    for (let index = 0; index < word.length; index++) {
      if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false;
    }
    this.at += word.length;
    return true;
  }

  /** Passes `word`, which has to come next. */
  expect(word: string): void {
    if (!this.passes(word)) throw foreign(`no ${word} at ${this.at}`);
  }

  /** Passes one end of line, if there is one. */
  passesLineEnd(): boolean {
    return this.passes('\r\n') || this.passes('\n') || this.passes('\r');
  }

  /** A whole number, not negative. */
  count(): number {
    const text = this.#regular();
    if (!/^\d{1,10}$/.test(text)) throw foreign(`no number at ${this.at}`);
    return Number(text);
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw foreign('nested too deep');
    this.skipSpace();
    switch (this.bytes[this.at]) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literalString();
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.#hexString();
      default:
        return this.#word();
    }
  }

  dictionary(depth = 0): PdfDictionary {
    this.expect('<<');
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.passes('>>')) return { kind: 'dictionary', entries };
      const key = this.#name().value;
      if (entries.has(key)) throw foreign('a key comes twice');
      entries.set(key, this.value(depth + 1));
    }
  }

  #peek(ahead = 0): string {
    return String.fromCharCode(this.bytes[this.at + ahead] ?? 0);
  }

  /** The run of regular characters that comes next, maybe empty. */
  #regular(): string {
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    let text = '';
    for (const byte of this.bytes.subarray(start, Math.min(this.at, start + 256))) text += String.fromCharCode(byte);
    return text;
  }

  #name(): PdfName {
    this.expect('/');
    const written = this.#regular();
    if (!written.includes('#')) return { kind: 'name', value: written };
    if (/#(?![0-9a-fA-F]{2})/.test(written)) throw foreign(`a broken name at ${this.at}`);
    const value = written.replace(/#(..)/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
    return { kind: 'name', value };
  }

  #array(depth: number): PdfArray {
    this.expect('[');
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.passes(']')) return { kind: 'array', items };
      items.push(this.value(depth + 1));
    }
  }

  #hexString(): PdfString {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start);
    if (close < 0 || (close - start) % 2 === 0) throw foreign(`a broken string at ${start}`);
    const bytes = new Uint8Array((close - start - 1) / 2);
    for (let index = 0; index < bytes.length; index++) {
      const high = digitOf(this.bytes[start + 1 + index * 2]);
      const low = digitOf(this.bytes[start + 2 + index * 2]);
      if (high < 0 || low < 0) throw foreign(`a broken string at ${start}`);
      bytes[index] = high * 16 + low;
    }
    this.at = close + 1;
    return { kind: 'string', bytes, start, end: this.at };
  }

  #literalString(): PdfString {
    const start = this.at++;
    const bytes: number[] = [];
    for (let open = 1; ;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw foreign(`a string without end at ${start}`);
      if (byte === 0x5c) {
        const escaped = this.#escaped();
        if (escaped !== null) bytes.push(escaped);
        continue;
      }
      if (byte === 0x28) open++;
      if (byte === 0x29 && --open === 0) break;
      bytes.push(byte);
    }
    return { kind: 'string', bytes: Uint8Array.from(bytes), start, end: this.at };
  }

  /** The byte that an escape stands for; null for a line end, which stands for nothing. */
  #escaped(): number | null {
    if (this.passesLineEnd()) return null;
    const octal = /^[0-7]{1,3}/.exec(this.#peek() + this.#peek(1) + this.#peek(2))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return parseInt(octal, 8) & 0xff;
    }
    const byte = escapes[this.#peek()];
    if (byte === undefined) throw foreign(`an unknown escape at ${this.at}`);
    this.at++;
    return byte;
  }

  /** A number, a reference, or one of the three keywords that are values. */
  #word(): PdfValue {
    const start = this.at;
    const text = this.#regular();
    if (text === 'null') return { kind: 'null' };
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw foreign(`no value at ${start}`);
    if (/^\d{1,10}$/.test(text) && this.#passesReferenceEnd()) return { kind: 'reference', to: Number(text) };
    return { kind: 'number', value: Number(text) };
  }

  /** Whether ` 0 R` comes next; if so, it is passed. */
  #passesReferenceEnd(): boolean {
    const back = this.at;
    this.skipSpace();
    const start = this.at;
    // Byte by byte, for every number that is none is looked at like this.
    while (isDigit(this.bytes[this.at])) this.at++;
    const end = this.at;
    this.skipSpace();
    const follows = end > start && this.at > end && this.bytes[this.at] === 0x52 && !isRegular(this.bytes[this.at + 1]);
    this.at = follows ? this.at + 1 : back;
    if (follows && (end - start !== 1 || this.bytes[start] !== 0x30))
      throw foreign(`a generation that is not 0 at ${back}`);
    return follows;
  }
}
