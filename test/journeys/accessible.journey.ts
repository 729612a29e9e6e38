import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layDown } from './draft.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { halfFilled } from './half-filled.ts';
import { routes } from './routes.ts';

const names = halfFilled.people.flatMap(({ name }) => name.split(/\s+/)).filter((word) => word.length > 3);
const widths = [1280, 360] as const;

/** Routes whose window is called after the program alone. */
const nameless = ['start', 'not-found', 'failure'];

describe('every route', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin();
    page = await journey.open('/#/assessments');
    await layDown(page, journey.origin, halfFilled);
  });
  afterAll(() => journey.end());

  test.each(Object.entries(routes))(
    'axe finds nothing on %s, wide or narrow, and no name is in its title or address',
    async (name, hash) => {
      await wide(page, widths[0]);
      await goTo(page, hash);
      await openEverything(page);
      for (const width of widths) {
        await wide(page, width);
        const at = `at ${String(width)} pixels`;
        expect(await accessibilityFaults(page), at).toEqual([]);
        expect(await page.locator('h1').count(), at).toBe(1);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `pixels too wide ${at}`).toBeLessThanOrEqual(0);
        expect(await scrollingSideways(page), at).toEqual([]);
      }
      // A training case is called after its family, which is nobody's, and its people have their names for ids.
      const address = page.url().replace(routes.case, '').replace(routes.round, '');
      // What a page is called is fetched after it.
      if (!nameless.includes(name)) await expect.poll(() => page.title()).toMatch(/^\S.* · Homeward$/);
      const said = `${await page.title()} ${address}`.toLowerCase();
      expect(names.filter((word) => said.includes(word.toLowerCase()))).toEqual([]);
    },
  );

  test.each(widths)('what has the keyboard can be seen, all the way through a section, at %d pixels', async (width) => {
    await wide(page, width);
    await goTo(page, routes['child-voice']);
    const hidden: string[] = [];
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(focusShown);
      if (shown !== null) hidden.push(shown);
    }
    expect(hidden).toEqual([]);
  });
});

/** Makes the window this wide, as somebody who turns a phone round does, and waits until it is painted so. */
async function wide(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Loads the page anew at an address, so that it shows nothing else before, and waits for it and its guidance. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    history.replaceState(null, '', to);
  }, hash);
  await page.reload();
  await page.locator('h1').first().waitFor();
  // Until nothing more has come for a moment.
  await page.evaluate(async () => {
    for (let before = -1; performance.getEntriesByType('resource').length !== before;) {
      before = performance.getEntriesByType('resource').length;
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  });
}

/** Opens rows, answer states, folded people and help, so that nothing escapes the look. */
async function openEverything(page: Page): Promise<void> {
  const open = (): Promise<void> =>
    page.locator('details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
  await open();
  // What is folded in a row is there once the row is open.
  await page.waitForTimeout(50);
  await open();
}

/** The name of what has the keyboard where nothing on it shows that, or where it is out of sight; null where all is well. */
function focusShown(): string | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return null;
  const style = getComputedStyle(at);
  const inner = at.querySelector('.govuk-details__summary-text');
  const drawn = [
    style,
    getComputedStyle(at, '::before'),
    ...(at.nextElementSibling ? [getComputedStyle(at.nextElementSibling, '::before')] : []),
    ...(inner ? [getComputedStyle(inner)] : []),
  ];
  const marked = drawn.some(
    ({ boxShadow, outlineStyle, outlineColor }) =>
      boxShadow !== 'none' || (outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)'),
  );
  const { top, bottom, width } = at.getBoundingClientRect();
  const inSight = bottom > 0 && top < innerHeight && width > 0;
  return marked && inSight ? null : `${at.localName} ${at.getAttribute('name') ?? at.textContent.trim().slice(0, 40)}`;
}

/** What has to be pushed sideways to be read, though the page itself is not too wide. */
function scrollingSideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: Document | ShadowRoot): void => {
      for (const each of root.querySelectorAll('*')) {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
        if (scrolls && !each.matches('input, textarea') && each.scrollWidth > each.clientWidth + 1)
          found.push(`${each.localName}.${each.className}`);
        if (each.shadowRoot) walk(each.shadowRoot);
      }
    };
    walk(document);
    return found;
  });
}
