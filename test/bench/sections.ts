import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/static-server.mjs';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Pack } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { extent, largeCase, realPack } from './large-case.ts';
import { formLook } from './look.ts';
import { inPage, measureTyping, type Reading } from './measure.ts';
import { parsed, sharedParts } from './pages.ts';

type SectionReading = Pick<Reading, 'load' | 'key' | 'heap'>;
/**
 * `whole`: a static page with every control the section offers, which is what it takes to offer them without a script
 * that makes them. `bare`: only those that stand in the form while every row is closed.
 */
const floors = ['whole', 'bare'] as const;
const contestants = [...floors, 'form'] as const;
type Contestant = (typeof contestants)[number];

/** One section of the large case measured. */
export interface MeasuredSection {
  readonly section: string;
  readonly controls: Readonly<Record<(typeof floors)[number], number>>;
  readonly readings: Readonly<Record<Contestant, readonly SectionReading[]>>;
}

/** The sections of the large case in which there is most, and a text box in the middle of each. */
const sections = [
  { section: 'family-history', typedIn: 'chronology.event100.event' },
  { section: 'factors', typedIn: 'factors-parent@1~adult1.neglect-pattern.status.note' },
  { section: 'classification-2', typedIn: 'factors-parent@2~adult1.neglect-pattern.status.note' },
] as const;

/**
 * Measures the sections of the large case in the form built in the folder `elements`, each beside floors: the very
 * elements the form shows, written down as a static page in the same look, with `floor.js` as its script.
 */
export async function benchSections(
  elements: string,
  repetitions: number,
  told: (line: string) => void,
): Promise<readonly MeasuredSection[]> {
  const pack = realPack();
  const assessment = largeCase(pack);
  extent(pack, assessment);
  const pages = await casePages(pack, assessment);
  const server = await serve({
    mounts: { '/elements/': elements },
    pages,
    headersFor: () => ({ 'Cache-Control': 'no-store' }),
  });
  const origin = `http://127.0.0.1:${String(server.port)}`;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: node scripts/ensure-tools.mjs chromium');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const found: MeasuredSection[] = [];
    for (const { section, typedIn } of sections) {
      const [whole, bare] = [
        await writtenDown(browser, origin, section, true),
        await writtenDown(browser, origin, section, false),
      ];
      pages.set(`/case/${section}/whole/`, whole.page);
      pages.set(`/case/${section}/bare/`, bare.page);
      const readings: Record<Contestant, SectionReading[]> = { whole: [], bare: [], form: [] };
      for (let turn = 0; turn < repetitions; turn += 1)
        for (const which of turn % 2 === 0 ? contestants : contestants.toReversed())
          readings[which].push(
            await measureTyping(browser, origin, { url: `${origin}/case/${section}/${which}/`, typedIn }),
          );
      found.push({ section, controls: { whole: whole.controls, bare: bare.controls }, readings });
      told(`  ${String(repetitions)} repetitions, section ${section}`);
    }
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function casePages(pack: Pack, { people, answers }: Assessment): Promise<Map<string, string>> {
  const given = Object.entries(answers).map(([key, answer]) => ({ ...parsePlaceKey(key), answer }));
  const pages = await sharedParts();
  pages.set('/look.css', await formLook());
  pages.set('/case/pack.js', parsed(pack));
  pages.set('/case/answers.js', parsed(given));
  pages.set('/case/people.js', parsed(people));
  for (const { section } of sections)
    pages.set(
      `/case/${section}/form/`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title><script type="module" src="/section-host.js" data-section="${section}"></script><main></main>\n`,
    );
  return pages;
}

/** What the form shows of a section as a static page: the same elements with what was chosen and typed, no comments. */
async function writtenDown(
  browser: Browser,
  origin: string,
  section: string,
  whole: boolean,
): Promise<{ readonly page: string; readonly controls: number }> {
  return await inPage(browser, origin, async ({ page, load }) => {
    await load(`${origin}/case/${section}/form/`);
    if (whole) await openAndCloseRows(page);
    const { html, controls } = await page.evaluate(() => {
      const shown = document.querySelector('homeward-form')?.shadowRoot?.querySelector('.hw-page');
      if (!shown) throw new Error('nothing is shown');
      const found = [...shown.querySelectorAll('input, textarea, select, button, summary')];
      for (const control of found) {
        if (control instanceof HTMLTextAreaElement) control.textContent = control.value;
        else if (control instanceof HTMLSelectElement)
          for (const option of control.options) option.toggleAttribute('selected', option.selected);
        else if (control instanceof HTMLInputElement) {
          if (control.matches('[type=radio], [type=checkbox]')) control.toggleAttribute('checked', control.checked);
          else control.setAttribute('value', control.value);
        }
      }
      return {
        html: `<div class="${shown.className}">${shown.getHTML().replaceAll(/<!--.*?-->/gs, '')}</div>`,
        controls: found.length,
      };
    });
    return {
      page: `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Floor</title>\n<link rel="stylesheet" href="/look.css">\n<script type="module" src="/floor.js"></script>\n<main>${html}</main>\n`,
      controls,
    };
  });
}

/** Has the form fill every row, as opening each of them does. */
async function openAndCloseRows(page: Page): Promise<void> {
  const set = (open: boolean): Promise<void> =>
    page.evaluate((wanted) => {
      const rows = document.querySelector('homeward-form')?.shadowRoot?.querySelectorAll('details[data-row]') ?? [];
      for (const row of rows) if (row instanceof HTMLDetailsElement) row.open = wanted;
    }, open);
  await set(true);
  await page.waitForTimeout(3000);
  await set(false);
}
