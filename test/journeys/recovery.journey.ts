import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { damage } from './damage.ts';
import { layDown, restingDraft } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { atSection, heading, idOf, openSection, saved } from './steps.ts';

const [lost = '', later = ''] = halfFilled.people
  .filter(({ role }) => role === 'child')
  .map(({ id }) => `reasons-for-care~${id}`);

let journey: Journey;
beforeEach(async () => {
  journey = await Journey.begin();
});
afterEach(() => journey.end());

describe('ST41 ST42 a draft of which a step in the middle is gone', () => {
  test('says so, is read, is saved to a file, and goes on as a new draft', async () => {
    const page = await journey.open();
    await layDown(page, journey.origin, halfFilled);
    await openSection(page, journey.origin, halfFilled.id, 'family-history');
    for (const [name, text] of [
      [lost, 'Lost with the step in the middle'],
      [later, 'Written after the missing step'],
    ] as const) {
      const control = page.locator(`[name="${name}"]`);
      await control.fill(text);
      await control.blur();
      await saved(page);
    }
    await damage(page, halfFilled.id, [{ store: 'journal', from: 2, to: 2, how: 'delete' }]);

    await heading(page, 'Some changes in the middle of this draft are missing.');
    await page.getByText('Written after the missing step').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const report = await journey.save(page, () =>
      page.getByRole('button', { name: 'Save this report as text' }).click(),
    );
    const text = new TextDecoder().decode(report.bytes);
    expect(text).toContain('You did nothing wrong.');
    expect(text).toContain('Written after the missing step');
    const file = await journey.save(page, () =>
      page.getByRole('button', { name: 'Save what can be read to a file' }).click(),
    );
    const copy = JSON.parse(new TextDecoder().decode(file.bytes)) as Assessment;
    expect(copy.answers[later]).toEqual({ is: 'given', value: 'Written after the missing step' });

    await page.goto(`${journey.origin}/#/assessments`);
    await page.locator('[data-hurt]').waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Open it to read and print' }).click();
    await page.locator('[data-read-only="damaged"]').waitFor();
    expect(await page.locator('[data-saving]').count()).toBe(0);
    await atSection(page, 'family-history');
    expect(await page.locator(`[name="${lost}"]`).isEditable()).toBe(false);

    await page.getByRole('button', { name: 'What can be done about it' }).click();
    await page.getByRole('button', { name: 'Go on from here as a new draft' }).click();
    await heading(page, 'Assessment');
    const id = idOf(page);
    expect(id).not.toBe(halfFilled.id);
    await openSection(page, journey.origin, id, 'family-history');
    await page.locator(`[name="${lost}"]`).fill('Typed again');
    await page.locator(`[name="${lost}"]`).blur();
    await saved(page);
    const made = await restingDraft(page, id);
    expect(made.answers[later]).toEqual({ is: 'given', value: 'Written after the missing step' });
    expect(made.answers[lost]).toEqual({ is: 'given', value: 'Typed again' });
    expect(made.history.find(({ salvaged }) => salvaged)?.salvaged).toEqual({
      how: 'read',
      draft: halfFilled.id,
      revision: 1,
    });
  });
});
