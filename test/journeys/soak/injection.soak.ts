import { expect, test } from 'vitest';
import { halfFilled } from '../half-filled.ts';
import { injected, payloads } from '../injection.ts';
import { throughThePages, timesRun, watchful } from '../injection-way.ts';
import { note } from './store/evidence.ts';

const seed = Number(process.env.HOMEWARD_SEED ?? 20_260_511);

test(`5,000 texts that would run somewhere stay texts (seed ${seed})`, { timeout: 600_000 }, async () => {
  const { journey, page } = await watchful();
  let used = 0;
  for (let part = 0; part < 10; part += 1) {
    const texts = payloads(seed + part, 500);
    const made = injected(halfFilled, texts);
    used += made.used;
    await throughThePages(page, made.assessment, texts[0] ?? '');
    expect(await timesRun(page), `seed ${seed + part}`).toBe(0);
  }
  await journey.end();
  note('injection', {
    done: `5,000 payloads in ${used} fields and in file names, begun with HOMEWARD_SEED`,
    seen: '0 executions, 0 reports of the policy',
    seed,
  });
});
