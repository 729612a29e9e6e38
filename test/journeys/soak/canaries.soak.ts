import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteHeaders } from '../../../scripts/response-headers.mjs';
import { serve } from '../../../scripts/static-server.mjs';
import { pack } from '../guidance.ts';
import { launch } from '../harness.ts';
import { begin, beginReal, heading, openSection, saved } from '../steps.ts';
import { note } from './store/evidence.ts';

const wanted = 50;
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
    const notes = await typeAll(page, origin, id, left);
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

describe('what the browser keeps of an assessment after work', () => {
  test('of a real one that was locked, nothing that was typed', { timeout: 600_000 }, async () => {
    const { files, found, typed } = await worked('real');
    note('canaries', {
      done: `${typed} canary words typed into a real draft through the app, locked, Chromium closed; ${files} files of its profile searched (UTF-8, UTF-16, base 64)`,
      seen: found.length === 0 ? 'none found' : found.join('; '),
    });
    expect(typed).toBe(wanted);
    expect(found).toEqual([]);
  });

  test('of a training one, all of it: the search finds what is there', { timeout: 600_000 }, async () => {
    const { files, found, typed } = await worked('training');
    note('canaries-control', {
      done: `control: ${typed} canary words typed into a training draft; ${files} files searched`,
      seen: `found in ${found.length} files, as it must be`,
    });
    expect(found.join('\n')).toContain('IndexedDB');
  });
});
