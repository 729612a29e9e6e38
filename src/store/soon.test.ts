import { expect, test } from 'vitest';
import { all, whenHere } from './soon.ts';

test('ST5 what is here already is not awaited', () => {
  expect(whenHere(1, (value) => value + 1)).toBe(2);
  expect(all([1, 2])).toEqual([1, 2]);
});

test('ST14 what is still being sealed is awaited', async () => {
  await expect(whenHere(Promise.resolve(1), (value) => value + 1)).resolves.toBe(2);
  await expect(all([1, Promise.resolve(2)])).resolves.toEqual([1, 2]);
});
