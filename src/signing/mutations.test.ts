import { expect, test, vi } from 'vitest';
import { randomFrom } from '../../test/journeys/random.ts';
import { judge, mutated, placesWorthChanging, small, type Seen } from './mutations.suite.ts';

// Thousands of files are verified in one test.
vi.setConfig({ testTimeout: 60_000 });

const seed = Number(process.env.SEED ?? 20_261_122);
/** In this program's own time. */
const longestWait = 500;
const nothingSeen = (): Seen => ({ answers: {}, slowest: 0, faults: [] });

test(`SIG26 1,500 bytes that change are found, wherever they are (SEED=${String(seed)})`, async () => {
  const random = randomFrom(seed);
  const seen = nothingSeen();
  for (let count = 0; count < 1500; count++) {
    const file = count % 3 === 0 ? small.twice : small.once;
    const places = placesWorthChanging(file);
    const place = places[Math.floor(random() * places.length)] ?? 0;
    const changed = new Uint8Array(file);
    changed[place] = (changed[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    await judge(changed, `byte ${String(place)}`, seen);
  }
  console.log(`SEED=${String(seed)}: ${JSON.stringify(seen.answers)}`);
  expect(seen.faults).toEqual([]);
  expect(seen.answers.intact).toBe(undefined);
  expect(Object.values(seen.answers).reduce((sum, each) => sum + each)).toBe(1500);
});

test(`SIG17 5,000 files that were changed at will are refused or told for what they are (SEED=${String(seed)})`, async () => {
  const random = randomFrom(seed);
  const seen = nothingSeen();
  for (let count = 0; count < 5000; count++)
    await judge(mutated(random, [small.base, small.once, small.once, small.twice]), `file ${String(count)}`, seen);
  console.log(`SEED=${String(seed)}: ${JSON.stringify(seen.answers)}, the slowest ${seen.slowest.toFixed(0)} ms`);
  expect(seen.faults).toEqual([]);
  expect(seen.slowest).toBeLessThan(longestWait);
  // Not everything was refused at the door.
  expect(seen.answers['not intact'] ?? 0).toBeGreaterThan(100);
});
