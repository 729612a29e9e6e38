import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { plainGround, sealedGround, sequences } from './model.suite.ts';

const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

test.each([
  ['plain', 440, plainGround, { saved: 20, refused: 20, conflicts: 20, rescued: 20, reopened: 20 }],
  // Too few for every fault to happen in each seed; the long test has them all.
  ['sealed', 60, sealedGround, { saved: 2, reopened: 2 }],
] as const)(
  `ST1 ST4 ST6 ST44 nothing called saved is lost: a %s vault in %i sequences (MODEL_SEED=${String(seed)})`,
  async (_kind, runs, ground, atLeast) => {
    const tally = await sequences(ground, runs, seed);
    // The sequences must have met what they are for.
    for (const [what, times] of Object.entries<number>(atLeast))
      expect([what, (tally[what] ?? 0) > times]).toEqual([what, true]);
  },
  60_000,
);
