import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Bytes, Wrapped } from './envelope.ts';

/** A key that only closes and opens other keys, and cannot be read out again. */
export function wrappingKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);
}

/** `bytes` under `key`; opens with the same `name` only. */
export async function wrap(key: CryptoKey, name: string, bytes: Bytes, iv = randomBytes(12)): Promise<Wrapped> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8ToBytes(name) };
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) };
}

/** What was wrapped; null where the key or the name is another, or a bit has changed. */
export async function unwrap(key: CryptoKey, name: string, { iv, bytes }: Wrapped): Promise<Bytes | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8ToBytes(name) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
  } catch {
    return null;
  }
}

/** A key derived from 32 bytes or 16, for one purpose alone. */
export async function derive(secret: Bytes, info: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8ToBytes(info) };
  const use = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(algorithm, material, use, false, ['encrypt', 'decrypt']);
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
