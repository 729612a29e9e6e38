import { sha1 } from '@noble/hashes/legacy.js';
import des from 'des.js';
import type { Bytes } from './bytes.ts';

/** What an old scheme says of itself: how the password becomes a key. */
export interface OldScheme {
  readonly salt: Uint8Array;
  readonly rounds: number;
}

/** What a derived piece is for (RFC 7292, B.3). */
const purposes = { key: 1, iv: 2 } as const;

const cipher = des.CBC.instantiate(des.EDE);
const block = 8;

/**
 * What was encrypted with PBE-SHA1-3DES (RFC 7292, appendix C), or null where the padding is not as it should be.
 *
 * Web Crypto knows neither the cipher nor this way of making a key. SHA-1 is no weakness here: it hashes a password many
 * times over. 3DES is, which is why nothing is written with it.
 */
export function openOld(sealed: Uint8Array, { salt, rounds }: OldScheme, password: string): Bytes | null {
  if (sealed.length === 0 || sealed.length % block !== 0) return null;
  const derive = (purpose: keyof typeof purposes, length: number): Bytes =>
    derived(password, salt, rounds, purposes[purpose], length);
  const opening = cipher.create({ type: 'decrypt', key: derive('key', 24), iv: derive('iv', block), padding: false });
  const padded = Uint8Array.from([...opening.update(sealed), ...opening.final()]);
  const padding = padded.at(-1) ?? 0;
  const isPadded = padding >= 1 && padding <= block && padded.subarray(-padding).every((byte) => byte === padding);
  return isPadded ? padded.slice(0, -padding) : null;
}

const hashed = 20;
const fed = 64;

/** The key derivation of PKCS #12 (RFC 7292, B.2) with SHA-1. */
function derived(password: string, salt: Uint8Array, rounds: number, purpose: number, length: number): Bytes {
  const diversifier = new Uint8Array(fed).fill(purpose);
  const input = Uint8Array.from([...repeated(salt), ...repeated(inUtf16(password))]);
  const output = new Uint8Array(Math.ceil(length / hashed) * hashed);
  for (let at = 0; at < output.length; at += hashed) {
    let digest = sha1(Uint8Array.from([...diversifier, ...input]));
    for (let round = 1; round < rounds; round += 1) digest = sha1(digest);
    output.set(digest, at);
    addTo(input, digest);
  }
  return output.slice(0, length);
}

/** `bytes` over and over, up to a whole number of what SHA-1 is fed at once. */
function repeated(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil(bytes.length / fed) * fed;
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Adds `digest`, repeated, and one to each piece of `input`, as numbers with the highest byte first. */
function addTo(input: Uint8Array, digest: Uint8Array): void {
  for (let start = 0; start < input.length; start += fed) {
    let carry = 1;
    for (let index = fed - 1; index >= 0; index -= 1) {
      const sum = (input[start + index] ?? 0) + (digest[index % hashed] ?? 0) + carry;
      input[start + index] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}

/** With the two zeros at its end that the format wants. */
function inUtf16(password: string): Uint8Array {
  const units = [...Array.from({ length: password.length }, (_, index) => password.charCodeAt(index)), 0];
  return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
}
