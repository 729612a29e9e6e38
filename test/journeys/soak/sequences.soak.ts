import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { plainGround, sealedGround, sequences } from '../../../src/store/model.suite.ts';

const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

test.each([
  ['plain', 8_000, plainGround],
  ['sealed', 2_000, sealedGround],
] as const)(
  'nothing called saved is lost: a %s vault in %i sequences',
  { timeout: 1_800_000 },
  async (kind, runs, ground) => {
    const tally = await sequences(ground, runs, seed);
    console.log(`${kind}, MODEL_SEED=${String(seed)}: ${JSON.stringify(tally)}`);
    for (const [what, times] of Object.entries(tally)) expect([what, times > runs / 25]).toEqual([what, true]);
  },
);
