import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layDown } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { focusOf, follow, tabTo } from './keyboard.ts';
import { heading, openSection } from './steps.ts';

describe('guidance', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await Journey.begin();
  });
  afterAll(() => journey.end());

  test('is found by words typed wrong, with the hits marked, also where there is no network any more', async () => {
    const page = await journey.open('/');
    await page.locator('h1').waitFor();
    await follow(page, 'Search guidance');
    await page.locator('header input[name="words"]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('header input[name="words"]').waitFor({ state: 'detached' });
    expect((await focusOf(page)).words).toBe('Search guidance');
    await page.keyboard.press('Enter');
    await page.locator('header input[name="words"]:focus').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('advocte');
    await page.keyboard.press('Enter');

    await heading(page, 'Search guidance');
    expect(await page.locator('header input').count()).toBe(0);
    const term = page.locator('[data-found="term"] a', { hasText: 'Advocate' });
    await term.waitFor();
    expect(await term.locator('mark').textContent()).toBe('Advocate');
    expect(await page.locator('[data-found="question"] mark').first().textContent()).toMatch(/advocate/i);
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ results for “advocte”\.$/);
    expect(await page.evaluate(() => location.hash)).toBe('#/search/advocte');

    await term.click();
    await heading(page, 'Advocate');
    await page.goBack();
    await term.waitFor();
    await journey.loseNetwork();
    await page.getByLabel('What are you looking for?').fill('zzyzx');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing was found for “zzyzx”.').waitFor();
    await journey.context.setOffline(false);
    await page.close();
  });

  test('explains a word in place, by keyboard, and says when there is no such page', async () => {
    const page = await journey.open('/#/guidance/child-trusted-adult');
    await page.locator('homeward-guidance .hw-term').first().waitFor();
    const term = await tabTo(page, ({ words }) => words === 'advocate');
    expect(term.tag).toBe('button');
    await page.keyboard.press('Enter');
    const meaning = page.getByRole('status').filter({ hasText: 'An independent person' });
    await meaning.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await meaning.waitFor({ state: 'detached' });

    await page.goto(`${journey.origin}/#/guidance/nobody-knows`);
    await heading(page, 'There is no page with this address');
    await page.goto(`${journey.origin}/#/guidance/risk-class-2`);
    await page.locator('homeward-guidance h1').waitFor();
    await page.close();
  });

  test('stands beside the question somebody is in: its words open there and the answer stays in reach', async () => {
    const page = await journey.open('/#/assessments');
    await layDown(page, journey.origin, halfFilled);
    await openSection(page, journey.origin, halfFilled.id, 'child-voice');
    const more = await tabTo(
      page,
      ({ words, question }) => words.startsWith('More') && question.startsWith('child-trusted-adult'),
    );
    await page.keyboard.press('Enter');
    await page.getByText('Go to the help').waitFor();
    await tabTo(page, ({ words }) => words.startsWith('Go to the help'));
    await page.keyboard.press('Enter');
    await tabTo(page, ({ words }) => words === 'advocate');
    await page.keyboard.press('Enter');
    const column = page.getByRole('complementary');
    await column.getByText('An independent person').waitFor();
    await column.getByRole('link', { name: 'Hearing the child' }).waitFor();
    await page.keyboard.press('Escape');
    const back = await tabTo(page, ({ question }) => question === more.question);
    expect(back.tag).toBe('input');
    await page.close();
  });

  test('needs nothing but its element on a page of somebody else', async () => {
    journey.host(
      '/host.html',
      '<!doctype html><html lang="en"><title>Host</title><main><h1>Intranet</h1><homeward-guidance question="child-wishes"></homeward-guidance><homeward-guidance factor="substance-misuse"></homeward-guidance></main><script type="module" src="/elements/define/homeward-guidance.js"></script>',
    );
    const page = await journey.open('/host.html');
    await page.getByRole('heading', { level: 2, name: 'Does the child want to live at home' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Alcohol or drug misuse' }).waitFor();
    await page.getByText('A serious risk').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });
});
