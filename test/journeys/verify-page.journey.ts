import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaced, signedTwice, worker } from '../../src/signing/signed-pdf.suite.ts';
import { accessibilityFaults, launch } from './harness.ts';

let profile: string;
let context: BrowserContext;
const requests: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'homeward-verify-page-'));
  context = await launch(profile, { whole: true });
  context.setDefaultTimeout(10_000);
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

test('one file from a disk says of a good and of a changed PDF what it says in the app, and asks for nothing else', async () => {
  const good = await signedTwice();
  const goodFile = join(profile, 'good.pdf');
  const changedFile = join(profile, 'changed.pdf');
  await writeFile(goodFile, good);
  await writeFile(changedFile, replaced(good, '841.89', '841.88'));

  const page = await context.newPage();
  const address = pathToFileURL(resolve('dist/verify.html')).href;
  await page.goto(address);
  await page.getByText('I have a council’s list of keys').click();
  await page.getByLabel('Fingerprints, one a line').fill(worker.fingerprint);
  await page.getByText('Keys on the list: 1.').waitFor();

  const input = page.getByLabel('Choose the PDF, or drop it here');
  await input.setInputFiles(goodFile);
  await page.locator('[data-verdict="sound"]').waitFor();
  await page.getByText('Yes. The key is on the list and made this signature.').waitFor();
  await input.setInputFiles(changedFile);
  await page.locator('[data-verdict="changed"]').waitFor();
  expect(await page.getByText('No. The file is not what was signed.').count()).toBe(2);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Cymraeg' }).click();
  await page.getByText('Nid fel y llofnodwyd hi', { exact: true }).waitFor();
  expect(requests.filter((each) => each !== address && !each.startsWith('data:'))).toEqual([]);
  expect(faults).toEqual([]);
});
