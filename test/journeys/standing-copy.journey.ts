import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Buckets } from '../../src/store/second-place.ts';
import { layDown, restingDraft } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import { Journey } from './harness.ts';
import { openSection, saved } from './steps.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await Journey.begin();
});
afterEach(() => journey.end());

test('ST54 the standing copy is led along also once the browser has collected what nothing refers to', async () => {
  const page = await journey.open();
  await layDown(page, journey.origin, halfFilled);
  await openSection(page, journey.origin, halfFilled.id, 'family-history');
  await expect.poll(() => revisionOfCopy(page)).toBe(1);

  const devtools = await page.context().newCDPSession(page);
  const box = page.locator('[name^="reasons-for-care"]').first();
  for (const [text, revision] of [
    ['Before', 2],
    ['After', 3],
  ] as const) {
    await box.fill(text);
    await box.blur();
    await saved(page);
    await expect.poll(() => revisionOfCopy(page)).toBe(revision);
    await devtools.send('HeapProfiler.collectGarbage');
  }
  expect(JSON.stringify((await restingDraft(page, halfFilled.id)).answers)).toContain('After');
});

/** How far the copy of the one draft there is has come; null where there is none. */
function revisionOfCopy(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
    const name = (await storageBuckets.keys()).find((each) => each.endsWith('-copy-standing'));
    if (name === undefined) return null;
    const bucket = await storageBuckets.open(name, { durability: 'strict' });
    const opened = bucket.indexedDB.open('copy');
    return new Promise<number | null>((resolve, reject) => {
      opened.onerror = () => reject(opened.error ?? new Error('not opened'));
      opened.onsuccess = () => {
        const asked = opened.result.transaction('head').objectStore('head').getAllKeys();
        asked.onsuccess = () => {
          opened.result.close();
          const [first] = asked.result as [string, number][];
          resolve(first?.[1] ?? null);
        };
      };
    });
  });
}
