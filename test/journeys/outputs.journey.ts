import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layDown, restingDraft } from './draft.ts';
import { quillfeather } from './guidance.ts';
import { Journey } from './harness.ts';

const draft = quillfeather();
const base = `#/assessments/${draft.id}/output`;
const reason = /It will safeguard|return can go ahead over ten weeks/;
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open('/#/assessments');
  await layDown(page, journey.origin, draft);
});
afterAll(() => journey.end());

test('what is kept out is in no copy, and stays kept', async () => {
  await page.goto(`${journey.origin}/${base}/partners`);
  await page.getByText(reason).waitFor();
  await page.getByRole('link', { name: 'What to keep out of copies' }).click();
  await page.locator('[id="keep:decision-3-reason~juniper"]').selectOption('confidential');
  await page.getByRole('link', { name: 'Copies and forms to hand out' }).click();
  await page.getByRole('link', { name: 'Summary for partners' }).click();
  await page.getByText('Kept out so far: answers 1').waitFor();
  expect(await page.getByText(reason).count()).toBe(0);
  await expect
    .poll(async () => (await restingDraft(page, draft.id)).sharing?.kept)
    .toEqual({
      'decision-3-reason~juniper': 'confidential',
    });

  // Nobody goes on from a part as if it were the whole.
  const copy = await journey.save(page, () => page.getByRole('button', { name: 'Save as PDF' }).click());
  await page.goto(`${journey.origin}/#/verify`);
  await page
    .getByLabel('Choose the PDF, or drop it here')
    .setInputFiles({ name: copy.name, mimeType: 'application/pdf', buffer: Buffer.from(copy.bytes) });
  await page.getByText('with only a part of the assessment in it').waitFor();
  expect(await page.getByRole('button', { name: /^Go on|^Sign|^Bring/ }).count()).toBe(0);
});

test('the words of a version for a child are changed, kept, and saved as PDF and as Word', async () => {
  await page.goto(`${journey.origin}/${base}/child`);
  await page.getByLabel('Opening words').fill('The multidisciplinary determination necessitates consideration.');
  await page.getByText('too hard').first().waitFor();
  await page.getByLabel('Opening words').fill('This is for you, and only for you.');
  await page.getByLabel('Opening words').blur();
  await page.reload();
  await expect.poll(() => page.getByLabel('Opening words').inputValue()).toBe('This is for you, and only for you.');
  const pdf = await journey.save(page, () => page.getByRole('button', { name: 'Save as PDF' }).click());
  expect(pdf.name).toMatch(/^homeward-for-a-child-\d{4}-\d\d-\d\d-\d{4}\.pdf$/);
  await page.getByText('Saved by your browser').waitFor();
  const word = await journey.save(page, () => page.getByRole('button', { name: 'Save as Word' }).click());
  const files = unzipSync(word.bytes);
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('This is for you, and only for you.');
  expect(strFromU8(files['word/header1.xml'] ?? new Uint8Array())).toContain('TRAINING');
});

test('a part is copied as formatted and as plain text, and says that it is training', async () => {
  await journey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${journey.origin}/${base}/paste`);
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  await page.getByText('It stays on the clipboard').waitFor();
  const [types, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = await (await item?.getType('text/plain'))?.text();
    return [item?.types, text] as const;
  });
  expect(types).toEqual(expect.arrayContaining(['text/plain', 'text/html']));
  expect(plain).toMatch(/^TRAINING\n/);
});

test('a table for others holds nothing that is kept out, and one for our own records does', async () => {
  await page.goto(`${journey.origin}/${base}/data`);
  await page.getByText(/^Left out: \d+ questions/).waitFor();
  const csv = async (): Promise<string> => {
    const { name, bytes } = await journey.save(page, () => page.locator('[data-save=csv]').click());
    expect(name).toMatch(/^homeward-answers-(whole|reduced)-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    return strFromU8(bytes);
  };
  const told = (text: string): boolean => text.includes('decision-3-reason') && text.includes(',juniper,');
  const [less] = [await csv()];
  await page.getByLabel('For our own records').check();
  const all = await csv();
  expect([told(all), /decision-3-reason,[^\n]*,juniper,/.test(less)]).toEqual([true, false]);
  expect(less.length).toBeLessThan(all.length);
});
