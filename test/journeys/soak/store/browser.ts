import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { kill } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium, findFirefox } from '../../../../scripts/browsers.mjs';
import { serve } from '../../../../scripts/static-server.mjs';
import type { WritingPage } from './in-page.ts';

export type Engine = 'chromium' | 'firefox';

export interface Host {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a page that runs `script`, under one address for as long as the test: storage belongs to an address. */
export async function hostFor(script: string): Promise<Host> {
  const pages = new Map([
    [
      '/page.html',
      '<!doctype html><meta charset="utf-8"><title>Store</title><script type="module" src="/store.js"></script>',
    ],
    ['/store.js', script],
    ['/favicon.ico', ''],
  ]);
  const server = await serve({ mounts: {}, pages, headersFor: () => ({}) });
  return { address: `http://127.0.0.1:${server.port}/page.html`, close: () => server.close() };
}

/** A browser that writes, until its power goes. */
export class Writer {
  /** The last revision the page said was kept. */
  acknowledged = 0;
  /** What the page was refused with, if it was. */
  refused = '';
  readonly page: Page;
  readonly #browser: Browser;
  readonly #profile: string;

  private constructor(browser: Browser, page: Page, profile: string) {
    this.#browser = browser;
    this.#profile = profile;
    this.page = page;
    page.on('console', (message) => {
      const [, what, value] = /^(acknowledged|refused) (.+)$/.exec(message.text()) ?? [];
      if (what === 'acknowledged') this.acknowledged = Number(value);
      if (what === 'refused') this.refused = value ?? '';
    });
  }

  /** A browser on `profile` with the page open and its vault open. */
  static async start(engine: Engine, profile: string, address: string): Promise<Writer> {
    const executablePath = engine === 'chromium' ? findChromium() : findFirefox();
    if (executablePath === undefined) throw new Error(`No ${engine} was found.`);
    const browser = await puppeteer.launch({
      browser: engine === 'chromium' ? 'chrome' : 'firefox',
      executablePath,
      userDataDir: profile,
      ...(engine === 'chromium' ? { args: chromiumArguments } : {}),
    });
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => 'writing' in window);
    const writer = new Writer(browser, page, profile);
    let state = await writer.ask((writing) => writing.open());
    // Where the database is gone with no copy, the vault would be made anew, which is refused in the same way.
    if (state === 'suspect' || state === 'not-saved') {
      await page.evaluate(() => {
        window.writing.trustAgain();
      });
      await page.reload();
      await page.waitForFunction(() => 'writing' in window);
      state = await writer.ask((writing) => writing.open());
    }
    if (state !== 'open') throw new Error(`the vault is ${state}`);
    return writer;
  }

  /** What the page answers; only plain data go in and out. */
  ask<T>(question: (writing: WritingPage) => Promise<T>): Promise<T> {
    return this.page.evaluate(`(${String(question)})(window.writing)`) as Promise<T>;
  }

  begin(): Promise<string> {
    return this.ask((writing) => writing.begin());
  }

  /** Lets the page write numbered edits from now on. */
  async writeOn(id: string): Promise<void> {
    await this.page.evaluate((draft) => {
      window.writing.writeOn(draft);
    }, id);
  }

  read(id: string): ReturnType<WritingPage['read']> {
    return this.page.evaluate((draft) => window.writing.read(draft), id);
  }

  get process(): ChildProcess {
    const process = this.#browser.process();
    if (!process) throw new Error('this browser cannot be asked for its process');
    return process;
  }

  /** Every process of the browser, from its first one down. */
  get processes(): readonly number[] {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each)))
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        parents.set(Number(name), Number(parent));
      } catch {
        continue; // it ended meanwhile
      }
    const of = (root: number): number[] => [
      root,
      ...[...parents].filter(([, parent]) => parent === root).flatMap(([child]) => of(child)),
    ];
    return of(this.process.pid ?? 0);
  }

  /** The whole browser dies at once, in the middle of what it does. */
  async kill(): Promise<void> {
    for (const each of this.processes)
      try {
        kill(each, 'SIGKILL');
      } catch {
        continue; // its parent took it along
      }
    await this.#browser.close(); // dead already: ends when the profile is let go of
    // What drives Firefox puts its preferences back after that, unasked, under the feet of the next start.
    const isTidied = (): boolean => !readdirSync(this.#profile).some((name) => name.endsWith('.puppeteer'));
    for (let waited = 0; !isTidied() && waited < 5_000; waited += 50) await wait(50);
  }

  /** Nothing of the browser runs on, and nothing more reaches the disk from it. */
  freeze(): void {
    for (const each of this.processes) kill(each, 'SIGSTOP');
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** Runs a command of the system to its end; what it said. */
export function run(command: string, ...rest: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said.trim());
      else reject(new Error(`${command} ${rest.join(' ')}: ${said.trim()}`));
    });
  });
}
