import { hex, sha256, type Bytes } from '../bytes.ts';
import { signedAttributes, writeCms } from '../cms.ts';
import { der, inside, tag } from '../der.ts';
import { newSigningKey, type SigningKey } from '../key.ts';
import { signBytes } from '../signature.ts';
import { at, worker } from '../signed-pdf.suite.ts';
import {
  blindly,
  bytesOf,
  cms,
  countersigned,
  digits,
  edited,
  inCms,
  once,
  placeOf,
  whole,
  withContents,
} from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

/** The places of the two `/ByteRange` arrays, and the file with one of them another. */
const ranges = [...whole.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]( *)/g)];
function withRange(which: number, range: (start: number, end: number, length: number) => string): Uint8Array {
  const found = ranges[which];
  if (!found) throw new Error('no such byte range');
  const [old, start, end, length] = found;
  const written = `/ByteRange [${range(Number(start), Number(end), Number(length))}]`;
  if (written.length > old.length) throw new Error('the byte range does not fit');
  return bytesOf(whole.slice(0, found.index) + written.padEnd(old.length) + whole.slice(found.index + old.length));
}

async function signedDigest(): Promise<Bytes> {
  const [, start, end, length] = ranges[0] ?? [];
  const from = Number(end);
  return sha256(
    new Uint8Array(
      Buffer.concat([countersigned.subarray(0, Number(start)), countersigned.subarray(from, from + Number(length))]),
    ),
  );
}
async function withKey(certificate: Bytes, key: SigningKey): Promise<Uint8Array> {
  const digest = await signedDigest();
  const signature = await signBytes(key.privateKey, await signedAttributes(digest, [certificate]));
  return withContents(0, hex(await writeCms({ certificates: [certificate], digest, kind: 'ecdsa', signature })));
}

const twin = await twinOf(worker);

/** What is signed, by which key and how: said otherwise. */
export const rangesAndKeys: readonly Attempt[] = [
  [
    'byte ranges',
    'the gap begins too early',
    withRange(0, (start, end, length) => `0 ${digits(start - 9)} ${digits(end)} ${digits(length)}`),
  ],
  [
    'byte ranges',
    'the gap ends too late',
    withRange(0, (start, end, length) => `0 ${digits(start)} ${digits(end + 5)} ${digits(length - 5)}`),
  ],
  [
    'byte ranges',
    'the end is not covered',
    withRange(0, (start, end, length) => `0 ${digits(start)} ${digits(end)} ${digits(length - 6)}`),
  ],
  [
    'byte ranges',
    'more is covered than there is',
    withRange(1, (start, end, length) => `0 ${digits(start)} ${digits(end)} ${digits(length + 6)}`),
  ],
  [
    'byte ranges',
    'the beginning is not covered',
    withRange(0, (start, end, length) => `9 ${digits(start - 9)} ${digits(end)} ${digits(length)}`),
  ],
  [
    'byte ranges',
    'both parts overlap',
    withRange(0, (start, end, length) => `0 ${digits(end)} ${digits(start)} ${digits(length)}`),
  ],
  ['byte ranges', 'the second part is empty', withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 0`)],
  [
    'byte ranges',
    'there are three parts',
    withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 9 ${digits(end + 20)} 9`),
  ],
  ['byte ranges', 'a negative length', withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} -1`)],
  [
    'byte ranges',
    'a length beyond all numbers',
    withRange(0, (start, end) => `0 ${digits(start)} ${digits(end)} 9999999999`),
  ],
  [
    'byte ranges',
    'the second is that of the first',
    withRange(1, () => ranges[0]?.[0].slice('/ByteRange ['.length, -1).replace(/\] *$/, '').trim() ?? ''),
  ],

  [
    'keys',
    'the certificate of somebody else with the same name',
    inCms((words) => words.replace(hex(worker.certificate), hex(twin.certificate))),
  ],
  ['keys', 'a new signature by a key with the same name', withKey(twin.certificate, twin)],
  ['keys', 'somebody else’s key under the certificate', withKey(worker.certificate, twin)],
  ['keys', 'a time after the certificate', blindly(once, { time: new Date('2032-01-01T00:00:00Z') })],
  ['keys', 'a time before the certificate', blindly(once, { time: new Date('2020-01-01T00:00:00Z') })],
  [
    'keys',
    'another algorithm of signing',
    inCms((words) =>
      words.replace(/300a06082a8648ce3d040302(?!.*300a06082a8648ce3d040302)/, '300a06082a8648ce3d040303'),
    ),
  ],
  ['keys', 'another digest', inCms((words) => words.replace('608648016503040201', '608648016503040203'))],
  ['keys', 'the signature of the other person', withContents(0, placeOf(1).digits)],
  ['keys', 'no signature, only zeros', withContents(0, '')],
  ['keys', 'two signers', withContents(0, hex(twoSigners()))],
  [
    'keys',
    'a signature of the old kind',
    edited((words) => words.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached')),
  ],
  ['keys', 'another name beside the signature', edited((words) => words.replace('/Name <feff0053', '/Name <feff0054'))],
];

/** A key with the same name, whose certificate fits into the place of the other. */
async function twinOf(key: SigningKey): Promise<SigningKey> {
  const { name, role, organisation } = key;
  for (;;) {
    const other = await newSigningKey({ name, role, organisation, registration: 'SW12345' }, at);
    if (other.certificate.length === key.certificate.length) return other;
  }
}

/** The first signature's CMS with its signer twice. */
function twoSigners(): Bytes {
  const bytes = new Uint8Array(Buffer.from(cms, 'hex'));
  const [kind, wrapped] = inside(tag.sequence, bytes);
  const [signedData] = wrapped ? inside(tag.context0, wrapped.whole) : [];
  const parts = signedData ? inside(tag.sequence, signedData.whole) : [];
  const signers = parts.at(-1);
  if (!kind || !signers) throw new Error('no signature');
  const twice = der(tag.set, signers.content, signers.content);
  return der(
    tag.sequence,
    kind.whole,
    der(tag.context0, der(tag.sequence, ...parts.slice(0, -1).map((part) => part.whole), twice)),
  );
}
