import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { layDown } from '../draft.ts';
import { halfFilled } from '../half-filled.ts';
import { Journey } from '../harness.ts';
import { payloads } from '../injection.ts';
import { timesRun } from '../injection-way.ts';
import { routes } from '../routes.ts';
import { note } from './store/evidence.ts';

const seed = Number(process.env.HOMEWARD_SEED ?? 20_260_511);
const texts = payloads(seed, 5_000);

/** How the build writes content: one literal of JSON in a script. */
const literal = /JSON\.parse\((`(?:[^`\\]|\\[\s\S])*`)\)/;

/** Whatever has a space in it was written for people: an id or an address has none. */
function spoilt(value: unknown, next: () => string): unknown {
  if (typeof value === 'string') return /\s/.test(value) ? next() : value;
  if (Array.isArray(value)) return value.map((each) => spoilt(each, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoilt(each, next)]));
}

test(`5,000 texts that would run somewhere, in the words of the pack, stay texts (seed ${seed})`, async () => {
  let used = 0;
  const files = new Set<string>();
  const journey = await Journey.begin();
  await journey.context.addInitScript(() => {
    const ran: unknown[] = [];
    Object.assign(window, { ran, hit: (what: unknown) => ran.push(what) });
  });
  await journey.context.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(literal, (whole, written: string) => {
      const content = JSON.parse(runInNewContext(written) as string) as unknown;
      files.add(new URL(route.request().url()).pathname);
      const changed = spoilt(content, () => texts[used++ % texts.length] ?? '');
      return whole.replace(written, () => JSON.stringify(JSON.stringify(changed)));
    });
    await route.fulfill({ response, body });
  });
  const page = await journey.open('/#/assessments');
  page.on('dialog', (dialog) => journey.faults.push(`dialog: ${dialog.message()}`));
  await layDown(page, journey.origin, halfFilled);
  let ran = 0;
  let showing = 0;
  for (const route of Object.values(routes)) {
    await page.goto(`${journey.origin}/${route}`);
    await page.reload(); // so that each page fetches its own words
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForTimeout(300); // what an image or an animation would run comes later
    ran += await timesRun(page);
    if ((await page.getByText('hit').count()) > 0) showing += 1;
  }
  await journey.end();
  note('injection-pack', {
    done: `${used} payloads in place of every sentence of the pack, its guidance, articles and cases (${files.size} files); ${showing} of ${Object.keys(routes).length} pages show some`,
    seen: ran === 0 ? '0 executions, 0 reports of the policy' : `${ran} executions`,
    seed,
  });
  expect(ran).toBe(0);
  expect(used).toBeGreaterThan(5_000);
  expect(showing).toBeGreaterThan(20);
}, 900_000);
