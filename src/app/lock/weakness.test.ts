import { describe, expect, test } from 'vitest';
import { fiveWords } from '../../exchange/five-words.ts';
import { weaknessOf } from './weakness.ts';

describe('a phrase that is drawn', () => {
  test('has five words and does not come twice', async () => {
    const drawn = await Promise.all(Array.from({ length: 200 }, fiveWords));
    for (const phrase of drawn) expect(phrase).toMatch(/^[a-z]{3,8}( [a-z]{3,8}){4}$/);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.filter((phrase) => /\b(color|favorite|defense|license|practice)\b/.test(phrase))).toEqual([]);
  });

  test('is never called weak', async () => {
    const drawn = await Promise.all(Array.from({ length: 200 }, fiveWords));
    expect(drawn.filter((phrase) => weaknessOf(phrase) !== null)).toEqual([]);
  });
});

describe('a passphrase of one’s own', () => {
  test.each([
    ['', 'short'],
    ['elevenchars', 'short'],
    ['thirteenchars', 'short'],
    ['   padded     ', 'short'],
    ['aaaaaaaaaaaaaa', 'same-letters'],
    ['abababababab abab', 'same-letters'],
    ['abcdefghijklmnop', 'run'],
    ['0987654321qwerty', 'run'],
    ['password123456', 'known'],
    ['Welcome to Homeward', 'known'],
  ])('"%s" is %s', (text, weakness) => {
    expect(weaknessOf(text)).toBe(weakness);
  });

  test.each([
    ['juniper under owls', 'typed'],
    ['wetJUNIPERgravel', 'typed'],
    ['case 4471 is my key', 'typed'],
    ['gravel ann owls wet', 'typed'],
    ['gravel annual owls wet', null],
  ])('"%s" is %s beside names and a reference that were just typed', (text, weakness) => {
    expect(weaknessOf(text, ['', 'Juniper Quillfeather', 'Ann', 'CASE-4471'])).toBe(weakness);
  });

  test.each([
    'wet gravel under owls',
    'teipiadur-glas-yn-canu',
    'Ω≈ç√∫˜µ≤≥÷æ…¬å',
    'the password is under the third pot',
  ])('"%s" has nothing against it that can be counted', (text) => {
    expect(weaknessOf(text)).toBeNull();
  });
});
