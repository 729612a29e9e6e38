import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/model/assessment.ts';
import { layDown } from './draft.ts';
import { quillfeather } from './guidance.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { openSection, saved, showAll } from './steps.ts';

const draft = quillfeather();
const [child] = draft.people.filter(({ role }) => role === 'child');
if (!child) throw new Error('the case has no child');
const { id } = child;

/** Under a care order, and before anybody has approved. The day of the move is far ahead: none of its days has passed while this runs. */
const atStage4: Assessment = {
  ...draft,
  id: 'at-once',
  answers: Object.fromEntries(
    Object.entries(draft.answers).filter(
      ([key]) => ![`pwp-route~${id}`, `approval-nominated-officer~${id}`].includes(key),
    ),
  ),
};

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open();
  await layDown(page, journey.origin, atStage4);
});
afterAll(() => journey.end());

test('an immediate placement has both its days, with rule and source, on screen, on paper and in a calendar', async () => {
  // The law stops the plan until the route is chosen and its reason written.
  const stopped = page.locator('[data-stop]').filter({ hasText: child.name });
  await openSection(page, journey.origin, atStage4.id, 'return-plan');
  await stopped.waitFor();
  for (const [part, text] of Object.entries({ day: '2', month: '5', year: '2095' }))
    await page.locator(`[name="return-date~${id}.${part}"]`).fill(text);
  await openSection(page, journey.origin, atStage4.id, 'decision-3');
  await page.locator(`[name="pwp-route~${id}"][value="immediate"]`).check({ force: true });
  await page.locator(`[name="pwp-route~${id}.note"]`).fill('Damson Pell was taken to hospital this morning.');
  await saved(page);
  await openSection(page, journey.origin, atStage4.id, 'return-plan');
  await stopped.waitFor({ state: 'detached' });

  await page.goto(`${journey.origin}/#/assessments/${atStage4.id}`);
  await page.getByRole('link', { name: 'Dates and approvals' }).click();
  await showAll(page);
  const theirs = page.locator(`[data-part$=":${child.id}"]`);
  await theirs.getByText('Within ten working days of the start').waitFor();
  // 2 May 2095 is a Monday and a bank holiday; so is the 30th.
  const clocks = theirs.locator('dd').filter({ hasText: 'regulation 19' });
  expect(await clocks.allInnerTexts()).toEqual([
    expect.stringMatching(/^By 16 May 2095\..*Counted from 2 May 2095\..*Check with your legal team\./s),
    expect.stringMatching(/^By 31 May 2095\..*Check with your legal team\./s),
  ]);
  await theirs.getByRole('link', { name: 'Is this a planned placement or an immediate one?' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  const file = await journey.save(page, () => page.getByRole('button', { name: /calendar/ }).click());
  const calendar = new TextDecoder().decode(file.bytes).replaceAll('\r\n ', '');
  expect(file.name).toMatch(/^homeward-dates-\d{4}-\d\d-\d\d-\d{4}\.ics$/);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20950516');
  expect(calendar).toContain(atStage4.reference);
  for (const { name } of atStage4.people) if (name) expect(calendar).not.toContain(name.split(' ')[0]);

  await page.goto(`${journey.origin}/#/assessments/${atStage4.id}/check/stage-4-review`);
  await showAll(page);
  await page.getByText('By 16 May 2095.').waitFor();
  await page.getByText('By 31 May 2095.').waitFor();
});
