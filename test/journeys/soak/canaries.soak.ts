import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findFirefox } from '../../../scripts/browsers.mjs';
import { siteHeaders } from '../../../scripts/response-headers.mjs';
import { serve } from '../../../scripts/static-server.mjs';
import { pack } from '../guidance.ts';
import { halfFilled } from '../half-filled.ts';
import { launch } from '../harness.ts';
import { begin, beginReal, heading, openSection, saved } from '../steps.ts';
import { note } from './store/evidence.ts';

const wanted = 50;
/** So many of them come as comments on a draft, in a file. */
const inComments = 8;
/** Words that stand nowhere else, in letters that no encoding of text changes. */
const canaries = Array.from({ length: wanted }, (_, index) => `canary${String(index).padStart(2, '0')}quillzephyr`);

/** How a text may stand in a file: as such, two bytes a letter either way round, or as base 64 from any place. */
function shapesOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const inBase64 = [utf8, utf16].flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // The letters at either end also hold bits of their neighbours.
      return Buffer.from(whole.slice(before === 0 ? 0 : 4, -4));
    }),
  );
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...inBase64];
}

/** Where in the folder which canaries stand: `file: how many`. */
async function search(folder: string): Promise<{ readonly files: number; readonly found: readonly string[] }> {
  const shapes = canaries.map(shapesOf);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    const here = canaries.filter((_, index) => shapes[index]?.some((shape) => bytes.includes(shape)));
    if (here.length > 0) found.push(`${relative(folder, file)}: ${here.length} (${here.slice(0, 3).join(', ')})`);
  }
  return { files: files.length, found };
}

/** Types what is left of the canaries into every text control that can be reached, section after section. */
async function typeAll(page: Page, origin: string, id: string, left: string[]): Promise<number> {
  let notes = 0;
  for (const section of pack.sections) {
    if (left.length === 0) break;
    await openSection(page, origin, id, section.id);
    for (let place = 0, here = 0; left.length > 0 && here < 8; place += 1) {
      const control = page.locator('homeward-form :is(textarea, input.govuk-input):not([inputmode])').nth(place);
      if ((await control.count()) === 0) break;
      // Notes, evidence and the rows of tables are folded.
      await control.evaluate((element) => {
        for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
          fold.open = true;
      });
      if (!(await control.isVisible()) || !(await control.isEditable())) continue;
      const canary = left.shift() ?? '';
      await control.fill(canary);
      if (/\.note|evidence/.test((await control.getAttribute('name')) ?? '')) notes += 1;
      here += 1;
    }
    await page.locator('h1').first().click();
    await saved(page, 5_000);
  }
  return notes;
}

/** Opens a file of another draft in which somebody commented, the one way in which comments come, and shows them. */
async function openCommented(page: Page, origin: string, kind: 'real' | 'training', words: string[]): Promise<void> {
  const comments = words.map((text, index) => ({
    id: `comment-${index}`,
    at: halfFilled.changedAt,
    by: text,
    text: `${text} was asked`,
    ...(index % 2 === 0 ? { place: 'why-now' } : {}),
  }));
  const draft = { ...halfFilled, kind, comments };
  await page.goto(`${origin}/#/open`);
  await page.locator('[id="door:file"]').setInputFiles({
    name: 'commented.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(draft)),
  });
  await page.getByRole('button', { name: 'Add to my drafts' }).click();
  const href = (await page.getByRole('link', { name: 'Go to it' }).getAttribute('href')) ?? '';
  await page.goto(`${origin}/${href}/output/comments`);
  await page
    .getByText(words[0] ?? '')
    .first()
    .waitFor();
}

/** Work in the app on a draft of the kind, a lock where there is one, and the browser closed: what its files hold. */
async function worked(kind: 'real' | 'training'): Promise<Awaited<ReturnType<typeof search>> & { typed: number }> {
  const profile = await mkdtemp(join(tmpdir(), 'homeward-canaries-'));
  const server = await serve({
    mounts: { '/': 'dist/site' },
    pages: new Map([['/favicon.ico', '']]),
    headersFor: siteHeaders,
  });
  const origin = `http://127.0.0.1:${server.port}`;
  try {
    const context = await launch(profile, {});
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const left = [...canaries];
    const next = (): string => left.shift() ?? '';
    const family = { reference: next(), children: [`${next()} Quill`], adults: [`${next()} Quill`] };
    const id = kind === 'real' ? (await beginReal(page, origin, family)).id : await begin(page, origin, family);
    const commented = left.splice(0, inComments);
    const notes = await typeAll(page, origin, id, left);
    await openCommented(page, origin, kind, commented);
    console.log(`${kind}: ${wanted - left.length} canaries typed, ${notes} of them into notes and evidence`);
    // Pages that show them, whose titles and addresses a browser remembers.
    for (const to of ['', '/check/stage-1-assess', '/output/dates']) {
      await page.goto(`${origin}/#/assessments/${id}${to}`);
      await page.locator('h1').first().waitFor();
    }
    if (kind === 'real') {
      await page.keyboard.press('Control+Shift+L');
      await heading(page, 'Your assessments are locked');
    }
    await context.close();
    return { ...(await search(profile)), typed: wanted - left.length };
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same in Firefox, whose pages are told what to do by a script: each value is put in and told of as if typed. */
async function workedInFirefox(kind: 'real' | 'training'): Promise<Awaited<ReturnType<typeof worked>>> {
  const profile = await mkdtemp(join(tmpdir(), 'homeward-canaries-'));
  const server = await serve({ mounts: { '/': 'dist/site' }, pages: new Map(), headersFor: siteHeaders });
  const origin = `http://127.0.0.1:${server.port}`;
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('No Firefox was found.');
  try {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, userDataDir: profile });
    const page = await browser.newPage();
    const left = [...canaries];
    const next = (): string => left.shift() ?? '';
    /** Asks again and again: what changes inside a shadow root is not told to whoever waits outside. */
    const found = async (selector: string): Promise<ElementHandle> => {
      for (let waited = 0; waited < 60_000; waited += 100) {
        const element = await page.$(`>>> ${selector}`);
        if (element) return element;
        await wait(100);
      }
      throw new Error(`there is no ${selector}`);
    };
    const click = async (selector: string): Promise<void> => {
      await (
        await found(selector)
      ).evaluate((element) => {
        (element as HTMLElement).click();
      });
    };
    const put = (element: ElementHandle, value: string): Promise<void> =>
      element.evaluate((control, text) => {
        (control as HTMLInputElement).value = text;
        for (const type of ['input', 'change', 'blur'])
          control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }, value);
    await page.goto(`${origin}/#/assessments/new`);
    await click(`[name="kind"][value="${kind}"]`);
    await put(await found('[name="reference"]'), next());
    await click('[name="purpose"]');
    for (const people of ['children', 'adults']) await put(await found(`[name="${people}.0"]`), `${next()} Quill`);
    await click('[name="adults.0.role"][value="parent"]');
    await click('form .govuk-button:not(.govuk-button--secondary)');
    if (kind === 'real') {
      const words = await found('[data-phrase]');
      while (!/^(\w+ ){4}\w+$/.test(await words.evaluate((each) => each.textContent))) await wait(100);
      await click('homeward-set-up form .govuk-button:not(.govuk-button--secondary)');
      await click('[id="code:kept"]');
      await click('homeward-recovery-code form .govuk-button');
    }
    await page.waitForFunction(() => /^#\/assessments\/(?!new)[\w-]+$/.test(location.hash));
    const draft = await page.evaluate(() => location.hash);
    for (const section of pack.sections) {
      if (left.length === 0) break;
      await page.evaluate((hash) => (location.hash = hash), `${draft}/${section.id}`);
      await found(`[data-section="${section.id}"]`);
      const used = await page.evaluate(
        (words) => {
          const inside = (root: ParentNode): Element[] =>
            [...root.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot ? inside(each.shadowRoot) : []),
            ]);
          const controls = inside(document)
            .filter((each) => each.localName === 'homeward-form')
            .flatMap((form) => (form.shadowRoot ? inside(form.shadowRoot) : []))
            .filter((each) => each.matches(':is(textarea, input.govuk-input):not([inputmode])')) as HTMLInputElement[];
          const filled = controls.slice(0, words.length);
          for (const [index, control] of filled.entries()) {
            control.value = words[index] ?? '';
            for (const type of ['input', 'change', 'blur'])
              control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
          }
          return filled.length;
        },
        left.slice(0, 8),
      );
      left.splice(0, used);
      await wait(400);
      await found('[data-saving="saved"]');
    }
    for (const to of ['', '/check/stage-1-assess', '/output/dates'])
      await page.evaluate((hash) => (location.hash = hash), draft + to).then(() => found('h1'));
    if (kind === 'real') {
      await page.keyboard.down('Control');
      await page.keyboard.down('Shift');
      await page.keyboard.press('L');
      await page.keyboard.up('Shift');
      await page.keyboard.up('Control');
      await found('[id="unlock:passphrase"]');
    }
    await browser.close();
    return { ...(await search(profile)), typed: wanted - left.length };
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

describe('what the browser keeps of an assessment after work', () => {
  test('of a real one that was locked, nothing that was typed', { timeout: 600_000 }, async () => {
    const { files, found, typed } = await worked('real');
    note('canaries', {
      done: `${typed} canary words, ${inComments} of them as comments from a file, the others typed into a real draft through the app, locked, Chromium closed; ${files} files of its profile searched (UTF-8, UTF-16, base 64)`,
      seen: found.length === 0 ? 'none found' : found.join('; '),
    });
    expect(typed).toBe(wanted);
    expect(found).toEqual([]);
  });

  test('of a training one, all of it: the search finds what is there', { timeout: 600_000 }, async () => {
    const { files, found, typed } = await worked('training');
    note('canaries-control', {
      done: `control: ${typed} canary words, ${inComments} of them as comments, in training drafts, Chromium closed; ${files} files searched`,
      seen: `found in ${found.length} files, as it must be`,
    });
    expect(found.join('\n')).toContain('IndexedDB');
  });

  test('of a real one in Firefox that was locked, nothing that was typed', { timeout: 900_000 }, async () => {
    const { files, found, typed } = await workedInFirefox('real');
    note('canaries-firefox', {
      done: `${typed} canary words put into a real draft through the app, locked, Firefox closed; ${files} files of its profile searched (UTF-8, UTF-16, base 64)`,
      seen: found.length === 0 ? 'none found' : found.join('; '),
    });
    expect(typed).toBe(wanted);
    expect(found).toEqual([]);
  });

  test('of a training one in Firefox, all of it', { timeout: 900_000 }, async () => {
    const { files, found, typed } = await workedInFirefox('training');
    note('canaries-firefox-control', {
      done: `control: ${typed} canary words put into a training draft, Firefox closed; ${files} files searched`,
      seen: `found in ${found.length} files, as it must be`,
    });
    expect(found.join('\n')).toMatch(/idb|sqlite/);
  });
});
