import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layDown } from './draft.ts';
import { pack, quillfeather } from './guidance.ts';
import { Journey } from './harness.ts';

const draft = quillfeather();

/** Words an attribute may hold without a mark, because an attribute has no language of its own. */
const inAttributes = [...draft.people.map(({ name }) => name), ...labels()];

/** Every wording of every question, the longest first, so that none is left in half. */
function labels(): readonly string[] {
  const asks = pack.sections.flatMap((section) => section.asks);
  const wordings = [...pack.questions, ...asks].flatMap(({ label, labelByPurpose }) => [
    label ?? '',
    ...Object.values(labelByPurpose ?? {}),
  ]);
  return wordings.filter((label) => label !== '').sort((a, b) => b.length - a.length);
}

/** Fixed words of guidance, which fall back in no language (see `src/i18n/welsh-content.test.ts`) and need no mark. */
const phrases = Object.values(pack.phrases);

/** Every page there is, with what to wait for on it. */
const routes: readonly (readonly [route: string, shows: string])[] = [
  ['#/', 'h1'],
  ['#/assessments', 'h1'],
  ['#/open', '[id="door:file"]'],
  ['#/review', '[id="door:file"]'],
  ['#/copies', '[id="key:phrase"]'],
  ['#/assessments/new', 'homeward-page-new form'],
  ['#/settings', 'dl'],
  ['#/help', 'h1'],
  ['#/framework', '.hw-framework__stage'],
  ['#/framework/stage-4-review', '.hw-framework__law'],
  ['#/training', '.hw-doors li'],
  ['#/training/quillfeather', 'h1'],
  ['#/nowhere', 'h1'],
  ['#/assessments/nobody-made-this', 'h1'],
  [`#/assessments/${draft.id}`, 'homeward-people-list summary'],
  [`#/assessments/${draft.id}/output/copy`, '[id="lock:phrase"]'],
  [`#/assessments/${draft.id}/output/comments`, 'h1'],
  ...pack.sections.map(({ id }) => [`#/assessments/${draft.id}/${id}`, `[data-section="${id}"] .hw-question`] as const),
  ...pack.stages.flatMap(({ id }) => [
    [`#/assessments/${draft.id}/check/${id}`, '.hw-report'] as const,
    [`#/assessments/${draft.id}/sign/${id}`, 'homeward-page-sign form'] as const,
  ]),
];

describe('the built app in a language that is English in strange letters', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  test('shows no English but what comes from guidance/ and is marked as English', { timeout: 240_000 }, async () => {
    const page = await journey.open();
    await layDown(page, journey.origin, draft);
    expect(await strayWords(page), 'the walk sees English where there is some').not.toEqual([]);
    await page.evaluate(() => {
      localStorage.setItem('homeward-language', 'pseudo');
    });
    await page.reload();

    const stray: Record<string, readonly string[]> = {};
    for (const [route, shows] of routes) {
      await page.goto(`${journey.origin}/${route}`);
      await page.locator(shows).first().waitFor();
      await page.locator('.hw-page[lang="en-XA"]').first().waitFor();
      await page.evaluate(openEverything);
      const words = await strayWords(page);
      if (words.length > 0) stray[route] = words;
    }
    expect(stray).toEqual({});
  });
});

/** Opens all that is folded, also within shadow roots. */
async function openEverything(): Promise<void> {
  const open = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      if (element instanceof HTMLButtonElement && element.dataset.more && element.ariaExpanded === 'false')
        element.click();
      if (element.shadowRoot) open(element.shadowRoot);
    }
  };
  // Some fill what is folded only once it is open, and that may hold something folded.
  for (let times = 0; times < 3; times += 1) {
    open(document);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/**
 * What is shown and could not be translated: words outside the brackets of a message that are neither marked with
 * another language nor somebody's own (`bdi`), a time, or a code.
 */
function strayWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([phrases, inAttributes]) => {
      const found = new Set<string>();
      const own = 'bdi, code, time, .hw-ring, script, style, noscript';
      const judge = (said: string, where: Element, language: string): void => {
        const words = said.replace(/\[\[[\s\S]*?\]\]/g, '').replace(/\b[0-9a-f]{64}\b/g, '');
        if (/\p{L}/u.test(words) && (language === 'en-XA' || document.documentElement.lang !== 'en-XA'))
          found.add(`${said.trim().slice(0, 80)} (${where.localName}.${where.className})`);
      };
      const without = (said: string): string => inAttributes.reduce((left, words) => left.replaceAll(words, ''), said);
      const walk = (node: Node, language: string): void => {
        if (node instanceof Text) {
          const at = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
          if (!phrases.includes(node.data.trim()) && at.checkVisibility()) judge(node.data, at, language);
          return;
        }
        let spoken = language;
        if (node instanceof Element) {
          if (node.matches(own)) return;
          spoken = node.getAttribute('lang') ?? language;
          for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'label']) {
            const said = node.getAttribute(name);
            if (said !== null) judge(without(said), node, spoken);
          }
          if (node.shadowRoot) walk(node.shadowRoot, spoken);
        }
        for (const child of node.childNodes) walk(child, spoken);
      };
      walk(document.body, document.documentElement.lang);
      return [...found];
    },
    [phrases, inAttributes] as const,
  );
}
