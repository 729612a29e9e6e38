import * as asn1js from 'asn1js';
import { BasicConstraints, Certificate, Extension, RelativeDistinguishedNames, Time, TimeType } from 'pkijs';
import type { Bytes } from './bytes.ts';
import { nameOids } from './certificate.ts';
import { engine } from './engine.ts';
import type { Signer } from './key.ts';

const day = 24 * 60 * 60 * 1000;
const years = 5;

/** A certificate that `pair` issues to itself, in DER: for signing only, valid from a day before `madeAt`. */
export async function issueToSelf(who: Signer, pair: CryptoKeyPair, madeAt: Date): Promise<Bytes> {
  const until = new Date(madeAt);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial() });
  certificate.subject = distinguishedName(who);
  certificate.issuer = distinguishedName(who);
  certificate.notBefore = time(new Date(madeAt.getTime() - day));
  certificate.notAfter = time(until);
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: false }).toSchema().toBER()),
    // Digital signature and content commitment: the two highest bits.
    extension('2.5.29.15', new asn1js.BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 }).toBER()),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine);
  await certificate.sign(pair.privateKey, 'SHA-256', engine);
  return new Uint8Array(certificate.toSchema(true).toBER());
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue });
}

/** UTCTime until 2049, GeneralizedTime after it (RFC 5280, 4.1.2.5). */
function time(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}

/** Sixteen random bytes that read as a positive number. */
function serial(): ArrayBuffer {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

/** Written with asn1js, for pkijs puts every part into one relative name, and readers then show only one of them. */
function distinguishedName(who: Signer): RelativeDistinguishedNames {
  const parts = [
    { oid: nameOids.organisation, text: who.organisation },
    { oid: nameOids.role, text: who.role },
    { oid: nameOids.registration, text: who.registration ?? '' },
    { oid: nameOids.name, text: who.name },
  ].filter(({ text }) => text.trim() !== '');
  const sets = parts.map(({ oid, text }) => {
    const pair = new asn1js.Sequence({
      value: [new asn1js.ObjectIdentifier({ value: oid }), stringFor(oid, text.normalize('NFC'))],
    });
    return new asn1js.Set({ value: [pair] });
  });
  return new RelativeDistinguishedNames({ valueBeforeDecode: new asn1js.Sequence({ value: sets }).toBER() });
}

/** A registration is a `serialNumber`, which X.520 wants printable; whatever is not, is UTF-8 like the rest. */
function stringFor(oid: string, value: string): asn1js.Utf8String | asn1js.PrintableString {
  const printable = oid === nameOids.registration && /^[A-Za-z0-9 '()+,\-./:=?]+$/.test(value);
  return printable ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value });
}
