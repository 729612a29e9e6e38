import { expect, test } from 'vitest';
import { cacheName, isOurs, outlived } from './kept-files.ts';

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

test('the version that ran last before stays for tabs that run it, whenever it was made', () => {
  const [one, two] = [
    { name: '1', ran: 30 },
    { name: '2', ran: 20 },
  ];
  expect(outlived([one, two, { name: '3', ran: 40 }], '3')).toEqual(['2']);
  expect(outlived([{ name: '3', ran: 40 }], '3')).toEqual([]);
});

test('a version that never ran goes, unless it is being taken in just now', () => {
  const all = [
    { name: '1', ran: 10 },
    { name: 'half', ran: null },
    { name: '3', ran: 30 },
    { name: 'coming', ran: null },
  ];
  expect(outlived(all, '3')).toEqual(['half']);
});
