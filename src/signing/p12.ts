import type { Outcome } from '../model/problem.ts';
import { equal, type Bytes } from './bytes.ts';
import { fingerprintOf, keyKind, readCertificate, type Certificate } from './certificate.ts';
import type { Keeping, SigningKey } from './key.ts';
import { importPrivateKey } from './private-key.ts';
import { signatureHolds, signBytes } from './signature.ts';
import { attempt, Unreadable } from './unreadable.ts';

/** What a `.p12` file holds once it is open, all in DER. */
export interface OpenedP12 {
  /** PKCS #8. */
  readonly privateKeys: readonly Bytes[];
  readonly certificates: readonly Bytes[];
}

/**
 * The signing key in a `.p12` or `.pfx` file, with its certificate and those above it.
 *
 * Takes P-256 keys and RSA keys of 2048 bits or more, encrypted with AES or, as Windows writes them, with 3DES. Problems:
 * `p12-password-wrong`; `p12-damaged`; `p12-old-encryption` for RC2, where the file has to be exported again with AES-256;
 * `p12-without-key`; `key-not-supported`; `certificate-without-name`.
 */
export async function importP12(
  bytes: Uint8Array,
  password: string,
  keeping: Keeping = 'for-use',
): Promise<Outcome<SigningKey>> {
  return attempt(async () => {
    const { openP12 } = await import('./p12-file.ts');
    return keyFrom(await openP12(new Uint8Array(bytes), password), keeping);
  });
}

async function keyFrom({ privateKeys, certificates }: OpenedP12, keeping: Keeping): Promise<SigningKey> {
  const read = certificates.map(readCertificate);
  if (privateKeys.length === 0 || read.length === 0)
    throw new Unreadable('p12-without-key', 'no pair of key and certificate');
  for (const pkcs8 of privateKeys) {
    for (const certificate of read) {
      const privateKey = await matching(pkcs8, certificate, keeping);
      if (!privateKey) continue;
      const name = certificate.name.normalize('NFC').trim();
      if (name === '') throw new Unreadable('certificate-without-name', 'subject');
      return {
        name,
        role: certificate.role,
        organisation: certificate.organisation,
        ...(certificate.registration === '' ? {} : { registration: certificate.registration }),
        privateKey,
        certificate: certificate.whole,
        chain: chainAbove(certificate, read).map(({ whole }) => whole),
        fingerprint: await fingerprintOf(certificate.whole),
        validUntil: certificate.until,
      };
    }
  }
  if (read.some((each) => keyKind(each) === null)) throw new Unreadable('key-not-supported', 'public key');
  throw new Unreadable('p12-without-key', 'no pair of key and certificate');
}

/** The private key, if it is that of `certificate`: what it signs, the certificate's key confirms. */
async function matching(pkcs8: Bytes, certificate: Certificate, keeping: Keeping): Promise<CryptoKey | null> {
  const kind = keyKind(certificate);
  if (kind === null) return null;
  const key = await importPrivateKey(kind, pkcs8, certificate, keeping === 'to-keep');
  if (!key) return null;
  const probe = new Uint8Array(32);
  return (await signatureHolds(kind, certificate.publicKey, await signBytes(key, probe), probe)) ? key : null;
}

/** The issuers of `certificate` among `others`, without the root: whoever trusts that has it. */
function chainAbove(certificate: Certificate, others: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = [];
  for (let lower = certificate; ;) {
    const upper = others.find((each) => each !== lower && !chain.includes(each) && equal(each.subject, lower.issuer));
    if (!upper || equal(upper.subject, upper.issuer)) return chain;
    chain.push(upper);
    lower = upper;
  }
}
