import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { framework, pack } from './guidance.ts';
import { accessibilityFaults, Journey } from './harness.ts';

const run = promisify(execFile);
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The pages of a PDF as text, by a tool that knows nothing of Homeward. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-handout-'));
  try {
    const file = join(folder, 'handout.pdf');
    await writeFile(file, bytes);
    await run('pdftotext', [file, join(folder, 'text')]);
    return (await readFile(join(folder, 'text'), 'utf8')).split('\f').slice(0, -1).map(squeezed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the framework', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  test('is a door from the start, each stage has an address, and all of it is a handout of two pages', async () => {
    const page = await journey.open('/');
    await page.getByRole('link', { name: 'Learn the framework' }).click();
    await page.getByRole('link', { name: '4. Checking progress and deciding' }).click();
    await page.getByRole('heading', { level: 1, name: '4. Checking progress and deciding' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/framework/stage-4-review');
    await page.getByText('Decision 3: return?').click();
    expect(await page.locator('a[href="#/guidance/decision-3"]').count()).toBe(1);
    await page.getByRole('link', { name: 'All five stages' }).click();
    // The picture leads there for a pointer as well.
    await page.locator('.hw-way--wide [data-stage="stage-2-classify"] .hw-way__number').click();
    await page.getByRole('heading', { level: 1, name: '2. Weighing it up' }).waitFor();
    await page.goto(`${journey.origin}/#/framework/stage-9`);
    await page.getByRole('heading', { level: 1, name: 'There is no page with this address.' }).waitFor();

    await page.goto(`${journey.origin}/#/framework`);
    await page.getByRole('heading', { level: 1, name: 'The five stages' }).waitFor();
    const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
    const pages = await pagesOf(await page.pdf({ format: 'A4', margin }));
    expect(pages).toHaveLength(2);
    const milestones = framework.stages.flatMap((stage) => stage.milestones);
    const decided = milestones.filter(({ kind }) => kind !== 'step');
    expect(decided).toHaveLength(6);
    const names = pack.stages.flatMap(({ plain, name }) => [plain, name]);
    const missing = (words: readonly string[], text = ''): readonly string[] =>
      words.filter((each) => !text.includes(squeezed(each)));
    expect(missing([...names, ...decided.map(({ name }) => name), 'In care', 'Home'], pages[0])).toEqual([]);
    expect(missing([...names, ...milestones.flatMap(({ name, means }) => [name, means])], pages[1])).toEqual([]);
    expect(missing(['It is not an official form of the NSPCC'], pages[1])).toEqual([]);
    // What belongs to the screen alone stays there.
    expect(pages.join('')).not.toContain('Print');

    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Y pum cam' }).waitFor();
    expect(await pagesOf(await page.pdf({ format: 'A4', margin }))).toHaveLength(2);
  });

  test('stands alone on a page of somebody else, under its policy, in the language it is given', async () => {
    journey.host(
      '/host.html',
      '<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1><homeward-framework locale="cy" stage="stage-2-classify"></homeward-framework></main>' +
        '<script type="module" src="/elements/define/homeward-framework.js"></script></html>',
    );
    const page = await journey.open('/host.html');
    await page.getByRole('heading', { level: 2, name: '2. Pwyso a mesur' }).waitFor();
    await page.getByRole('button', { name: "Pob un o'r pum cam" }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Y pum cam o ofal i gartref' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // From the heading, where the keyboard was taken, the first stop is the first stage.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { level: 2, name: '1. Cael gwybod' }).waitFor();
  });
});
