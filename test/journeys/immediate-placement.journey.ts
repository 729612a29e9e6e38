import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/model/assessment.ts';
import { layDown } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { showAll } from './steps.ts';

const [child] = halfFilled.people.filter(({ role }) => role === 'child');
if (!child) throw new Error('the case has no child');
const { id } = child;

/** Placed under a care order far ahead, before the assessment was complete: no day of it has passed while this runs. */
const placed: Assessment = {
  ...halfFilled,
  answers: {
    ...halfFilled.answers,
    [`legal-status~${id}`]: { is: 'given', value: 's31' },
    [`decision-3~${id}`]: { is: 'given', value: 'return-now' },
    [`pwp-route~${id}`]: { is: 'given', value: 'immediate' },
    [`return-date~${id}`]: { is: 'given', value: '2095-05-02' },
  },
};

let journey: Journey;
let page: Page;
beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open();
  await layDown(page, journey.origin, placed);
});
afterAll(() => journey.end());

test('an immediate placement has both its days, with rule and source, on screen, on paper and in a calendar', async () => {
  await page.goto(`${journey.origin}/#/assessments/${placed.id}`);
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
  expect(calendar).toContain(placed.reference);
  for (const { name } of placed.people) if (name) expect(calendar).not.toContain(name.split(' ')[0]);

  await page.goto(`${journey.origin}/#/assessments/${placed.id}/check/stage-4-review`);
  await showAll(page);
  await page.getByText('By 16 May 2095.').waitFor();
  await page.getByText('By 31 May 2095.').waitFor();
});
