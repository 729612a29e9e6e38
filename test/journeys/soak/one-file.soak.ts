import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../../src/exchange/age-file.ts';
import { verifyPdf } from '../../../src/signing/verify.ts';
import { launch, tellViolations } from '../harness.ts';
import { heading } from '../steps.ts';
import { note } from './store/evidence.ts';

const address = pathToFileURL(resolve('dist/homeward.html')).href;
const phrase = 'tree lamp river nine hollow';
const requests: string[] = [];
const faults: string[] = [];
let profile: string;
let context: BrowserContext;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'homeward-one-file-'));
  context = await launch(profile, {});
  context.setDefaultTimeout(20_000);
  await context.addInitScript(tellViolations);
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(error.error().message));
});
afterAll(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function saved(page: Page, act: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return new Uint8Array(await readFile(await download.path()));
}

test(
  'the one file from a disk opens a case, changes it, signs it, and saves it in an age file',
  { timeout: 120_000 },
  async () => {
    const page = await context.newPage();
    await page.goto(`${address}#/training/quillfeather`);
    await page.getByRole('button', { name: 'Open it with the model answers' }).click();
    await heading(page, 'Assessment');
    await page.getByText('Nothing is kept when this page closes.').waitFor();
    const draft = new URL(page.url()).hash;
    // Nothing is said to be kept where nothing is.
    for (const route of ['#/', '#/settings']) {
      await page.goto(`${address}${route}`);
      await page.locator('h1').waitFor();
      expect(await page.getByText('encrypted with your passphrase').count()).toBe(0);
    }
    await page.getByText('What you write is on this page only').waitFor();

    await page.goto(`${address}${draft}/output/copy`);
    await page.getByLabel('Your name or team').fill('Team Tarn');
    await page.getByLabel('Passphrase for this file').fill(phrase);
    const copy = await saved(page, () => page.getByRole('button', { name: 'Save the file' }).click());
    const opened = await open(copy, { passphrase: phrase });
    expect(opened.ok).toBe(true);

    await page.goto(`${address}${draft}/check/stage-1-assess`);
    await page.getByRole('button', { name: 'Go on to sign' }).click();
    await heading(page, 'Sign and save the PDF');
    await page.getByLabel('Your name').fill('Tansy Holloway');
    await page.getByLabel('Your organisation').fill('Thistlebridge Council');
    await page.getByLabel('Your mark, typed').fill('T. Holloway');
    const paper = await saved(page, () => page.getByRole('button', { name: 'Sign and save the PDF' }).click());
    await heading(page, 'Signed and saved');
    const verified = await verifyPdf(paper);
    if (!verified.ok) throw new Error(verified.problems[0].code);
    expect(verified.value.intact).toBe(true);

    // A new sitting begins with nothing, and with the file goes on where the last one ended.
    await page.goto('about:blank');
    await page.goto(`${address}#/open`);
    const input = page.getByLabel('Choose the file, or drop it here');
    await input.setInputFiles({
      name: 'homeward.age',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(copy),
    });
    await page
      .getByLabel(/passphrase/i)
      .first()
      .fill(phrase);
    await page.getByRole('button', { name: /open/i }).first().click();
    await page.getByText('Team Tarn').first().waitFor();

    expect(requests.filter((each) => !each.startsWith(address) && !/^(?:data|blob):/.test(each))).toEqual([]);
    expect(faults).toEqual([]);
    note('one-file', {
      done: 'the one file from a disk, in Chromium: a case opened, changed, saved in an age file, signed, and gone on with from the file',
      seen: 'the signature holds, what was written is there; 0 requests elsewhere, 0 reports of the policy',
    });
  },
);
