import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMutated, type Tally } from '../../../src/app/files/mutations.suite.ts';
import { note } from './store/evidence.ts';

const wanted = Number(process.env.HOMEWARD_IMPORTS ?? 1_000_000);
const chunk = 10_000;
const seed = Number(process.env.HOMEWARD_SEED ?? 20_260_511);
/** One line for each chunk that is done, so that what was stopped goes on where it was. */
const folder = '.cache/soak';
const log = `${folder}/imports-${seed}.jsonl`;

test(`${wanted} broken files are read or refused, and nothing else happens`, { timeout: 3_600_000 }, async () => {
  mkdirSync(folder, { recursive: true });
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const done = lines.map((line) => JSON.parse(line) as Tally & { readonly first: number });
  const tallies: Tally[] = [...done];
  for (let first = done.length * chunk; first < wanted; first += chunk) {
    const tally: Tally = { codes: {}, slowest: 0, faults: [] };
    await readMutated(seed, first, chunk, tally);
    appendFileSync(log, `${JSON.stringify({ first, ...tally })}\n`);
    tallies.push(tally);
  }
  const codes: Record<string, number> = {};
  for (const tally of tallies)
    for (const [code, count] of Object.entries(tally.codes)) codes[code] = (codes[code] ?? 0) + count;
  const slowest = Math.max(...tallies.map((tally) => tally.slowest));
  const faults = tallies.flatMap((tally) => tally.faults);
  const answers = Object.entries(codes).map(([code, count]) => `${code} ${String(count)}`);
  note('imports', {
    done: `${tallies.length * chunk} mutated imports (${answers.join(', ')}), begun with HOMEWARD_SEED`,
    seen: `${faults.length === 0 ? '0 crashes, hangs, pollution or script runs' : faults.slice(0, 5).join('; ')}; the slowest took ${Math.round(slowest)} ms`,
    seed,
  });
  expect(faults).toEqual([]);
  expect(slowest).toBeLessThan(2000);
});
