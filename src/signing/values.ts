import { equal, hex } from './bytes.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';
import { foreign } from './unreadable.ts';

/** Whether two values say the same, wherever they are written and in whatever order their keys come. */
export function same(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.kind === 'dictionary' && other.kind === 'dictionary') {
    return (
      one.entries.size === other.entries.size &&
      [...one.entries].every(([key, value]) => same(value, other.entries.get(key)))
    );
  }
  if (one.kind === 'array' && other.kind === 'array') {
    return one.items.length === other.items.length && one.items.every((item, index) => same(item, other.items[index]));
  }
  if (one.kind === 'string' && other.kind === 'string') return equal(one.bytes, other.bytes);
  if (one.kind === 'reference' && other.kind === 'reference') return one.to === other.to;
  if ('value' in one && 'value' in other) return one.kind === other.kind && one.value === other.value;
  return one.kind === 'null' && other.kind === 'null';
}

/** `value` in PDF syntax, ASCII only. */
export function write(value: PdfValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return decimal(value.value);
    case 'name':
      return `/${value.value.replace(/[^A-Za-z0-9_.+\-:]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
    case 'string':
      return `<${hex(value.bytes)}>`;
    case 'reference':
      return `${value.to} 0 R`;
    case 'array':
      return `[${value.items.map(write).join(' ')}]`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, each]) => `${write({ kind: 'name', value: key })} ${write(each)}`).join(' ')} >>`;
  }
}

/** `number` as PDF writes it: never with an exponent, six decimals at most. */
export function decimal(number: number): string {
  if (Number.isInteger(number)) return number.toFixed(0);
  return number
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}

/** `text` as a text string: UTF-16 with its mark, in hexadecimal. */
export function writeText(text: string): string {
  let digits = 'feff';
  for (let index = 0; index < text.length; index++) digits += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${digits}>`;
}

/** The text of a text string: UTF-16 with its mark, or one byte for each character. */
export function textOf(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') throw foreign('no text string');
  const { bytes } = value;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return new TextDecoder('utf-16be').decode(bytes.subarray(2));
}

export function numberOf(value: PdfValue | undefined): number {
  if (value?.kind !== 'number') throw foreign('no number');
  return value.value;
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.value === name;
}

export function referenceOf(value: PdfValue | undefined): number {
  if (value?.kind !== 'reference') throw foreign('no reference');
  return value.to;
}

export function itemsOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value?.kind !== 'array') throw foreign('no array');
  return value.items;
}

/** Whether `dictionary` has no keys but these. */
export function hasOnly(dictionary: PdfDictionary, keys: readonly string[]): boolean {
  return [...dictionary.entries.keys()].every((key) => keys.includes(key));
}

/** Every object that `value` points to. */
export function* referencesIn(value: PdfValue): Generator<number> {
  if (value.kind === 'reference') yield value.to;
  else if (value.kind === 'array') for (const item of value.items) yield* referencesIn(item);
  else if (value.kind === 'dictionary') for (const each of value.entries.values()) yield* referencesIn(each);
}
