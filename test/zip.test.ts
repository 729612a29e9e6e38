import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../scripts/zip.mjs';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = [
  ['b.txt', bytes('b')],
  ['a/c.txt', bytes('c'.repeat(500))],
] as const;

test('the same files make the same zip, in whatever order, at whatever time and place', () => {
  const before = process.env.TZ;
  const first = zipOf('homeward-1', files);
  process.env.TZ = 'Pacific/Auckland';
  const again = zipOf('homeward-1', [...files].reverse());
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(Buffer.compare(first, again)).toBe(0);
  expect(Object.keys(unzipSync(first))).toEqual(['homeward-1/a/c.txt', 'homeward-1/b.txt']);
});
