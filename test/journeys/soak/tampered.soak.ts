import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { looked, runs, sample, swapped, turned } from '../../../src/store/tamper.suite.ts';
import { note } from './store/evidence.ts';

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
    note('tampered-bits', {
      done: `${tried} bits turned one at a time: every byte of an encrypted draft and its vault`,
      seen: 'all told',
    });
    expect(tried).toBeGreaterThan(15_000);
  }, 600_000);

  test('every cut, and every two that change places, are told', async () => {
    const resting = await sample();
    const all = runs(resting);
    let cuts = 0;
    let swaps = 0;
    for (const { bytes, put } of all)
      for (let length = 0; length < bytes.length; length += 1) {
        expect((await looked(put(bytes.slice(0, length)))).told).toBe(true);
        cuts += 1;
      }
    for (let one = 0; one < all.length; one += 1)
      for (let other = one + 1; other < all.length; other += 1) {
        const spoilt = swapped(resting, one, other);
        if (!spoilt) continue;
        expect((await looked(spoilt)).told, `${one} and ${other}`).toBe(true);
        swaps += 1;
      }
    note('tampered-cuts', {
      done: `${cuts} cuts and ${swaps} exchanges in an encrypted draft and its vault`,
      seen: 'all told',
    });
    expect(Math.min(cuts, swaps)).toBeGreaterThan(10);
  }, 600_000);
});
