import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../src/model/pack.ts';
import { layDown } from './draft.ts';
import { caseDraft, pack } from './guidance.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { showAll } from './steps.ts';

interface Shown {
  readonly id: 'quillfeather' | 'tarnwhistle';
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly language: Locale;
  /** Whether everything that is folded is unfolded first. */
  readonly unfolded: boolean;
}

/** Every page of a draft, with what stands there once it is shown. */
const pages: readonly (readonly [hash: string, shows: string])[] = [
  ['', '.hw-stage'],
  ...pack.sections.map(({ id }) => [`/${id}`, `[data-section="${id}"]`] as const),
  ...pack.stages.flatMap(({ id }) => [
    [`/check/${id}`, '.hw-report'] as const,
    [`/sign/${id}`, 'homeward-page-sign h1'] as const,
  ]),
];

/** Looks with axe-core at every page of a case that is filled in. */
export function accessibleCase(name: string, { id, width, language, unfolded }: Shown): void {
  const draft = caseDraft(id);
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin({ width, height: 900 });
    page = await journey.open('/#/assessments');
    await layDown(page, journey.origin, draft);
    await page.evaluate((spoken) => {
      localStorage.setItem('homeward-language', spoken);
    }, language);
    await page.reload();
  });
  afterAll(() => journey.end());

  test(name, { timeout: 600_000 }, async () => {
    const faults: Record<string, readonly string[]> = {};
    for (const [hash, shows] of pages) {
      await page.goto(`${journey.origin}/#/assessments/${draft.id}${hash}`);
      await page.locator(shows).first().waitFor();
      await page.locator(`.hw-page[lang^="${language}"]`).first().waitFor();
      if ((await page.locator('[data-show-all]').count()) > 0) await showAll(page);
      if (unfolded) await unfold(page);
      const found = await accessibilityFaults(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) found.push(`${String(wide)} pixels too wide`);
      if (found.length > 0) faults[hash] = found;
    }
    expect(faults).toEqual({});
  });
}

/** Opens rows, people, help and the menus of less usual things. */
async function unfold(page: Page): Promise<void> {
  const open = (): Promise<void> =>
    page.locator('details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
  await open();
  // What is folded in a row is there once the row is open.
  await page.waitForTimeout(50);
  await open();
  await page.locator('[data-more][aria-expanded="false"]').evaluateAll((all) => {
    for (const each of all) (each as HTMLElement).click();
  });
}
