import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nextChanges, nextVersion } from '../fixtures/next-version.ts';
import { layDown, restingDraft } from './draft.ts';
import { pack, quillfeather } from './guidance.ts';
import { accessibilityFaults, Journey } from './harness.ts';

const next = pack.version + 1;
const assets = 'dist/site/assets';
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const holding = (...texts: readonly string[]): string => {
  const found = scripts.filter((name) => {
    const script = readFileSync(`${assets}/${name}`, 'utf8');
    return texts.every((text) => script.includes(text));
  });
  if (found.length !== 1) throw new Error(`${found.join(', ')} hold ${texts.join(' and ')}`);
  return found[0] ?? '';
};

/** Makes the site what it is once the next version has been released: this one is an earlier one then, from where it is frozen. */
async function release(journey: Journey): Promise<void> {
  const json = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
  const serve = (name: string, body: string): Promise<unknown> =>
    journey.context.route(`${journey.origin}/assets/${name}`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
  const frozen = JSON.parse(readFileSync(`guidance/released/sparf-${String(pack.version)}.json`, 'utf8')) as {
    readonly packs: { readonly en: unknown };
  };
  await serve(
    holding(pack.structureHash, '"locale":"en"'),
    `export default ${json(nextVersion({ ...pack, complete: false }))};`,
  );
  await serve(
    holding(' as released'),
    `export const released = { 'sparf/${String(pack.version)}/en': () => import('./first.js') };`,
  );
  await serve('first.js', `export default ${json(frozen.packs.en)};`);
}

interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly }[];
}

/** What was painted of the list of tasks and then moved, by where it was. */
const moved = (page: Page): Promise<readonly DOMRectReadOnly[]> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const all = (observer.takeRecords() as Shift[]).flatMap(({ sources }) => sources.map((each) => each.previousRect));
    // Beside the list more comes later, the foot of the page goes down, and the bar above gets its button.
    return all.filter(({ x, y, width }) => x < innerWidth / 2 && y > 60 && width < innerWidth);
  });

test('an assessment stays on its version, is moved to the next one after a look at what changes, and goes back', async () => {
  const journey = await Journey.begin();
  const page = await journey.open();
  const draft = { ...quillfeather(), id: 'older', reference: 'TRAINING-7' };
  await layDown(page, journey.origin, draft);
  await release(journey);
  await page.goto(`${journey.origin}/#/assessments/older`);
  await page.reload();

  await page.getByText(`There is a newer version of the questions (version ${String(next)})`).waitFor();
  await page.getByText('Find in this draft').waitFor();
  expect(await moved(page)).toEqual([]);
  await page.getByRole('link', { name: 'See what would change' }).click();
  await page.getByRole('heading', { name: 'Version of the questions' }).waitFor();
  const part = (how: string): Promise<string> => page.locator(`[data-how="${how}"]`).innerText();
  expect(await part('new')).toMatch(/What would the child tell the court\?\s+The child's voice\. Needs an answer/);
  expect(await part('reworded')).toMatch(/Before\s[^]*Now\s+Where does the child want to live\?[^]*Juniper[^]*Moss/);
  expect(await part('retired')).toMatch(/Kept with the assessment, and not printed:/);
  expect(await part('changed')).toMatch(/“Smoke alarm” is asked in each row as well\.[^]*The choice “[^”]+” is gone\./);
  expect(await part('aside')).toContain('Answers that no longer fit (1)');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await restingDraft(page, 'older')).toEqual(draft);

  await page.getByRole('button', { name: `Move to version ${String(next)}` }).press('Enter');
  await page.getByText(`This assessment is on version ${String(next)} now.`).waitFor();
  expect(await page.evaluate(() => document.querySelector('homeward-app')?.shadowRoot?.activeElement?.tagName)).toBe(
    'H1',
  );
  expect((await restingDraft(page, 'older')).pack.version).toBe(next);
  await page.goto(`${journey.origin}/#/assessments/older/child-voice`);
  await page.getByText('Where does the child want to live?').first().waitFor();
  await page.goto(`${journey.origin}/#/assessments/older`);
  await page.getByRole('link', { name: 'See what was put aside, or go back' }).click();
  await page.getByText('exactly the assessment as it was before').waitFor();
  expect(await part('put-away')).toContain('(2)');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: `Go back to version ${String(pack.version)}` }).press('Enter');
  await page.getByText(`This assessment is on version ${String(pack.version)} again.`).waitFor();
  expect(await restingDraft(page, 'older')).toEqual(draft);

  // Read for comments, it is what whoever sent it sees.
  await page.goto(`${journey.origin}/#/review`);
  const file = { name: 'homeward.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(draft)) };
  await page.getByLabel('Choose the file, or drop it here').setInputFiles(file);
  await page.getByRole('heading', { name: 'Assessment TRAINING-7' }).waitFor();
  const read = await page.locator('main').innerText();
  for (const { id, label } of pack.questions)
    if (id === nextChanges.retired || id === nextChanges.reworded) expect(read).toContain(label);
  await journey.end();
});
