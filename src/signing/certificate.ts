import type { Fingerprint } from '../model/verification.ts';
import { equal, hex, sha256, type Bytes } from './bytes.ts';
import { derItems, derOid, inside, tag, type DerItem } from './der.ts';
import { Unreadable } from './unreadable.ts';

/** What is needed of an X.509 certificate. Names are empty where it has none. */
export interface Certificate {
  readonly whole: Bytes;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly registration: string;
  readonly from: Date;
  readonly until: Date;
  /** Names and serial number, in DER; issuer and serial number are what a signature calls its certificate by. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  readonly serial: Bytes;
  /** In DER, as Web Crypto imports it. */
  readonly publicKey: Bytes;
}

/** Kinds of key that sign here: elliptic curve P-256, or RSA with PKCS #1 v1.5. Both with SHA-256. */
export type KeyKind = 'ecdsa' | 'rsa';

export const nameOids = {
  name: '2.5.4.3',
  registration: '2.5.4.5',
  organisation: '2.5.4.10',
  role: '2.5.4.12',
} as const;

export async function fingerprintOf(certificate: Bytes): Promise<Fingerprint> {
  return hex(await sha256(certificate));
}

/** The certificate in `whole`. Throws `Unreadable`. */
export function readCertificate(whole: Bytes): Certificate {
  try {
    return partsOf(whole);
  } catch (fault) {
    throw fault instanceof Unreadable ? unreadable() : fault;
  }
}

function partsOf(whole: Bytes): Certificate {
  const [signed, , , ...more] = inside(tag.sequence, whole);
  if (!signed || more.length > 0) throw unreadable();
  const parts = inside(tag.sequence, signed.whole);
  // The version is left out by certificates of version 1.
  const [serial, , issuer, validity, subject, publicKey] = parts[0]?.tag === tag.context0 ? parts.slice(1) : parts;
  if (serial?.tag !== tag.integer || !issuer || !validity || !subject || !publicKey) throw unreadable();
  const [from, until] = inside(tag.sequence, validity.whole);
  if (!from || !until) throw unreadable();
  return {
    whole,
    name: partOf(subject, nameOids.name),
    role: partOf(subject, nameOids.role),
    organisation: partOf(subject, nameOids.organisation),
    registration: partOf(subject, nameOids.registration),
    from: timeOf(from),
    until: timeOf(until),
    issuer: issuer.whole,
    subject: subject.whole,
    serial: serial.whole,
    publicKey: publicKey.whole,
  };
}

/** Whether `certificate` is valid at `time`, both ends included. */
export function validAt(certificate: Certificate, time: Date): boolean {
  return certificate.from.getTime() <= time.getTime() && time.getTime() <= certificate.until.getTime();
}

const ellipticCurve = derOid('1.2.840.10045.2.1');
const p256 = derOid('1.2.840.10045.3.1.7');
const rsa = derOid('1.2.840.113549.1.1.1');
const shortestRsa = 2048;
/** No engine verifies with a longer one. */
const longestRsa = 16384;

/** The kind of the certificate's key, or null for a key that does not sign here. */
export function keyKind(certificate: Certificate): KeyKind | null {
  const [algorithm, key] = inside(tag.sequence, certificate.publicKey);
  if (!algorithm || !key) throw unreadable();
  const [kind, curve] = inside(tag.sequence, algorithm.whole);
  if (kind && equal(kind.whole, ellipticCurve) && curve && equal(curve.whole, p256)) return 'ecdsa';
  if (kind && equal(kind.whole, rsa)) {
    // The first byte of a bit string counts unused bits; the first of the modulus is the zero of its sign.
    const [modulus] = inside(tag.sequence, key.content.subarray(1));
    const length = modulus ? (modulus.content.length - 1) * 8 : 0;
    return length >= shortestRsa && length <= longestRsa ? 'rsa' : null;
  }
  return null;
}

/** The text of a part of a name; the last one where it comes several times. */
function partOf(name: DerItem, dotted: string): string {
  const wanted = derOid(dotted);
  let text = '';
  for (const set of inside(tag.sequence, name.whole)) {
    for (const pair of derItems(set.content)) {
      const [kind, value] = derItems(pair.content);
      if (kind && value && equal(kind.whole, wanted)) text = textOf(value);
    }
  }
  return text;
}

function textOf({ tag: kind, content }: DerItem): string {
  switch (kind) {
    case tag.utf8:
    case tag.printable:
    case tag.ia5:
      return new TextDecoder().decode(content);
    case tag.bmp:
      return new TextDecoder('utf-16be').decode(content);
    case tag.teletex:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    default:
      throw unreadable();
  }
}

function timeOf({ tag: kind, content }: DerItem): Date {
  const text = new TextDecoder().decode(content);
  // Two digits of a year mean 1950 to 2049 (RFC 5280, 4.1.2.5.1).
  const whole = kind === tag.utcTime ? (Number(text.slice(0, 2)) < 50 ? `20${text}` : `19${text}`) : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(whole);
  if (!parts || (kind !== tag.utcTime && kind !== tag.generalizedTime)) throw unreadable();
  const [, year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function unreadable(): Unreadable {
  return new Unreadable('certificate-unreadable', 'DER');
}
