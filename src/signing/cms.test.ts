import { describe, expect, test } from 'vitest';
import { sha256 } from './bytes.ts';
import { readCertificate } from './certificate.ts';
import { readCms, signedAttributes, writeCms } from './cms.ts';
import { der, derItems, derOid, inside, tag } from './der.ts';
import { signatureHolds, signBytes } from './signature.ts';
import { manager, worker } from './signed-pdf.suite.ts';
import { Unreadable } from './unreadable.ts';

const digest = await sha256(new Uint8Array(3));
const certificates = [worker.certificate];
const signature = await signBytes(worker.privateKey, await signedAttributes(digest, certificates));
const content = { certificates, digest, kind: 'ecdsa', signature } as const;

describe('SIG4 the signature', () => {
  test('reads back as it was written, whatever follows it', async () => {
    const bytes = await writeCms(content);
    expect(await readCms(Buffer.concat([bytes, Buffer.alloc(9)]))).toEqual({ ...content, length: bytes.length });
  });

  test('keeps the signer’s certificate first though the set is in DER order', async () => {
    for (const list of [
      [worker.certificate, manager.certificate],
      [manager.certificate, worker.certificate],
    ]) {
      expect((await readCms(await writeCms({ ...content, certificates: list }))).certificates).toEqual(list);
    }
  });

  test('has its attributes in DER order', async () => {
    const attributes = derItems(
      inside(tag.set, await signedAttributes(digest, certificates))[0]?.content ?? new Uint8Array(),
    );
    expect(attributes[0]?.whole).toEqual(derOid('1.2.840.113549.1.9.3'));
    const lengths = inside(tag.set, await signedAttributes(digest, certificates)).map(({ whole }) => whole.length);
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  });
});

describe('SIG19 a signature that is written in another way', () => {
  test('is not read: each changed byte is refused, or is the digest or the signature itself', async () => {
    const bytes = await writeCms(content);
    const silent: number[] = [];
    for (let place = 0; place < bytes.length; place++) {
      const changed = new Uint8Array(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const read = await readCms(changed).catch((fault: unknown) => {
        expect(fault).toBeInstanceOf(Unreadable);
        return null;
      });
      if (read) silent.push(place);
    }
    const places = (part: Uint8Array): number => Buffer.from(bytes).indexOf(part);
    const inPart = (place: number, part: Uint8Array): boolean =>
      place >= places(part) && place < places(part) + part.length;
    expect(silent.filter((place) => !inPart(place, digest) && !inPart(place, signature))).toEqual([]);
  });

  test('is not taken for a signature when its integers are padded', async () => {
    const attributes = await signedAttributes(digest, certificates);
    const { publicKey } = readCertificate(worker.certificate);
    // Half of all first integers need no zero of their own: only such a one can be padded within the 32 bytes.
    for (let count = 0; count < 64; count++) {
      const made = await signBytes(worker.privateKey, attributes);
      const [one, other] = inside(tag.sequence, made);
      if (!one || !other || one.content.length !== 32) continue;
      const padded = der(tag.sequence, der(tag.integer, Uint8Array.of(0, ...one.content)), other.whole);
      expect(await signatureHolds('ecdsa', publicKey, made, attributes)).toBe(true);
      await expect(signatureHolds('ecdsa', publicKey, padded, attributes)).rejects.toThrow(Unreadable);
      return;
    }
    throw new Error('no such signature in 64');
  });
});

describe('SIG4 DER', () => {
  test.each([
    ['a length in more bytes than it needs', [0x04, 0x81, 0x01, 0x00]],
    ['a length with a zero in front', [0x04, 0x82, 0x00, 0x80]],
    ['no length', [0x30, 0x80, 0x00, 0x00]],
    ['more length than there is', [0x04, 0x05, 0x00]],
    ['a tag of several bytes', [0x1f, 0x81, 0x01, 0x00]],
    ['half a value', [0x04]],
  ])('refuses %s', (_, bytes) => {
    expect(() => derItems(Uint8Array.from(bytes))).toThrow(Unreadable);
  });

  test('writes the lengths that it reads', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const [item] = derItems(der(tag.octets, new Uint8Array(length)));
      expect(item?.content).toHaveLength(length);
    }
  });
});
