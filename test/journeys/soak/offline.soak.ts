import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, Journey } from '../harness.ts';
import { note } from './store/evidence.ts';

describe('the site without a network', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await Journey.begin({ offline: true });
  });
  afterAll(() => journey.end());

  test('opens, shows pages nobody visited before, and changes to a new version only when somebody says so', async () => {
    const page = await journey.open('/');
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state === 'activating') await new Promise((done) => active.addEventListener('statechange', done));
    });

    await journey.loseNetwork();
    await page.goto(`${journey.origin}/#/training`);
    await page.reload();
    await page.getByText('Quillfeather').first().waitFor();
    await page.goto(`${journey.origin}/#/framework`);
    await page.locator('homeward-framework h1').waitFor();
    await journey.context.setOffline(false);

    // Somebody puts a new version on the server.
    const worker = await readFile('dist/site/service-worker.js', 'utf8');
    const next = worker.replace(/"revision":"[0-9a-f]{4}/, '"revision":"0000');
    expect(next).not.toBe(worker);
    journey.host('/service-worker.js', next);
    const notice = page.getByRole('region', { name: 'New version' });
    await page.evaluate(() => (document.body.dataset.loaded = 'before'));
    // The page itself asks once an hour.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const goAbout = async (): Promise<number> => {
      await page.evaluate(() => (location.hash = location.hash === '#/help' ? '#/settings' : '#/help'));
      return notice.count();
    };
    await expect.poll(goAbout, { timeout: 8000, interval: 200 }).toBe(1);
    expect(await page.evaluate(() => document.body.dataset.loaded)).toBe('before');
    expect(await accessibilityFaults(page)).toEqual([]);
    const loaded = page.waitForEvent('load');
    await notice.getByRole('button', { name: 'Change to the new version now' }).click();
    await loaded;
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBe(
      null,
    );
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    note('offline', {
      done: 'the site opened once, then without a network; a new version put on the server',
      seen: 'pages that nobody had visited were shown; the new version came when somebody pressed the button, and not before',
    });
  });
});
