import { array, assert, constantFrom, integer, property, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, codeOf, isEasy } from './code.ts';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const sixteen = uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));
const fullWidth = (each: string): string => String.fromCharCode(each.charCodeAt(0) + 0xfee0);
const example = new Uint8Array(16).map((_, index) => index % 3);

describe('ST22 a recovery code', () => {
  test('is 26 characters of Crockford’s base 32 and a check character, in groups of four', () => {
    expect(codeOf(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-000');
    expect(codeOf(new Uint8Array(16).fill(255))).toMatch(/^7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ[0-9A-Z*~$=]$/);
  });

  test('has the check of the specification: the number modulo 37', () => {
    const number = new Uint8Array(16);
    number[15] = 36;
    expect(codeOf(number)).toBe('0000-0000-0000-0000-0000-0000-14U');
    expect(isEasy(number)).toBe(false);
    expect(bytesOf('0000-0000-0000-0000-0000-0000-14U', 16)).toEqual(number);
  });

  test.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['no dashes', (code: string) => code.replaceAll('-', '')],
    ['spaces for dashes, and around', (code: string) => `  ${code.replaceAll('-', ' ')}\n`],
    ['other dashes', (code: string) => code.replaceAll('-', '–')],
    ['full-width letters and digits', (code: string) => code.replace(/\w/g, fullWidth)],
    ['characters that are not seen', (code: string) => `\ufeff\u200e${code.replaceAll('-', '-\u200b\u00ad')}\u2060`],
    ['the letter O for 0', (code: string) => code.replaceAll('0', 'O')],
    ['the letter o for 0', (code: string) => code.replaceAll('0', 'o')],
    ['the letter I for 1', (code: string) => code.replaceAll('1', 'I')],
    ['the letter l for 1', (code: string) => code.replaceAll('1', 'l')],
  ])('is read from %s', (_what, typed) => {
    const code = codeOf(example);
    expect(code).toMatch(/0.*1/);
    expect(bytesOf(typed(code), 16)).toEqual(example);
  });

  test(`comes back, and is refused with any one character wrong or two swapped (PROPERTY_SEED=${seed})`, () => {
    const other = constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
    assert(
      property(sixteen, integer({ min: 0, max: 26 }), other, (bytes, place, character) => {
        const code = codeOf(bytes).replaceAll('-', '');
        expect(bytesOf(code, 16)).toEqual(bytes);
        const wrong = code.slice(0, place) + character + code.slice(place + 1);
        if (wrong !== code) expect(bytesOf(wrong, 16)).toBeNull();
        const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
        if (swapped !== code) expect(bytesOf(swapped, 16)).toBeNull();
      }),
      { seed, numRuns: 300 },
    );
  });

  test('of any other text is none', () => {
    assert(
      property(array(constantFrom(...Array.from('0OIL1ZU*~$=-? äß')), { maxLength: 60 }), (characters) => {
        const bytes = bytesOf(characters.join(''), 16);
        if (bytes !== null) expect(bytes).toHaveLength(16);
      }),
      { seed, numRuns: 300 },
    );
    for (const text of ['', '0', '8'.repeat(27), 'Z'.repeat(27)]) expect(bytesOf(text, 16)).toBeNull();
  });
});
