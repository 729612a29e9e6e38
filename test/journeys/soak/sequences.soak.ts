import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sequences } from '../../../src/store/model.suite.ts';

const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

test('nothing called saved is lost, in 10,000 sequences', { timeout: 1_800_000 }, async () => {
  console.log(`Sequences from MODEL_SEED=${String(seed)}`);
  const tally = await sequences(10_000, seed);
  console.log(JSON.stringify(tally));
  for (const [what, times] of Object.entries(tally)) expect([what, times > 400]).toEqual([what, true]);
});
