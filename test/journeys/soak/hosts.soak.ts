import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteHeaders } from '../../../scripts/response-headers.mjs';
import { diskPage, fillScript, hostPages, styles, type HostPage } from '../../hosts/pages.ts';
import { hostPolicy, launch, tellViolations } from '../harness.ts';
import { note } from './store/evidence.ts';

const intranet = 'https://intranet.example';
const ours = 'https://homeward.example';
const tags = ['framework', 'guidance', 'form', 'question', 'assessment', 'factors', 'progress', 'verify'];
const pictures = process.env.HOST_PICTURES;

const faults: string[] = [];
/** Pages that showed every element, and were typed into again at the next visit. */
const walked: string[] = [];
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

/** All that an element says, in its own shadow root and in those within. */
function shownIn(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const said = (root: ParentNode & Node): string =>
        `${root.textContent ?? ''} ${Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => (shadowRoot ? said(shadowRoot) : '')).join(' ')}`;
      return element.shadowRoot ? said(element.shadowRoot) : '';
    });
}

/** The elements of ours that the Tab key comes to, going through the page once. */
async function reachedByTab(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.setPosition(document.body, 0);
  });
  const reached = new Set<string>();
  for (let pressed = 0; pressed < 300 && reached.size < tags.length - 1; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.localName ?? '');
    if (at.startsWith('homeward-')) reached.add(at);
  }
  return [...reached];
}

describe.each(hostPages.map((host) => [host.name, host] as const))('%s', (name, host) => {
  test('every element shows itself in its own look, answers the keyboard, and asks nobody for anything', async () => {
    const page = await open(host);
    for (const tag of tags) {
      const wrapper = page.locator(`homeward-${tag} .hw-page`).first();
      await expect.poll(() => shownIn(page, `homeward-${tag}`), { timeout: 10_000 }).toMatch(/\w{5}.*\w{5}/s);
      expect(await wrapper.evaluate((each) => each.getBoundingClientRect().height)).toBeGreaterThan(20);
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
    if (pictures)
      for (const tag of tags) {
        await page
          .locator(`homeward-${tag}`)
          .first()
          .evaluate((element) => {
            element.scrollIntoView();
          });
        await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}-${tag}.png`) });
      }
    // Goals have nothing to press, and paper has no place to drop a file.
    const pressed = tags.filter((tag) => tag !== 'progress' && (tag !== 'verify' || host.media?.media !== 'print'));
    expect(await reachedByTab(page)).toEqual(expect.arrayContaining(pressed.map((tag) => `homeward-${tag}`)));
    await page.close();
    expect(faults.splice(0)).toEqual([]);
  });

  test('what is typed into an assessment is there again at the next visit', async () => {
    const page = await open(host);
    const box = page.locator('homeward-assessment textarea').first();
    await box.fill(`Llŷn – é, ${name}`);
    await page.locator('homeward-assessment [data-saving="saved"]').waitFor();
    expect(await page.locator('homeward-assessment [data-saving]').innerText()).toContain('on this computer');
    await page.close();
    const again = await open(host);
    await expect
      .poll(() => again.locator('homeward-assessment textarea').first().inputValue())
      .toBe(`Llŷn – é, ${name}`);
    await again.close();
    expect(faults.splice(0)).toEqual([]);
    walked.push(name);
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
  walked.push('a frame of another site');
});

test('a page from a disk shows every element with the one script, and says that nothing is kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-disk-'));
  await copyFile('dist/homeward.iife.js', join(folder, 'homeward.iife.js'));
  await writeFile(join(folder, 'index.html'), diskPage);
  // Of its own, without what answers for the other sites.
  const own = await mkdtemp(join(tmpdir(), 'homeward-hosts-'));
  const browser = await launch(own, {});
  const asked: string[] = [];
  browser.on('request', (request) => asked.push(request.url()));
  browser.on('weberror', (error) => faults.push(error.error().message));
  const page = await browser.newPage();
  const address = pathToFileURL(join(folder, 'index.html')).href;
  await page.goto(address);
  await page.waitForSelector('body[data-filled]');
  for (const tag of tags)
    await expect.poll(() => shownIn(page, `homeward-${tag}`), { timeout: 10_000 }).toMatch(/\w{5}.*\w{5}/s);
  await page.locator('homeward-assessment textarea').first().fill('Llŷn – é');
  await page.getByText('Kept on this page only').waitFor();
  expect(asked.filter((each) => !each.startsWith(pathToFileURL(folder).href) && !/^(?:data|blob):/.test(each))).toEqual(
    [],
  );
  await browser.close();
  for (const each of [folder, own]) await rm(each, { recursive: true, force: true, maxRetries: 5 });
  expect(faults.splice(0)).toEqual([]);
  walked.push('a page from a disk');
  note('hosts', {
    done: `${walked.length} pages that imitate intranets, in Chromium, with ${tags.length} elements each (in the frame, the site): ${walked.join(', ')}`,
    seen: 'each element in its own look and reached by Tab; an answer kept, or said not to be; 0 reports of the policy, 0 requests elsewhere',
  });
});
