import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteHeaders } from '../../../scripts/response-headers.mjs';
import { fillScript, hostPages, styles, type HostPage } from '../../hosts/pages.ts';
import { hostPolicy, launch, tellViolations } from '../harness.ts';

const intranet = 'https://intranet.example';
const ours = 'https://homeward.example';
const tags = ['framework', 'guidance', 'form', 'factors', 'progress', 'verify'];
const pictures = process.env.HOST_PICTURES;

const faults: string[] = [];
let profile: string;
let context: BrowserContext;
const shown = new Map<string, string>();
const policies = new Map<string, string>();

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'homeward-hosts-'));
  context = await launch(profile, {});
  context.setDefaultTimeout(15_000);
  await context.addInitScript(tellViolations);
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(error.error().message));
  const texts: Record<string, string> = { ...styles, '/fill.js': fillScript, '/favicon.ico': '' };
  for (const file of ['homeward.esm.js', 'homeward.iife.js'])
    texts[`/${file}`] = await readFile(`dist/${file}`, 'utf8');
  texts['/older/homeward.esm.js'] = `/* 0.0.9 */ ${texts['/homeward.esm.js'] ?? ''}`;
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (['data:', 'blob:'].includes(url.protocol)) return route.continue();
    if (url.origin === ours) return answerAsSite(route, url);
    const text = shown.get(url.href) ?? texts[url.pathname];
    if (!url.hostname.endsWith('.example') || text === undefined) {
      faults.push(`request to elsewhere: ${url.href}`);
      return route.abort();
    }
    // Told without a charset, as servers of that time did.
    const kind = url.pathname.endsWith('.js')
      ? 'text/javascript'
      : url.pathname.endsWith('.css')
        ? 'text/css'
        : 'text/html';
    return route.fulfill({
      body: text,
      contentType: kind,
      headers: { 'Content-Security-Policy': policies.get(url.href) ?? hostPolicy },
    });
  });
});
afterAll(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Our own site, which lets this intranet show it in a frame. */
function answerAsSite(route: Route, url: URL): Promise<void> {
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const policy =
    siteHeaders(path)['Content-Security-Policy']?.replace("frame-ancestors 'self'", `frame-ancestors ${intranet}`) ??
    '';
  return route.fulfill({ path: `dist/site${path}`, headers: { 'Content-Security-Policy': policy } });
}

async function open({ name, html, origin = intranet, media, policy }: HostPage): Promise<Page> {
  const page = await context.newPage();
  if (media) await page.emulateMedia({ media: media.media ?? null, forcedColors: media.forcedColors ?? null });
  const address = `${origin}/${encodeURIComponent(name)}`;
  shown.set(address, html);
  if (policy) policies.set(address, policy(hostPolicy));
  await page.goto(address);
  await page.waitForSelector('body[data-filled]');
  return page;
}

describe.each(hostPages.map((host) => [host.name, host] as const))('%s', (name, host) => {
  test('every element shows itself in its own look, answers the keyboard, and asks nobody for anything', async () => {
    const page = await open(host);
    for (const tag of tags) {
      const wrapper = page.locator(`homeward-${tag} .hw-page`).first();
      await expect
        .poll(
          () =>
            wrapper.evaluate((each) => (each.getBoundingClientRect().height > 20 ? each.textContent.trim().length : 0)),
          { timeout: 10_000 },
        )
        .toBeGreaterThan(15);
      const look = await wrapper.evaluate((each) => {
        const { fontSize, letterSpacing, fontFamily, direction } = getComputedStyle(each);
        return { fontSize, letterSpacing, fontFamily: fontFamily.split(',')[0], direction };
      });
      expect(look).toMatchObject({ fontSize: '16px', letterSpacing: 'normal', fontFamily: 'arial' });
      const wide = await wrapper.evaluate((each) => each.scrollWidth - each.clientWidth);
      expect(`${tag} is wider than its place by ${wide}`).toBe(`${tag} is wider than its place by 0`);
    }
    const box = page.locator('homeward-form textarea').first();
    await box.focus();
    await page.keyboard.type('Llŷn – é');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.body.dataset.answers)).toBeTruthy();
    expect(await box.inputValue()).toBe('Llŷn – é');
    const inside = await page.evaluate(
      () => document.querySelector('homeward-form')?.shadowRoot?.activeElement?.localName,
    );
    expect(inside).toBeTruthy();
    if (pictures) await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
    await page.close();
    expect(faults.splice(0)).toEqual([]);
  });
});

test('our site in a frame of another site says that nothing is kept there, and works', async () => {
  const page = await context.newPage();
  shown.set(
    `${intranet}/frame`,
    `<!doctype html><title>Intranet</title><iframe width="1000" height="800" src="${ours}/#/training"></iframe>`,
  );
  await context.route(`${intranet}/frame`, (route) =>
    route.fulfill({ body: shown.get(`${intranet}/frame`) ?? '', contentType: 'text/html' }),
  );
  await page.goto(`${intranet}/frame`);
  const frame = page.frameLocator('iframe');
  await frame.getByText('This page is shown inside another site.').waitFor();
  await frame.getByText('The Quillfeather children').first().waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, 'frame.png') });
  await page.goto(`${ours}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('Nothing is kept when this page closes.').count()).toBe(0);
  await page.close();
  expect(faults).toEqual([]);
});
