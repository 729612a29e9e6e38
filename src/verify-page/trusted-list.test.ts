import { expect, test } from 'vitest';
import { readTrustedList } from './trusted-list.ts';

const one = '0123456789abcdef'.repeat(4);
const other = 'f'.repeat(64);

test('a pasted list is read with spaces, colons and capitals, one key a line', () => {
  const written = `${(one.match(/.{4}/g) ?? []).join(' ')}\r\n\n  ${(other.toUpperCase().match(/../g) ?? []).join(':')}\n`;
  expect(readTrustedList(written)).toEqual({ fingerprints: [one, other], misread: 0 });
});

test('a line that is no whole fingerprint is counted and trusted for nothing', () => {
  expect(readTrustedList(`${one}\n${one.slice(1)}\nWren Ash`)).toEqual({ fingerprints: [one], misread: 2 });
});

test('an empty list is none, which is another answer than a list without the key', () => {
  expect(readTrustedList(' \n ')).toBe(null);
  expect(readTrustedList('nobody')).toEqual({ fingerprints: [], misread: 1 });
});
