import type { Outcome } from '../model/problem.ts';
import type { Bytes } from './envelope.ts';

/** A signing key that is kept: its private part is not among this. */
export interface KeptKey {
  readonly id: string;
  /** What was said of it when it was kept; null where that can no longer be read. */
  readonly details: Bytes | null;
  /** Whether it can still sign. */
  readonly signs: boolean;
}

/**
 * Where signing keys rest, closed under the vault's own key.
 *
 * Everything fails with `locked` while the vault is not open. A key that was taken is for one signature: whoever holds on
 * to it could sign after a lock.
 */
export interface KeyShelf {
  /** Keeps `key`, which must let itself be taken out this once; `conflict` where `id` is taken. */
  keepKey(id: string, key: CryptoKey, details: Bytes): Promise<Outcome<null>>;
  listKeys(): Promise<Outcome<readonly KeptKey[]>>;
  /** The private key, not to be taken out again; `no-such-key` for one that is not here or signs no more. */
  takeKey(id: string): Promise<Outcome<CryptoKey>>;
  /** Destroys the private part for good; what is known of the key stays, so that older signatures can be told. */
  retireKey(id: string): Promise<Outcome<null>>;
}

/** Keys that sign here, as Web Crypto calls them. */
const algorithms = {
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256' },
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

export type SigningKind = keyof typeof algorithms;

export const algorithmOf = (kind: SigningKind): EcKeyImportParams | RsaHashedImportParams => algorithms[kind];

export const kindOf = (key: CryptoKey): SigningKind => (key.algorithm.name === 'ECDSA' ? 'ecdsa' : 'rsa');
