import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { looked, runs, sample, swapped, turned } from '../../../src/store/tamper.suite.ts';

describe('ST26 an encrypted draft and its vault', () => {
  test('every bit of every byte that rests, turned one at a time, is told', async () => {
    const resting = await sample();
    let tried = 0;
    for (const [index, { bytes, put }] of runs(resting).entries())
      for (let place = 0; place < bytes.length; place += 1)
        for (let bit = 0; bit < 8; bit += 1) {
          expect((await looked(put(turned(bytes, place, bit)))).told, `bit ${bit}, byte ${place}, run ${index}`).toBe(
            true,
          );
          tried += 1;
        }
    console.log(`${tried} bits turned, none unnoticed`);
    expect(tried).toBeGreaterThan(15_000);
  }, 600_000);

  test('every cut, and every two that change places, are told', async () => {
    const resting = await sample();
    const all = runs(resting);
    for (const { bytes, put } of all)
      for (let length = 0; length < bytes.length; length += 1)
        expect((await looked(put(bytes.slice(0, length)))).told).toBe(true);
    for (let one = 0; one < all.length; one += 1)
      for (let other = one + 1; other < all.length; other += 1) {
        const spoilt = swapped(resting, one, other);
        if (spoilt) expect((await looked(spoilt)).told, `${one} and ${other}`).toBe(true);
      }
  }, 600_000);
});
