import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import puppeteer, { type Browser, type Page as Tab } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { restingDraft } from './draft.ts';
import { Journey } from './harness.ts';
import { shuffled, randomFrom } from './random.ts';
import { atSection, begin, beginReal, openSection, saved, twoAndTwo, unlock } from './steps.ts';

const keysEach = 200;
const mayBeLost = 1_500;
const box = 'why-now';

/** Text without end that never repeats itself, so that what is missing can be seen. */
function* words(): Generator<string> {
  for (let number = 1; ; number += 1) yield* `word ${String(number)} `;
}

describe('typing that is broken off', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ whole: true });
  });
  afterEach(() => journey.end());

  test(
    'keeps all but the last second and a half, a training draft loaded again and a real one killed, ten times in all',
    { timeout: 180_000 },
    async () => {
      const seed = Number(process.env.SEED ?? Date.now() % 100_000);
      console.log(`Interruptions from SEED=${String(seed)}`);
      const random = randomFrom(seed);
      const ways = shuffled(
        ['load', 'load', 'load', 'load', 'load', 'kill', 'kill', 'kill', 'kill', 'kill'] as const,
        random,
      );
      let page = await journey.open();
      const training = await begin(page, journey.origin, twoAndTwo);
      const real = await beginReal(page, journey.origin, { ...twoAndTwo, reference: 'CASE-4471' });
      const letters = words();
      const kept = { load: '', kill: '' };
      /** Every load of the page takes the keys with it. */
      const goTo = async (way: keyof typeof kept, locked: boolean): Promise<void> => {
        await page.goto(`${journey.origin}/#/assessments/${way === 'load' ? training : real.id}/case-setup`);
        if (way === 'kill' && locked) await unlock(page, real.phrase);
        await atSection(page, 'case-setup');
      };
      let open = true;
      for (const way of ways) {
        await goTo(way, !open);
        // Five seconds on average: most of a minute in all.
        const { text, surely } = await type(page, letters, kept[way], 1_500 + random() * 7_000);
        if (way === 'load') await page.reload();
        else {
          await journey.crash();
          page = await journey.open();
        }
        await goTo(way, true);
        open = way === 'kill';
        kept[way] = await page.locator(`[name="${box}"]`).inputValue();
        expect(text.startsWith(kept[way]), `after "${way}" there is what was typed and nothing else`).toBe(true);
        expect(kept[way].length, `after "${way}" of ${String(text.length)}`).toBeGreaterThanOrEqual(surely.length);
      }
      await goTo('load', false);
      await page.locator(`[name="${box}"]`).press('Control+End');
      await page.keyboard.type('the end');
      await saved(page, 2_000);
      expect((await restingDraft(page, training)).answers[box]).toEqual({ is: 'given', value: `${kept.load}the end` });
    },
  );

  test('says "Saved" within two seconds of every pause, and it is true', async () => {
    const page = await journey.open();
    const id = await begin(page, journey.origin, twoAndTwo);
    await openSection(page, journey.origin, id, 'case-setup');
    let text = '';
    for (const piece of ['One', ' two, said quickly', '\nand three', '.']) {
      await page.locator(`[name="${box}"]`).focus();
      await page.keyboard.type(piece, { delay: 30 });
      text += piece;
      expect(await page.locator('[data-saving]').getAttribute('data-saving')).toBe('unsaved');
      await saved(page, 2_000);
      expect((await restingDraft(page, id)).answers[box]).toEqual({ is: 'given', value: text });
    }
  });
});

/** Types on after `before`, five keys a second for `long` milliseconds; what stands there then, and what must outlive it. */
async function type(
  page: Page,
  letters: Generator<string>,
  before: string,
  long: number,
): Promise<{ readonly text: string; readonly surely: string }> {
  const control = page.locator(`[name="${box}"]`);
  await control.focus();
  await control.press('Control+End');
  const begun = performance.now();
  const at: number[] = [];
  let text = before;
  for (let next = 0; next < long; next += keysEach) {
    await wait(begun + next - performance.now());
    const letter = String(letters.next().value);
    await page.keyboard.type(letter);
    text += letter;
    at.push(performance.now());
  }
  await wait(Math.max(0, begun + long - performance.now()));
  const now = performance.now();
  const old = at.filter((moment) => now - moment > mayBeLost).length;
  return { text, surely: text.slice(0, before.length + old) };
}

// Playwright keeps every page awake and in view; only a browser that nobody does that to can really hide one.
describe('a page that is really hidden', () => {
  let journey: Journey;
  let profile: string;
  let browser: Browser;
  beforeEach(async () => {
    journey = await Journey.begin();
    profile = await mkdtemp(join(tmpdir(), 'homeward-hidden-'));
    browser = await start();
  });
  afterEach(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await journey.end();
  });
  const start = (): Promise<Browser> =>
    puppeteer.launch({ executablePath: findChromium() ?? '', args: chromiumArguments, userDataDir: profile });

  test('has saved everything, with the focus still in the box', async () => {
    const tab = await openTab();
    await tab.click('>>> [name="kind"][value="training"]');
    await tab.type('>>> [name="reference"]', twoAndTwo.reference);
    await tab.click('>>> [name="purpose"]');
    await tab.type('>>> [name="children.0"]', 'Juniper Quillfeather');
    await tab.click('>>> form .govuk-button:not(.govuk-button--secondary)');
    await tab.waitForFunction(() => /^#\/assessments\/(?!new)[\w-]+$/.test(location.hash));
    const section = `${await tab.evaluate(() => location.hash)}/case-setup`;
    await tab.evaluate((hash) => (location.hash = hash), section);
    const control = await tab.waitForSelector(`>>> [name="${box}"]`);
    const other = await browser.newPage();
    await tab.bringToFront();
    await control?.focus();
    await tab.keyboard.type('Typed and left at once');
    const typed = performance.now();
    await other.bringToFront();
    expect(await tab.evaluate(() => document.visibilityState)).toBe('hidden');
    expect(await focused(tab)).toBe(box);
    // Before the pause is over that would save it anyway.
    await wait(Math.max(0, 250 - (performance.now() - typed)));
    const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
    browser.process()?.kill('SIGKILL');
    await gone;

    browser = await start();
    const again = await openTab();
    await again.evaluate((hash) => (location.hash = hash), section);
    const value = await again.waitForSelector(`>>> [name="${box}"]`);
    expect(await value?.evaluate((element) => (element as HTMLTextAreaElement).value)).toBe('Typed and left at once');
  });

  async function openTab(): Promise<Tab> {
    const tab = await browser.newPage();
    await tab.goto(`${journey.origin}/#/assessments/new`);
    await tab.waitForSelector('>>> [name="reference"]');
    return tab;
  }

  const focused = (tab: Tab): Promise<string> =>
    tab.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute('name') ?? '';
    });
});
