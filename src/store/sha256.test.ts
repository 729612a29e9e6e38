import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from './sha256.ts';

describe('the small SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives what FIPS 180-4 gives for %j', (text, digest) => {
    expect(sha256Hex(utf8ToBytes(text))).toBe(digest);
  });

  it('gives the same as @noble/hashes, at every length around a block', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => index * 31 + length);
      expect(sha256Hex(bytes)).toBe(bytesToHex(sha256(bytes)));
    }
  });

  it('gives the same as @noble/hashes for any bytes, and for part of a larger buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(50), (bytes, from) => {
        const part = bytes.subarray(from);
        expect(sha256Hex(part)).toBe(bytesToHex(sha256(part)));
      }),
    );
  });
});
