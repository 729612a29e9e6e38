import { HomewardError } from '../model/problem.ts';
import { equal, join, type Bytes } from './bytes.ts';
import type { KeyKind } from './certificate.ts';
import { der, inside, tag } from './der.ts';
import { Unreadable } from './unreadable.ts';

const importing: Readonly<Record<KeyKind, EcKeyImportParams | RsaHashedImportParams>> = {
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256' },
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
};
const signing: Readonly<Record<KeyKind, AlgorithmIdentifier | EcdsaParams>> = {
  ecdsa: { name: 'ECDSA', hash: 'SHA-256' },
  rsa: { name: 'RSASSA-PKCS1-v1_5' },
};
const halfLength = 32;

/** What `key` says about `bytes`, as CMS writes it. */
export async function signBytes(key: CryptoKey, bytes: Bytes): Promise<Bytes> {
  const kind = kindOfKey(key);
  const signature = new Uint8Array(await globalThis.crypto.subtle.sign(signing[kind], key, bytes));
  return kind === 'ecdsa' ? toSequence(signature) : signature;
}

/** Whether the key in `publicKey` (DER, SubjectPublicKeyInfo) made `signature` about `bytes`. */
export async function signatureHolds(
  kind: KeyKind,
  publicKey: Bytes,
  signature: Bytes,
  bytes: Bytes,
): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('spki', publicKey, importing[kind], false, ['verify']).catch(() => null);
  if (!key) throw new Unreadable('certificate-unreadable', 'public key');
  return subtle.verify(signing[kind], key, kind === 'ecdsa' ? fromSequence(signature) : signature, bytes);
}

/** The kind of a key that signs here. */
export function kindOfKey({ algorithm }: CryptoKey): KeyKind {
  if (algorithm.name === 'ECDSA' && 'namedCurve' in algorithm && algorithm.namedCurve === 'P-256') return 'ecdsa';
  if (algorithm.name === 'RSASSA-PKCS1-v1_5') return 'rsa';
  throw new HomewardError('key-not-supported', `cannot sign with ${algorithm.name}`);
}

/** The two halves of a signature as integers, for CMS. Web Crypto gives them one after the other (IEEE P1363). */
function toSequence(signature: Bytes): Bytes {
  return der(tag.sequence, integer(signature.subarray(0, halfLength)), integer(signature.subarray(halfLength)));
}

function integer(digits: Uint8Array): Bytes {
  const first = digits.findIndex((digit) => digit !== 0);
  const rest = first < 0 ? Uint8Array.of(0) : digits.subarray(first);
  return der(tag.integer, (rest[0] ?? 0) >= 0x80 ? join(Uint8Array.of(0), rest) : rest);
}

function fromSequence(signature: Bytes): Bytes {
  const [one, other, ...more] = inside(tag.sequence, signature);
  if (one?.tag !== tag.integer || other?.tag !== tag.integer || more.length > 0) throw malformed();
  const halves = join(half(one.content), half(other.content));
  // One signature has one writing: no zeros in front that another reader would refuse.
  if (!equal(toSequence(halves), signature)) throw malformed();
  return halves;
}

function half(content: Bytes): Bytes {
  const digits = content[0] === 0 ? content.subarray(1) : content;
  if (digits.length > halfLength) throw malformed();
  return join(new Uint8Array(halfLength - digits.length), digits);
}

function malformed(): Unreadable {
  return new Unreadable('signature-malformed', 'integers');
}
