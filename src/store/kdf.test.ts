import { argon2id as noble } from '@noble/hashes/argon2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { areSafe, argon2id, type Argon2Input, calibrated, compiled, floor, plain } from './kdf.ts';

const input = (passphrase: string, salt: string, memory: number, passes: number): Argon2Input => ({
  passphrase: utf8ToBytes(passphrase),
  salt: utf8ToBytes(salt),
  memory,
  passes,
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('ST19 Argon2id', () => {
  test('in JavaScript gives the vector of RFC 9106, section 5.3', () => {
    const bytes = (value: number, length: number): Uint8Array => new Uint8Array(length).fill(value);
    const extra = { key: bytes(3, 8), personalization: bytes(4, 12) };
    const tag = noble(bytes(1, 32), bytes(2, 16), { t: 3, m: 32, p: 4, dkLen: 32, ...extra });
    expect(bytesToHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  test.each([
    ['compiled', compiled],
    ['in JavaScript', plain],
  ])('%s gives the vector of the reference implementation', async (_how, derive) => {
    const tag = bytesToHex(await derive(input('password', 'somesalt', 256, 2)));
    expect(tag).toBe('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe');
  });

  test.each([
    input('x', 'eight by', 8, 1),
    input('lantern orchard pebble cloud nine', 'sixteen bytes of', 64, 3),
    input('“élodie’s 北 cat” 🐈', 'sixteen bytes of', 100, 2),
  ])('gives the same both ways', async (each) => {
    expect(await compiled(each)).toEqual(await plain(each));
  });

  test('goes on in JavaScript where the page may not compile', async () => {
    const each = input('passphrase', 'sixteen bytes of', 32, 1);
    const expected = await plain(each);
    vi.stubGlobal('WebAssembly', undefined);
    await expect(compiled(each)).rejects.toThrow();
    expect(await argon2id(each)).toEqual(expected);
  });
});

describe('ST20 how much work a passphrase is', () => {
  /** The parameters a computer would choose that takes `milliseconds` at the floor. */
  const chosenAt = async (milliseconds: number): Promise<unknown> => {
    let clock = 0;
    const derive = (asked: Argon2Input): Promise<Uint8Array<ArrayBuffer>> => {
      expect(asked).toMatchObject(floor);
      clock += milliseconds;
      return Promise.resolve(new Uint8Array(32));
    };
    return calibrated(derive, () => clock);
  };

  test.each([
    ['a usual computer', 150, { memory: 65_536, passes: 3 }],
    ['a fast one takes more passes, for half a second', 50, { memory: 65_536, passes: 6 }],
    ['one so fast that it cannot be is kept in bounds', 1, { memory: 65_536, passes: 20 }],
    ['a slow one', 400, { memory: 65_536, passes: 2 }],
    ['a slower one', 600, { memory: 47_104, passes: 2 }],
    ['one that compiles nothing', 1_000, floor],
    ['one that is slower still never goes below', 9_000, floor],
  ])('%s', async (_what, milliseconds, expected) => {
    expect(await chosenAt(milliseconds)).toEqual(expected);
  });

  test.each([
    ['less memory than the floor', { memory: floor.memory - 1, passes: 2 }],
    ['one pass', { memory: 65_536, passes: 1 }],
    ['more memory than a page has', { memory: 2 ** 31, passes: 3 }],
    ['so many passes that the page would hang', { memory: 65_536, passes: 1_000_000 }],
    ['half a pass', { memory: 65_536, passes: 2.5 }],
    ['no number', { memory: Number.NaN, passes: 3 }],
  ])('%s is not believed', (_what, parameters) => {
    expect(areSafe(parameters)).toBe(false);
    expect(areSafe({ memory: 65_536, passes: 3 })).toBe(true);
  });
});
