import { afterEach, beforeEach, expect, test } from 'vitest';
import { accessibilityFaults, Journey } from './harness.ts';
import { begin, heading, twoAndTwo } from './steps.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await Journey.begin({ width: 360, height: 740 });
});
afterEach(() => journey.end());

test('settings say what is kept and for how long, and find out whether this computer keeps it', async () => {
  let page = await journey.open();
  await begin(page, journey.origin, twoAndTwo);
  expect(await page.getByText('Copy in a file: none').count()).toBe(1);
  await page.goto(`${journey.origin}/#/settings`);
  await heading(page, 'Settings');
  await page.getByText('Drafts on this computer: 1').waitFor();
  expect(await page.locator('[data-persisted]').count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('Days without a change').fill('91');
  await page.keyboard.press('Enter');
  await page.getByText('Enter a whole number from 7 to 90').waitFor();
  await page.getByLabel('Days without a change').fill('7');
  await page.keyboard.press('Enter');
  await page.getByText('Remembered on this computer.').waitFor();

  await page.getByRole('button', { name: 'Begin the check' }).click();
  await page.locator('[data-restart="waiting"]').waitFor();
  await page.reload();
  await page.locator('[data-restart="waiting"]').waitFor();
  await page.close();
  page = await journey.open('/#/settings');
  await page.locator('[data-restart="kept"]').waitFor();
  await page.goto(`${journey.origin}/#/assessments`);
  await page.getByText('Look at it again by').waitFor();
});
