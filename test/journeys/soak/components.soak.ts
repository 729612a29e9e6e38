import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityFaults, Journey } from '../harness.ts';
import { note } from './store/evidence.ts';

const pictures = process.env.HOST_PICTURES;

test.each([1280, 360])(
  'the page of elements shows each live, with markup and tables, at %i pixels',
  { timeout: 120_000 },
  async (width) => {
    const journey = await Journey.begin({ width });
    const page = await journey.open('/components.html');
    const elements = page.locator('main > section');
    expect(await elements.count()).toBeGreaterThan(8);
    for (const section of await elements.all()) {
      const tag = (await section.locator('> h2').getAttribute('id')) ?? '';
      await section.scrollIntoViewIfNeeded();
      if (tag !== 'homeward-app')
        await expect
          .poll(() =>
            page.locator(`[data-live="${tag}"] > ${tag}`).evaluate((live) => live.getBoundingClientRect().height),
          )
          .toBeGreaterThan(40);
      for (const caption of ['Properties', 'Parts', 'CSS properties'])
        expect(await section.locator('caption', { hasText: caption }).count(), `${tag}: ${caption}`).toBeGreaterThan(0);
      if (pictures) await section.screenshot({ path: join(pictures, `components-${String(width)}-${tag}.png`) });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const shown = await elements.count();
    await journey.end();
    note(`components-${String(width)}`, {
      done: `the page of elements at ${width} pixels: ${shown} elements live, with markup and tables`,
      seen: '0 faults told by axe-core, nothing wider than the page, 0 reports of the policy, 0 requests elsewhere',
    });
  },
);
