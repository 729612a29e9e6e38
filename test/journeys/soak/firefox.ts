import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/browsers.mjs';
import { tellViolations } from '../harness.ts';

/**
 * A person at Firefox, driven over WebDriver BiDi: clicks and keys are real ones. What must never happen and did stands in
 * `faults`.
 */
export class FirefoxPerson {
  readonly page: Page;
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #profile: string;

  private constructor(browser: Browser, page: Page, profile: string) {
    this.#browser = browser;
    this.page = page;
    this.#profile = profile;
  }

  /** At a page of `place`; every request for anything else is a fault. */
  static async begin(place: string): Promise<FirefoxPerson> {
    const executablePath = findFirefox();
    if (executablePath === undefined) throw new Error('No Firefox was found: node scripts/ensure-tools.mjs firefox');
    const profile = await mkdtemp(join(tmpdir(), 'homeward-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profile,
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': join(profile, 'downloads'),
        'browser.download.start_downloads_in_tmp_dir': false,
        'browser.download.alwaysOpenPanel': false,
        'browser.download.open_pdf_attachments_inline': false,
        // As people have it; what drives it would set it off.
        'security.fileuri.strict_origin_policy': true,
      },
    });
    const page = await browser.newPage();
    const person = new FirefoxPerson(browser, page, profile);
    page.on('console', (message) => {
      if (message.type() === 'error') person.faults.push(message.text());
    });
    page.on('pageerror', (error) => person.faults.push(error instanceof Error ? error.message : String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(place) && !/^(?:data|blob|about):/.test(request.url()))
        person.faults.push(`request to elsewhere: ${request.url()}`);
    });
    await page.evaluateOnNewDocument(tellViolations);
    return person;
  }

  async end(): Promise<void> {
    await this.#browser.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** What `selector` matches in any shadow root, shown and saying `text`. Asked again and again until it is there. */
  async found(selector: string, text = ''): Promise<ElementHandle<HTMLElement>> {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const handle = await this.page.evaluateHandle(
        (wanted, words) => {
          const inside = (root: ParentNode): Element[] =>
            [...root.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot ? inside(each.shadowRoot) : []),
            ]);
          const said = (each: HTMLElement): string =>
            'labels' in each && each.labels instanceof NodeList && each.labels.length > 0
              ? Array.from(each.labels, (label) => label.textContent).join(' ')
              : each.textContent;
          return (
            inside(document)
              .filter((each): each is HTMLElement => each instanceof HTMLElement && each.matches(wanted))
              .find((each) => each.checkVisibility() && said(each).includes(words)) ?? null
          );
        },
        selector,
        text,
      );
      const element = handle.asElement();
      if (element) return element as ElementHandle<HTMLElement>;
      await wait(100);
    }
    throw new Error(`there is no ${selector} ${text}; the page says: ${await this.#says()}`);
  }

  async click(selector: string, text = ''): Promise<void> {
    await (await this.found(selector, text)).click();
  }

  async type(selector: string, label: string, words: string): Promise<void> {
    const control = await this.found(selector, label);
    await control.click();
    await control.type(words);
  }

  /** The file that `act` saves. */
  async saved(act: () => Promise<void>): Promise<Uint8Array> {
    const folder = join(this.#profile, 'downloads');
    const files = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
    const before = files();
    await act();
    for (let waited = 0; waited < 60_000; waited += 100) {
      const now = files();
      const file = now.find((each) => !before.includes(each) && !each.endsWith('.part'));
      // Firefox keeps the place with an empty file while it writes beside it.
      if (file && !now.includes(`${file}.part`)) {
        const bytes = new Uint8Array(await readFile(join(folder, file)));
        if (bytes.length > 0) return bytes;
      }
      await wait(100);
    }
    throw new Error('nothing was saved');
  }

  #says(): Promise<string> {
    return this.page.evaluate(() => {
      const text = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map((each) => (each.shadowRoot ? `${each.shadowRoot.textContent} ${text(each.shadowRoot)}` : ''))
          .join(' ');
      return text(document).replace(/\s+/g, ' ').slice(0, 2_000);
    });
  }
}
