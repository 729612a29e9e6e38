import { expect, test } from 'vitest';
import { judge, mutated, small, type Seen } from '../../../src/signing/mutations.suite.ts';
import { randomFrom } from '../random.ts';
import { note } from './store/evidence.ts';

const wanted = Number(process.env.HOMEWARD_PDFS ?? 100_000);
const seed = Number(process.env.HOMEWARD_SEED ?? 20_261_122);
/** In this program's own time. */
const longestWait = 1000;

const told = ({ answers }: Seen): string =>
  Object.entries(answers)
    .map(([answer, count]) => `${answer} ${String(count)}`)
    .join(', ');

test(
  'SIG26 every byte of a small countersigned file, changed in one bit and in all',
  { timeout: 3_600_000 },
  async () => {
    const seen: Seen = { answers: {}, slowest: 0, faults: [] };
    for (const [place, byte] of small.twice.entries())
      for (const turned of [1 << (place % 8), 0xff]) {
        const changed = new Uint8Array(small.twice);
        changed[place] = byte ^ turned;
        await judge(changed, `byte ${String(place)}`, seen);
      }
    note('changed-bytes', {
      done: `each of ${String(small.twice.length)} bytes of a countersigned PDF changed twice (${told(seen)})`,
      seen:
        seen.faults.length === 0
          ? 'all told, no signature called unchanged over another byte'
          : seen.faults.slice(0, 5).join('; '),
    });
    expect(seen.faults).toEqual([]);
    expect(seen.answers.intact).toBe(undefined);
  },
);

test(`SIG17 ${String(wanted)} files that were changed at will`, { timeout: 3_600_000 }, async () => {
  const random = randomFrom(seed);
  const seen: Seen = { answers: {}, slowest: 0, faults: [] };
  for (let count = 0; count < wanted; count++)
    await judge(mutated(random, [small.base, small.once, small.once, small.twice]), `file ${String(count)}`, seen);
  note('changed-pdfs', {
    done: `${String(wanted)} mutated PDFs (${told(seen)}), begun with HOMEWARD_SEED`,
    seen: `${seen.faults.length === 0 ? '0 crashes, hangs or false “unchanged”' : seen.faults.slice(0, 5).join('; ')}; the slowest took ${seen.slowest.toFixed(0)} ms`,
    seed,
  });
  expect(seen.faults).toEqual([]);
  expect(seen.slowest).toBeLessThan(longestWait);
});
