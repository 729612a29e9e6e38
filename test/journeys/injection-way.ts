import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/model/assessment.ts';
import { Journey } from './harness.ts';
import { halfFilled } from './half-filled.ts';
import { layDown } from './draft.ts';

/** A journey that remembers when something of a text was run, and takes a dialog for a fault. */
export async function watchful(): Promise<{ readonly journey: Journey; readonly page: Page }> {
  const journey = await Journey.begin();
  await journey.context.addInitScript(() => {
    const ran: unknown[] = [];
    Object.assign(window, { ran, hit: (what: unknown) => ran.push(what) });
  });
  const page = await journey.open('/#/assessments');
  page.on('dialog', (dialog) => journey.faults.push(`dialog: ${dialog.message()}`));
  await layDown(page, journey.origin, halfFilled);
  return { journey, page };
}

/** How often a text was run since the page was loaded. */
export const timesRun = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { ran: unknown[] }).ran.length);

/** Opens `assessment` as a file of that name, compares it, keeps it, reads it as a reviewer, and looks at its pages. */
export async function throughThePages(page: Page, assessment: Assessment, name: string): Promise<void> {
  const file = {
    name: `${name.replaceAll('/', '∕')}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(assessment)),
  };
  const go = async (hash: string): Promise<void> => {
    // A route is changed and not the page, so that what ran would be remembered.
    await page.evaluate((to) => (location.hash = to), hash);
  };
  await go('#/open');
  await page.locator('[id="door:file"]').setInputFiles(file);
  await page.locator('homeward-page-open summary').click();
  await page.getByText('Here', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Add as a draft of its own' }).click();
  const href = (await page.getByRole('link', { name: 'Go to it' }).getAttribute('href')) ?? '';
  await go('#/review');
  await page.locator('[id="door:file"]').setInputFiles(file);
  await page.locator('.hw-report').waitFor();
  for (const [to, shows] of [
    ['', 'homeward-people-list summary'],
    ['/case-setup', '[data-section="case-setup"] .hw-question'],
    ['/child-voice', '[data-section="child-voice"] .hw-question'],
    ['/check/stage-1-assess', '.hw-report'],
    ['/output/comments', '.hw-comment'],
    ['/output/factors', 'homeward-page-factors h1'],
    ['/output/dates', 'homeward-page-dates h1'],
    ['/sign/stage-1-assess', 'homeward-page-sign form'],
  ] as const) {
    await go(href + to);
    await page.locator(shows).first().waitFor();
  }
  await go('#/assessments');
  await page.getByRole('heading', { level: 1 }).waitFor();
}
