import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Outcome, problem } from '../model/problem.ts';
import type { Wrapped, Bytes } from './envelope.ts';
import { areSafe, type KdfParameters } from './kdf.ts';

export interface Kdf extends KdfParameters {
  readonly name: 'argon2id';
  readonly salt: Bytes;
}

/** A council that can open a vault, too. */
export interface Council {
  /** Its age public key (`age1…`). */
  readonly recipient: string;
  /** The vault key, in an age file for it. */
  readonly file: Bytes;
}

/** What opens a vault, as it rests in `meta`. No name, no answer. */
export interface VaultHeader {
  readonly key: 'header';
  readonly version: 1;
  /** Random; names the vault. */
  readonly vault: string;
  readonly kdf: Kdf;
  /** The vault key, under the passphrase. */
  readonly passphrase: Wrapped;
  /** The vault key, under the recovery code. */
  readonly recovery: Wrapped;
  readonly organisation: Council | null;
  /** The key of the list of drafts, under the vault key. */
  readonly list: Wrapped;
  /** Nothing, under the vault key: its tag vouches for all the above. */
  readonly verifier: Wrapped;
}

export type Unverified = Omit<VaultHeader, 'verifier'>;

/** The header among the records of `meta`; null where it is not there. */
export function headerAmong(records: readonly { readonly key: string }[]): VaultHeader | null {
  // Only a header has that key; whether it is sound is for `headerIn` to say.
  return (records.find(({ key }) => key === 'header') as VaultHeader | undefined) ?? null;
}

/** The header in `found`, or `damaged`, or `newer-than-program`. `least` is how little work for a passphrase is believed. */
export function headerIn(found: unknown, least?: KdfParameters): Outcome<VaultHeader> {
  if (!isThing(found)) return problem('damaged', {}, 'header');
  if (typeof found.version === 'number' && found.version > 1) return problem('newer-than-program', {}, 'header');
  if (!isHeader(found)) return problem('damaged', {}, 'header');
  if (!areSafe(found.kdf, least)) return problem('damaged', {}, 'kdf');
  return { ok: true, value: found };
}

/** What the verifier is bound to: every part of the header. */
export function verifierName(header: Unverified): string {
  const { vault, kdf, passphrase, recovery, organisation, list } = header;
  const parts = [vault, kdf.name, kdf.memory, kdf.passes, bytesToHex(kdf.salt), inHex(passphrase), inHex(recovery)];
  const council = organisation === null ? null : [organisation.recipient, bytesToHex(organisation.file)];
  const text = JSON.stringify([...parts, council, inHex(list)]);
  return `homeward/v1|header|${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

function inHex({ iv, bytes }: Wrapped): readonly string[] {
  return [bytesToHex(iv), bytesToHex(bytes)];
}

function isHeader(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & VaultHeader {
  const { key, version, vault, kdf, organisation } = value;
  return (
    key === 'header' &&
    version === 1 &&
    typeof vault === 'string' &&
    isThing(kdf) &&
    kdf.name === 'argon2id' &&
    typeof kdf.memory === 'number' &&
    typeof kdf.passes === 'number' &&
    kdf.salt instanceof Uint8Array &&
    kdf.salt.length === 16 &&
    [value.passphrase, value.recovery, value.list, value.verifier].every(isWrapped) &&
    (organisation === null ||
      (isThing(organisation) && typeof organisation.recipient === 'string' && organisation.file instanceof Uint8Array))
  );
}

function isWrapped(value: unknown): boolean {
  return (
    isThing(value) && value.iv instanceof Uint8Array && value.iv.length === 12 && value.bytes instanceof Uint8Array
  );
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
