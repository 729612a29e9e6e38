import { expect, test } from 'vitest';
import { fingerprintWords } from './fingerprint-words.ts';

test('SIG28 the words of a fingerprint are the same for ever', async () => {
  const zeros = '0'.repeat(64);
  expect(await fingerprintWords(zeros)).toEqual(Array.from({ length: 8 }, () => 'abandon'));
  expect(await fingerprintWords('f'.repeat(64))).toEqual(Array.from({ length: 8 }, () => 'zoo'));
  expect((await fingerprintWords('0123456789abcdef'.repeat(4))).join(' ')).toBe(
    'abuse boss fly battle rubber wasp afraid hamster',
  );
});

test('SIG28 another of the first 88 bits is another word, and no fingerprint has no words', async () => {
  const digits = '0123456789abcdef'.repeat(4);
  const whole = (await fingerprintWords(digits)).join(' ');
  for (let at = 0; at < 22; at++) {
    const other = `${digits.slice(0, at)}${digits[at] === '0' ? '1' : '0'}${digits.slice(at + 1)}`;
    expect((await fingerprintWords(other)).join(' '), `digit ${String(at)}`).not.toBe(whole);
  }
  expect(await fingerprintWords('')).toEqual([]);
});
