import { expect, test } from 'vitest';
import { roundTrips } from '../../../src/app/signed/round-trip.suite.ts';
import { note } from './store/evidence.ts';

const seed = Number(process.env.ROUND_TRIP_SEED ?? Date.now() % 2 ** 31);
const runs = 1_000;

test(
  'an assessment comes out of a PDF that two people signed as it was published',
  { timeout: 1_800_000 },
  async () => {
    let whole = 0;
    for await (const { put, held, again, signatories } of roundTrips(runs, seed)) {
      expect(held).toEqual(put.assessment);
      if (again) expect(again).toEqual(put);
      whole += again ? 1 : 0;
      expect(signatories).toEqual(['Tansy Holloway', 'Hazel Quartermaine']);
    }
    note('round-trips', {
      done: `${String(runs)} assessments by chance (${String(whole)} of all stages) through a PDF with two signatures and out again, begun with ROUND_TRIP_SEED`,
      seen: '0 differences',
      seed,
    });
  },
);
