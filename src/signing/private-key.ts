import type { Bytes } from './bytes.ts';
import type { Certificate, KeyKind } from './certificate.ts';
import { inside, tag } from './der.ts';

const coordinate = 32;

/** The private key in `pkcs8` for signing, not to be taken out again unless `extractable`; null where it does not go with `certificate`. */
export async function importPrivateKey(
  kind: KeyKind,
  pkcs8: Bytes,
  certificate: Certificate,
  extractable: boolean,
): Promise<CryptoKey | null> {
  const { subtle } = globalThis.crypto;
  if (kind === 'rsa') {
    return subtle
      .importKey('pkcs8', pkcs8, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, extractable, ['sign'])
      .catch(() => null);
  }
  const parts = curveParts(pkcs8, certificate);
  if (!parts) return null;
  const jwk = { kty: 'EC', crv: 'P-256', ext: extractable, ...parts };
  return subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, extractable, ['sign']).catch(() => null);
}

/**
 * The parts of an elliptic-curve key, the public ones from the certificate: many files leave them out, and Firefox does
 * not import a key without them.
 */
function curveParts(
  pkcs8: Bytes,
  certificate: Certificate,
): { readonly d: string; readonly x: string; readonly y: string } | null {
  const [, , wrapped] = inside(tag.sequence, pkcs8);
  const [, point] = inside(tag.sequence, certificate.publicKey);
  if (wrapped?.tag !== tag.octets || !point) return null;
  const [, secret] = inside(tag.sequence, wrapped.content);
  // A bit string counts its unused bits first, then an uncompressed point says 4.
  const [unused, form, ...digits] = point.content;
  if (secret?.content.length !== coordinate || unused !== 0 || form !== 4 || digits.length !== 2 * coordinate)
    return null;
  return {
    d: base64url(secret.content),
    x: base64url(digits.slice(0, coordinate)),
    y: base64url(digits.slice(coordinate)),
  };
}

function base64url(bytes: Iterable<number>): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
