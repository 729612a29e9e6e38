import { expect, test } from 'vitest';
import { readAssessment } from '../../src/content/read-assessment.ts';
import { pack } from './guidance.ts';
import { halfFilled } from './half-filled.ts';
import { injected, payloads } from './injection.ts';
import { throughThePages, timesRun, watchful } from './injection-way.ts';

const seed = Number(process.env.HOMEWARD_SEED ?? Date.now() % 1_000_000);

test(`500 texts that would run somewhere stay texts (seed ${seed})`, { timeout: 60_000 }, async () => {
  const texts = payloads(seed, 500);
  const { assessment, used } = injected(halfFilled, texts);
  expect(used).toBeGreaterThan(500);
  expect(readAssessment(new TextEncoder().encode(JSON.stringify(assessment)), pack)).toMatchObject({ ok: true });
  const { journey, page } = await watchful();
  await throughThePages(page, assessment, texts[0] ?? '');
  expect(await timesRun(page)).toBe(0);
  // Throws for every report of the policy, every request elsewhere and every error too.
  await journey.end();
});
