import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { Journey, launch } from './harness.ts';
import { plan } from './look-routes.ts';

/** What `npm run look` takes pictures of. */
export interface LookPlan {
  /** Pictures are named after `name`. `ready` waits for what the route shows late. */
  readonly routes: readonly {
    readonly name: string;
    readonly hash: string;
    readonly ready?: (page: Page) => Promise<void>;
  }[];
  /** Brings the app into the state the pictures need, such as an assessment of a fictional family. Once per width. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** PDF files made by the app; every page becomes a picture. Asked once, after the routes of the widest look. */
  readonly papers?: (
    page: Page,
    journey: Journey,
  ) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;
}

const folder = 'look';
const widths = [1280, 360];

async function lookAt(width: number): Promise<void> {
  const journey = await Journey.begin({ width, height: width > 600 ? 900 : 740 });
  const page = await journey.open();
  await plan.prepare?.(page);
  for (const { name, hash, ready } of plan.routes) {
    await page.goto(`${journey.origin}/${hash}`);
    // The page before stays until the next is there: loaded anew, none is shown before it.
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await ready?.(page);
    await wholePage(page, join(folder, `${name}-${width}.png`));
  }
  if (width === widths[0]) {
    for (const { name, bytes } of (await plan.papers?.(page, journey)) ?? []) {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, bytes);
      execFileSync('pdftoppm', ['-png', '-r', '60', file, join(folder, `${name}-page`)]);
    }
  }
  await journey.end();
}

/**
 * A picture of all of the page. The window grows first: sections nobody sees are not laid out (`content-visibility`), and
 * laying them out can make the page longer again.
 */
async function wholePage(page: Page, path: string): Promise<void> {
  const before = page.viewportSize();
  for (let height = 0, next = 1; next > height && before;) {
    height = next;
    next = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: before.width, height: Math.max(next, before.height) });
  }
  await page.screenshot({ path, fullPage: true });
  if (before) await page.setViewportSize(before);
}

/** One page with every picture on it, and a picture of that. */
async function contactSheet(): Promise<void> {
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  const figures = pictures.map(
    (name) => `<figure><a href="${name}"><img src="${name}" alt=""></a><figcaption>${name}</figcaption></figure>`,
  );
  const style =
    'body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start;margin:16px;background:#ddd}' +
    'figure{margin:0}img{height:420px;max-width:420px;object-fit:cover;object-position:top;background:#fff;display:block}';
  const file = resolve(folder, 'index.html');
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><title>Look</title><style>${style}</style>${figures.join('\n')}`,
  );
  const profile = await mkdtemp(join(tmpdir(), 'homeward-look-'));
  const context = await launch(profile, { width: 1800, height: 1000 });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true });
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Takes every picture of `plan` into `look/`. */
export async function look(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const width of widths) await lookAt(width);
  await contactSheet();
  console.log(`Pictures: ${folder}/index.html, all at once in ${folder}/contact-sheet.png`);
}
