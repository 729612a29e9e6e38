import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, kill } from 'node:process';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArguments, findChromium, findHeadlessShell } from '../../scripts/browsers.mjs';
import { siteHeaders } from '../../scripts/response-headers.mjs';
import { serve, type StaticServer } from '../../scripts/static-server.mjs';

/** The policy of a careful host: our elements run under it in somebody else's page. */
export const hostPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Written to the console by the page itself, because a report of a violation reaches no server here. */
export function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violated: ${event.effectiveDirective} by ${event.blockedURI || event.sample}`);
  });
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Choice {
  readonly width?: number;
  readonly height?: number;
  /** In Chromium as people have it, where the profile on the disk, a crash or several windows are what is tried. */
  readonly whole?: boolean;
  /** Lets the site keep itself for offline use, which fetches every file of it once. */
  readonly offline?: boolean;
}

/**
 * One person's way through the built app: a browser with a profile of its own and a server for `dist`.
 *
 * Watches every page for what must never happen (a broken policy, a request to anywhere else, an error); `end` throws
 * when it did.
 */
export class Journey {
  /** Where the server is, without a slash at the end. The site is at `/`, the elements at `/elements/`. */
  readonly origin: string;
  /** What must never happen and did, in order. */
  readonly faults: string[] = [];
  readonly #server: StaticServer;
  readonly #pages: Map<string, string>;
  readonly #profile: string;
  readonly #choice: Choice;
  #context: BrowserContext;

  private constructor(
    server: StaticServer,
    pages: Map<string, string>,
    profile: string,
    choice: Choice,
    context: BrowserContext,
  ) {
    this.#server = server;
    this.#pages = pages;
    this.#profile = profile;
    this.#choice = choice;
    this.#context = context;
    this.origin = `http://127.0.0.1:${server.port}`;
  }

  /** A journey that begins with an empty browser profile. */
  static async begin(choice: Choice = {}): Promise<Journey> {
    // Browsers ask every page for an icon, also pages that name none.
    const pages = new Map([['/favicon.ico', '']]);
    const headersFor = (path: string): Record<string, string> =>
      pages.has(path) ? { 'Content-Security-Policy': hostPolicy } : siteHeaders(path);
    const server = await serve({ mounts: { '/': 'dist/site', '/elements/': 'dist/elements' }, pages, headersFor });
    const profile = await mkdtemp(join(tmpdir(), 'homeward-journey-'));
    const journey = new Journey(server, pages, profile, choice, await launch(profile, choice));
    await journey.#watch();
    return journey;
  }

  get context(): BrowserContext {
    return this.#context;
  }

  /** A new tab at `path`, such as `/#/framework`. */
  async open(path = '/'): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.origin + path);
    return page;
  }

  /** Makes `text` answer at `path`, as a page or script of a host that embeds our elements. */
  host(path: string, text: string): void {
    this.#pages.set(path, text);
  }

  /** What the browser saves while `act` is done. */
  async save(page: Page, act: () => Promise<void>): Promise<SavedFile> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
  }

  /** The power fails: the browser dies in the middle of whatever it does, and starts again with the same profile. */
  async crash(): Promise<void> {
    const browser = this.#context.browser();
    if (!browser) throw new Error('this browser cannot be asked for its process');
    const devtools = await browser.newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('the browser did not name its process');
    const closed = this.#context.waitForEvent('close');
    kill(main.id, 'SIGKILL');
    await closed;
    this.#context = await launch(this.#profile, this.#choice);
    await this.#watch();
  }

  /** Somebody closes every window and starts the browser again, with the same profile. */
  async restart(): Promise<void> {
    await this.#context.close();
    this.#context = await launch(this.#profile, this.#choice);
    await this.#watch();
  }

  /** The site can no longer be reached, as on a train. The journey cannot load anything new afterwards. */
  async loseNetwork(): Promise<void> {
    await this.#context.setOffline(true);
  }

  /** Closes everything. Throws when something happened that must never happen. */
  async end(): Promise<void> {
    await this.#context.close();
    await this.#server.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    if (this.faults.length > 0) throw new Error(`This must never happen:\n${this.faults.join('\n')}`);
  }

  async #watch(): Promise<void> {
    const context = this.#context;
    // Everything is on this computer: what takes longer does not come.
    context.setDefaultTimeout(10_000);
    await context.addInitScript(tellViolations);
    context.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.faults.push(`error: ${error.error().message}`));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.origin && protocol !== 'data:' && protocol !== 'blob:') {
        this.faults.push(`request to elsewhere: ${request.url()}`);
      }
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.faults.push(`${response.status()} for ${response.url()}`);
    });
    context.on('page', (page) => page.on('websocket', (socket) => this.faults.push(`connection to ${socket.url()}`)));
  }
}

/**
 * Chromium on the profile in the folder `profile`, as every journey uses it. `npm test` walks most of them in the headless
 * shell, where there is one; `npm run test:journeys -- --mode whole` walks all of them in the whole browser.
 */
export function launch(
  profile: string,
  { width = 1280, height = 900, whole, offline = false }: Choice,
): Promise<BrowserContext> {
  const shell = env.HOMEWARD_SHELL === 'yes' && whole !== true ? findHeadlessShell() : undefined;
  const executablePath = shell ?? findChromium();
  if (!executablePath) throw new Error('No Chromium was found: node scripts/ensure-tools.mjs chromium');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumArguments,
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width, height },
    serviceWorkers: offline ? 'allow' : 'block',
  });
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong with the page as it stands, one line each; none when all is well.
 *
 * Evaluated rather than added as a script, which the policy would refuse. With `target-size`, which axe
 * leaves off.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Half a megabyte to read, once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      rules: { 'target-size': { enabled: true } },
      // What passes needs no selector of its own.
      resultTypes: ['violations'],
      // Every style sheet would be read for one experimental rule, which axe leaves off.
      preload: false,
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => String(node.target)).join('; ')})`,
    );
  });
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
