import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sameStrings } from '../../src/elements/shared/same-strings.ts';
import { layDown } from './draft.ts';
import { caseDraft, pack, packInWelsh } from './guidance.ts';
import { Journey } from './harness.ts';

const draft = caseDraft('quillfeather');
const base = `#/assessments/${draft.id}`;
const pages: Readonly<Record<string, string>> = {
  'rounds side by side': `${base}/output/rounds`,
  factors: `${base}/output/factors`,
  'a round': `${base}/round/2/juniper`,
  progress: `${base}/output/progress`,
  dates: `${base}/output/dates`,
  check: `${base}/check/stage-4-review`,
  'a stage of the framework': '#/framework/stage-4-review',
};

/** What of the questions is English for want of Welsh, without what is an id; a word or two may be a person's own. */
const isWords = (text: string): boolean => text.includes(' ') || /^[A-Z]/.test(text);
const english = [...sameStrings(packInWelsh, pack)].filter(isWords).map((text) => text.replace(/\s+/g, ' ').trim());

describe('in Welsh', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin();
    page = await journey.open('/#/assessments');
    await layDown(page, journey.origin, draft);
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('button', { name: 'English' }).waitFor();
  });
  afterAll(() => journey.end());

  test.each(Object.entries(pages))('%s says which of its words are English', async (_, hash) => {
    await page.goto(`${journey.origin}/${hash}`);
    await page.locator('[data-partly-english]').waitFor();
    await page.locator('main h2, main table').first().waitFor();
    expect(await unmarked(page)).toEqual([]);
  });

  test('an English piece without its language would be found', async () => {
    await page.goto(`${journey.origin}/${pages.dates ?? ''}`);
    await page.locator('main [lang="en"]').first().waitFor({ state: 'attached' }); // most is folded
    await page.evaluate(() => {
      const root = document.querySelector('homeward-app')?.shadowRoot;
      root?.querySelectorAll('main [lang="en"]').forEach((each) => {
        each.removeAttribute('lang');
      });
    });
    expect((await unmarked(page)).length).toBeGreaterThan(3);
  });
});

/** English words of the questions that a voice would read as Welsh. */
function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate((words) => {
    const known = new Set(words);
    const sentences = words.filter((text) => text.length > 20);
    const found: string[] = [];
    const languageOf = (element: Element): string => {
      const near = element.closest('[lang]');
      if (near) return near.getAttribute('lang') ?? '';
      const root = element.getRootNode();
      return root instanceof ShadowRoot ? languageOf(root.host) : '';
    };
    const look = (text: string, element: Element): void => {
      const said = text.replace(/\s+/g, ' ').trim();
      // What a person wrote is theirs, and may say a word of the questions.
      const isOwn = element.closest('bdi') !== null;
      const isTold = known.has(said.replace(/[:,.;()]+$/, '')) || known.has(said);
      const isEnglish = isOwn
        ? isTold && said.length > 20
        : isTold || sentences.some((sentence) => said.includes(sentence));
      if (/\p{L}/u.test(said) && isEnglish && languageOf(element) === 'cy') found.push(`${element.localName}: ${said}`);
    };
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) look(node.textContent ?? '', element);
        for (const name of ['aria-label', 'label', 'title']) look(element.getAttribute(name) ?? '', element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    for (const main of document.querySelector('homeward-app')?.shadowRoot?.querySelectorAll('main') ?? []) walk(main);
    return [...new Set(found)];
  }, english);
}
