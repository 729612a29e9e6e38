import { expect, test } from 'vitest';
import { cacheName, isOurs, keptCaches } from './kept-files.ts';

const files = [
  { url: 'index.html', revision: 'aa' },
  { url: 'assets/index-12345678.js', revision: null },
];

test('the same files have the same cache, and any other file another', () => {
  expect(cacheName('/', files)).toBe(cacheName('/', structuredClone(files)));
  expect(cacheName('/', files)).not.toBe(cacheName('/', [{ url: 'index.html', revision: 'ab' }, ...files.slice(1)]));
  expect(cacheName('/', files)).not.toBe(cacheName('/', files.slice(0, 1)));
});

test('a copy of Homeward in another folder of the host keeps its own files', () => {
  expect(isOurs(cacheName('/a/', files), '/a/')).toBe(true);
  expect(isOurs(cacheName('/a/b/', files), '/a/')).toBe(false);
  expect(isOurs(cacheName('/', files), '/a/')).toBe(false);
});

test('the version before stays for tabs that run it, older ones go', () => {
  const names = ['homeward / 1', 'strange', 'homeward / 2', 'homeward /a/ 1', 'homeward / 3'];
  expect(keptCaches(names, '/', 'homeward / 3')).toEqual(['homeward / 2', 'homeward / 3']);
  expect(keptCaches(['homeward / 1'], '/', 'homeward / 1')).toEqual(['homeward / 1']);
});
