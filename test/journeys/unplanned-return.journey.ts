import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restingDraft } from './draft.ts';
import { Journey } from './harness.ts';
import { heading, idOf, openSection, saved, showAll } from './steps.ts';

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open('/#/assessments/new');
});
afterAll(() => journey.end());

test('a mother has taken her child home from section 20: safety first, her right in words, and the steps of regulation 39', async () => {
  await page.getByLabel('Training', { exact: true }).check();
  await page.getByLabel('Reference').fill('TRAINING-20');
  await page.getByLabel('Unplanned return').check();
  await page.locator('[name="children.0"]').fill('Robin Alder');
  await page.locator('[name="adults.0"]').fill('Hazel Alder');
  await page.locator('[name="adults.0.role"][value="parent"]').check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await heading(page, 'Assessment TRAINING-20');
  const id = idOf(page);

  // Whether the child is safe comes before all else, and leads to the question that is still open.
  const first = page.locator('homeward-safety-first');
  await first.getByRole('heading', { name: 'First: is each child safe now?' }).waitFor();
  await first.getByRole('link', { name: /Robin Alder: .*legal status/i }).click();
  const status = page.locator('[name^="legal-status~"][value="s20"]');
  await status.check({ force: true });
  await saved(page);
  const child = ((await status.getAttribute('name')) ?? '').replace('legal-status~', '');

  // Stage 5 is open at once: the child is at home, whatever has been decided.
  await openSection(page, journey.origin, id, 'decision-3');
  const asked = await page.locator('[data-key]').evaluateAll((all) => all.map((each) => each.getAttribute('data-key')));
  expect(asked).toContain(`cease-looked-after~${child}`);
  expect(asked).toContain('iro-view-3');
  expect(asked.filter((key) => key?.startsWith('pwp-'))).toEqual([]);
  await openSection(page, journey.origin, id, 'monitoring');
  expect(await page.locator('[data-stop]').count()).toBe(0);
  await page.locator(`[name="harm-after-return~${child}"][value="yes"]`).check({ force: true });
  await page.locator(`[data-key="harm-response~${child}"]`).waitFor();
  await saved(page);

  await page.goto(`${journey.origin}/#/assessments/${id}/output/dates`);
  await showAll(page);
  const dates = page.locator('main');
  await dates.getByText(/may take the child home at any time/).waitFor();
  await dates
    .getByText(/section 47/)
    .first()
    .waitFor();
  await dates
    .getByText(/regulation 39/i)
    .first()
    .waitFor();
  expect(await dates.innerText()).not.toMatch(/regulation 1[5789]\b/i);

  const kept = await restingDraft(page, id);
  expect(kept.answers[`legal-status~${child}`]).toMatchObject({ is: 'given', value: 's20' });
  expect(kept.answers[`harm-after-return~${child}`]).toMatchObject({ is: 'given', value: 'yes' });

  // Put off, Decision 3 asks for the day, which then stands with the others.
  await openSection(page, journey.origin, id, 'decision-3');
  await page.locator(`[name="decision-3~${child}"][value="extend"]`).check({ force: true });
  const day = page.locator(`[data-key="decision-3-until~${child}"] input`);
  const year = String(new Date().getFullYear() + 1);
  for (const [at, part] of ['12', '6', year].entries()) await day.nth(at).fill(part);
  await saved(page);
  await page.goto(`${journey.origin}/#/assessments/${id}/output/dates`);
  // A page seen before shows what was changed since.
  await expect.poll(() => dates.innerText()).toMatch(new RegExp(`Decision 3 is taken again[^]*12 June ${year}`));
});
