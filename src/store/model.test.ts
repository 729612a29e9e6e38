import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sequences } from './model.suite.ts';

const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

test(`ST1 ST4 ST6 ST44 nothing called saved is lost, in 500 sequences (MODEL_SEED=${String(seed)})`, async () => {
  const tally = await sequences(500, seed);
  // The sequences must have met what they are for.
  for (const [what, times] of Object.entries(tally)) expect([what, times > 20]).toEqual([what, true]);
}, 60_000);
