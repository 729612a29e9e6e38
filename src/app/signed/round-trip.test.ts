import { expect, test, vi } from 'vitest';
import { roundTrips } from './round-trip.suite.ts';

vi.setConfig({ testTimeout: 60_000 });

test('an assessment comes out of a PDF that two people signed as it was published: 40 by chance', async () => {
  const whole: boolean[] = [];
  for await (const { put, held, again, signatories } of roundTrips(40, 20260302)) {
    expect(held).toEqual(put.assessment);
    if (again) expect(again).toEqual(put);
    expect(signatories).toEqual(['Tansy Holloway', 'Hazel Quartermaine']);
    whole.push(again !== null);
  }
  expect(whole).toHaveLength(40);
  expect(new Set(whole)).toEqual(new Set([true, false]));
});
