import { HomewardError } from '../model/problem.ts';
import type { Fingerprint } from '../model/verification.ts';
import type { Bytes } from './bytes.ts';
import { fingerprintOf, readCertificate } from './certificate.ts';

/** Whom a key signs for. */
export interface Signer {
  readonly name: string;
  /** The role in words, as it is printed. */
  readonly role: string;
  readonly organisation: string;
  /** A professional registration number. */
  readonly registration?: string;
}

/**
 * A key with its certificate. Can be kept in IndexedDB as it is: the private key never leaves Web Crypto.
 *
 * A key made on this device proves that a document is unchanged and by which key it was signed, not by whom.
 */
export interface SigningKey extends Signer {
  readonly privateKey: CryptoKey;
  /** In DER. */
  readonly certificate: Bytes;
  /** Further certificates of an imported key, in DER: those that a reader may need to get from it to its issuer. */
  readonly chain: readonly Bytes[];
  readonly fingerprint: Fingerprint;
  /** Until when its certificate is valid. */
  readonly validUntil: Date;
}

/** Whether a key is about to be kept: then it lets itself be taken out until whatever keeps it has closed it in. */
export type Keeping = 'for-use' | 'to-keep';

/**
 * A new P-256 key that cannot be taken out of this device, with a certificate issued by itself.
 *
 * The certificate is valid from one day before `madeAt`, so that a clock put right by a few hours does no harm, for
 * five years. Throws `name-missing` where there is no name.
 */
export async function newSigningKey(
  who: Signer,
  madeAt = new Date(),
  keeping: Keeping = 'for-use',
): Promise<SigningKey> {
  const name = who.name.normalize('NFC').trim();
  if (name === '') throw new HomewardError('name-missing', 'a signing key needs a name');
  const pair = await globalThis.crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    keeping === 'to-keep',
    ['sign', 'verify'],
  );
  const { issueToSelf } = await import('./self-issued.ts');
  const certificate = await issueToSelf({ ...who, name }, pair, madeAt);
  return {
    ...who,
    name,
    privateKey: pair.privateKey,
    certificate,
    chain: [],
    fingerprint: await fingerprintOf(certificate),
    validUntil: readCertificate(certificate).until,
  };
}
