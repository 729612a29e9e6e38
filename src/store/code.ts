import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Bytes } from './envelope.ts';

/** Crockford's base 32, with the five further symbols a check character can be. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const base = 32n;
const checks = 37n;

const fold: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** `bytes` to be read from paper: base 32 and a check character, in groups of four. */
export function codeOf(bytes: Bytes): string {
  const digits: string[] = [];
  const length = lengthFor(bytes.length);
  for (let rest = numberIn(bytes); digits.length < length; rest /= base) digits.unshift(symbol(rest % base));
  const characters = digits.join('') + symbol(numberIn(bytes) % checks);
  return (characters.match(/.{1,4}/g) ?? []).join('-');
}

/** Whether the check character of this code is a letter or digit: one in eight is a sign that is hard to dictate. */
export function isEasy(bytes: Bytes): boolean {
  return numberIn(bytes) % checks < base;
}

/**
 * The `length` bytes that `text` was made of; null where a character is wrong.
 *
 * Small letters, spaces, dashes, full-width characters, ones that are not seen, and the letters O, I and L for 0 and 1
 * are understood.
 */
export function bytesOf(text: string, length: number): Bytes | null {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}.]/gu, '') // with what a copied text may bring along unseen
    .replace(/[OIL]/g, (letter) => fold[letter] ?? letter);
  if (characters.length !== lengthFor(length) + 1) return null;
  const values = Array.from(characters, (each) => alphabet.indexOf(each));
  const check = values.pop();
  if (values.some((value) => value < 0 || value >= Number(base))) return null;
  const number = values.reduce((sum, value) => sum * base + BigInt(value), 0n);
  if (number >> BigInt(length * 8) !== 0n || number % checks !== BigInt(check ?? -1)) return null;
  return new Uint8Array(hexToBytes(number.toString(16).padStart(length * 2, '0')));
}

/** How many characters `length` bytes take, without the check. */
function lengthFor(length: number): number {
  return Math.ceil((length * 8) / 5);
}

function symbol(value: bigint): string {
  return alphabet.charAt(Number(value));
}

function numberIn(bytes: Bytes): bigint {
  return BigInt(`0x${bytesToHex(bytes)}`);
}
