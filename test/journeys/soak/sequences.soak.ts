import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { plainGround, sealedGround, sequences } from '../../../src/store/model.suite.ts';
import { note } from './store/evidence.ts';

const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

test.each([
  ['plain', 8_000, plainGround],
  ['sealed', 2_000, sealedGround],
] as const)(
  'nothing called saved is lost: a %s vault in %i sequences',
  { timeout: 1_800_000 },
  async (kind, runs, ground) => {
    const tally = await sequences(ground, runs, seed);
    const steps = Object.entries(tally).map(([what, times]) => `${what} ${String(times)}`);
    note(`sequences-${kind}`, {
      done: `${runs} model sequences against a ${kind} vault (${steps.join(', ')}), begun with MODEL_SEED`,
      seen: '0 divergences',
      seed,
    });
    for (const [what, times] of Object.entries(tally)) expect([what, times > runs / 25]).toEqual([what, true]);
  },
);
