import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layDown } from './draft.ts';
import { caseDraft } from './guidance.ts';
import { halfFilled } from './half-filled.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { focusOf, tabTo } from './keyboard.ts';
import { heading, showAll } from './steps.ts';

const draft = caseDraft('quillfeather');

describe('long pages on a telephone', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin({ width: 360, height: 800 });
    page = await journey.open('/#/assessments');
    for (const each of [draft, halfFilled]) await layDown(page, journey.origin, each);
  });
  afterAll(() => journey.end());

  const goTo = (what: string): Promise<unknown> => page.goto(`${journey.origin}/#/assessments/${draft.id}/${what}`);
  const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
  const shown = (selector: string): Promise<readonly boolean[]> =>
    page.locator(selector).evaluateAll((all) => all.map((each) => each.checkVisibility()));

  test('a stage is seen whole on two screens, opens part by part, and is found again as it was left', async () => {
    await goTo('check/stage-1-assess');
    await heading(page, 'Check answers');
    const part = page.locator('[data-part="case-setup~"]');
    await part.waitFor();
    expect(await height()).toBeLessThan(3 * 800);
    expect(new Set(await shown('.hw-part__body h4'))).toEqual(new Set([false]));

    await tabTo(page, ({ words }) => words.startsWith('About this assessment'));
    await page.keyboard.press('Enter');
    await part.locator('h4').first().waitFor();
    expect(await page.locator('.hw-part__open[aria-expanded="true"]').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);

    await part.getByRole('link', { name: 'Change' }).first().click();
    await page.locator('[data-section="case-setup"]').waitFor();
    await page.goBack();
    await part.locator('h4').first().waitFor();

    await page.emulateMedia({ media: 'print' });
    expect(new Set(await shown('.hw-part__body h4'))).toEqual(new Set([true]));
    await page.emulateMedia({ media: 'screen' });
    await showAll(page);
    expect(new Set(await shown('.hw-part__body h4'))).toEqual(new Set([true]));
  });

  test.each(['output/factors', 'output/progress', 'output/dates'])(
    '%s says in brief what it holds, and all of it on paper',
    async (what) => {
      await goTo(what);
      await page.locator('[data-show-all]').waitFor();
      expect(await height()).toBeLessThan(3 * 800);
      const inside = what === 'output/factors' ? '.hw-matrix__row' : '.hw-part__body > *';
      await page.locator(inside).first().waitFor({ state: 'attached' });
      expect(new Set(await shown(inside))).toEqual(new Set([false]));
      await page.emulateMedia({ media: 'print' });
      expect(new Set(await shown(inside))).toEqual(new Set([true]));
      await page.emulateMedia({ media: 'screen' });
      await showAll(page);
      expect(new Set(await shown(inside))).toEqual(new Set([true]));
    },
  );

  test('the rounds are seen side by side with the class of each, and open one table at a time', async () => {
    await goTo('output/rounds');
    await page.locator('[data-part="children"]').waitFor();
    expect(await height()).toBeLessThan(2.6 * 800);
    expect(await page.locator('[data-part="classes"] > ul > li').allInnerTexts()).toEqual([
      expect.stringContaining('Round 1:'),
      expect.stringMatching(/Round 2:.*Medium/s),
      expect.stringMatching(/Round 3:.*Low/s),
    ]);
    expect(new Set(await shown('.hw-side-by-side'))).toEqual(new Set([false]));
    await page.locator('[data-part="factors"] button').click();
    expect(await shown('.hw-side-by-side')).toEqual([false, true, false]);
  });

  test('what is missing leads to the very box', async () => {
    await page.goto(`${journey.origin}/#/assessments/${halfFilled.id}/check/stage-1-assess`);
    const link = page.locator('.hw-gaps a[data-focus^="child-contacts~"]');
    await link.first().waitFor({ state: 'attached' });
    await page.locator('.hw-gaps details').evaluateAll((all) => {
      for (const each of all) if (each instanceof HTMLDetailsElement) each.open = true;
    });
    const wanted = (await link.first().getAttribute('data-focus')) ?? '';
    expect(wanted).toMatch(/^child-contacts~\w+\.c\d\.[\w-]+$/);
    await link.first().click();
    await page.locator('[data-section="child-voice"]').waitFor();
    await page.waitForFunction(() => {
      const inApp = document.querySelector('homeward-app')?.shadowRoot?.activeElement;
      return inApp?.shadowRoot?.activeElement?.matches('[name]');
    });
    expect((await focusOf(page)).name.startsWith(wanted)).toBe(true);
  });
});
