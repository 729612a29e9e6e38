import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { allCells, factorPicture } from '../../src/model/factor-picture.ts';
import { childrenInScope } from '../../src/model/people.ts';
import { phrase, type PhraseId } from '../../src/model/phrases.ts';
import { roundsPicture } from '../../src/model/rounds-picture.ts';
import { ratedFamily } from '../fixtures/rated-family.ts';
import { accessibilityLines } from './accessibility-tree.ts';
import { layDown } from './draft.ts';
import { caseDraft, pack } from './guidance.ts';
import { Journey } from './harness.ts';
import { showAll } from './steps.ts';

const families: readonly Assessment[] = [
  ratedFamily(pack, { children: 1, adults: 1, rounds: 1 }),
  ratedFamily(pack, { children: 2, adults: 2, rounds: 2 }),
  ratedFamily(pack, { children: 4, adults: 5, rounds: 3 }),
];
const cases = [caseDraft('quillfeather'), caseDraft('tarnwhistle')];

/** What may hold a figure: a day, a round, how many things support a rating. */
const figuresAllowed = /\d{1,2} [A-Z][a-z]+ 20\d\d|[Rr]ound \d|\d+ supporting items?/g;

describe('worries, strengths and rounds on a telephone', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin({ width: 360, height: 800 });
    page = await journey.open('/#/assessments');
    for (const draft of [...families, ...cases]) await layDown(page, journey.origin, draft);
  });
  afterAll(() => journey.end());

  async function open(draft: Assessment, kind: 'factors' | 'rounds'): Promise<void> {
    await page.goto(`${journey.origin}/#/assessments/${draft.id}/output/${kind}`);
    // The page before has the same parts, of another family or another kind.
    await page.locator(`.hw-identity a[href$="/${draft.id}"]`).first().waitFor();
    const table = page.locator(kind === 'factors' ? '[data-cell]' : '.hw-side-by-side').first();
    await table.waitFor({ state: 'attached' });
    await showAll(page);
    await table.waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      'pixels too wide',
    ).toBeLessThanOrEqual(0);
  }

  /** What stands in the page's main part; without what people wrote, where `own` is false. */
  const textOf = (own: boolean): Promise<string> =>
    page.evaluate((withOwn) => {
      const read = (node: Node): string => {
        if (node instanceof HTMLElement && node.shadowRoot) return read(node.shadowRoot);
        if (node instanceof HTMLElement && !withOwn && node.localName === 'bdi') return '';
        if (node instanceof Text) return node.data;
        return [...node.childNodes].map(read).join(' ');
      };
      const main = document.querySelector('homeward-app')?.shadowRoot?.querySelector('main');
      return main ? read(main).replace(/\s+/g, ' ') : '';
    }, own);

  test.each(families)('$id: every rating stands in the table, with words and no measure of risk', async (draft) => {
    await open(draft, 'factors');
    const text = await textOf(true);
    const picture = factorPicture(pack, draft);
    for (const { factor, rating } of allCells(picture)) {
      expect(text).toContain(factor.label);
      expect(text).toContain(phrase(pack, `status-${rating?.status ?? ''}` as PhraseId));
    }
    expect(await page.locator('[data-cell]').count()).toBe(allCells(picture).length);
    expect(measuresIn(await textOf(true))).toEqual([]);
  });

  test.each(families)('$id: every class, reason and rating of each round stands side by side', async (draft) => {
    await open(draft, 'rounds');
    const [child] = childrenInScope(draft);
    const picture = roundsPicture(pack, draft, child?.id ?? '');
    await page.getByLabel('Show also what was absent or unknown throughout').check();
    const text = await textOf(true);
    for (const { riskClass, reason } of picture?.rounds ?? []) {
      expect(text).toContain(riskClass?.label ?? 'a class');
      expect(text).toContain(reason);
    }
    for (const { rating } of (picture?.factors ?? []).flatMap(({ cells }) => cells)) {
      expect(text).toContain(rating?.note ?? 'a note');
      expect(text).toContain(rating?.source ?? '');
    }
    for (const { name } of childrenInScope(draft)) expect(text).toContain(name);
    expect(measuresIn(text)).toEqual([]);
  });

  test.each(cases)('$reference: what the tool itself says holds no measure of risk either', async (draft) => {
    await open(draft, 'factors');
    expect(measuresIn(await textOf(false))).toEqual([]);
    await open(draft, 'rounds');
    expect(measuresIn(await textOf(false))).toEqual([]);
  });

  test.each([
    ['tarnwhistle', 'bramble', 1],
    ['quillfeather', 'juniper', 2],
  ] as const)('%s: the page of a class says no number, percentage or score of risk', async (id, child, round) => {
    await page.goto(`${journey.origin}/#/assessments/${caseDraft(id).id}/round/${String(round)}/${child}`);
    await page.getByText(`Classification round ${String(round)}`).waitFor();
    await page.getByRole('button', { name: 'What your ratings point to' }).click();
    await page.locator('.hw-suggestion').getByText('It may be wrong. You decide.').waitFor();
    // Beside what is asked and its guidance: the picture, the suggestion, and the question over them.
    const parts = ['h1', '.hw-round__known', '.hw-suggestion'];
    const text = (await Promise.all(parts.map((part) => page.locator(part).first().innerText()))).join('\n');
    expect(text).toMatch(/What keeps it from being lower|What evidence would point to another class/);
    expect(measuresIn(text.replace(/\bpoint to\b/g, ' '))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Go to the choice of a class' }).click();
    await page.locator('.hw-round__asked:focus').waitFor();
  });

  test('cards are still a grid of rows and cells to a screen reader, and the rounds a table', async () => {
    const [, draft] = families;
    if (!draft) throw new Error('no family');
    await open(draft, 'factors');
    const rolesOf = async (): Promise<readonly string[]> => {
      const lines = await accessibilityLines(
        page,
        `document.querySelector('homeward-app').shadowRoot.querySelector('main')`,
      );
      return [...new Set(lines.map((line) => line.trim().split(' ')[0] ?? ''))];
    };
    expect(await rolesOf()).toEqual(expect.arrayContaining(['grid', 'row', 'rowheader', 'columnheader', 'gridcell']));
    await open(draft, 'rounds');
    expect(await rolesOf()).toEqual(expect.arrayContaining(['table', 'row', 'rowheader', 'columnheader', 'cell']));
  });

  test('a cell leads to its question, in the section that asks it', async () => {
    const [draft] = cases;
    await open(draft ?? ratedFamily(pack, { children: 0, adults: 0, rounds: 0 }), 'factors');
    await page.locator('[data-cell="mental-ill-health~wren"]').click();
    await page.getByRole('link', { name: 'Change this rating' }).click();
    await page.locator('[data-key="factors-parent@3~wren"]').waitFor();
    expect(page.url()).toContain('/classification-3');

    // What a child has of their own can protect nobody but them.
    const theirs = page.locator('[data-key="factors-child@3~juniper"]');
    await theirs.locator('summary', { hasText: 'Has a trusted adult outside the household' }).first().press('Enter');
    const offered = theirs.locator('[name="factors-child@3~juniper.secure-adult.guards"]');
    await offered.first().waitFor({ state: 'attached' });
    const values = await offered.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    expect(values.filter((value) => !value.endsWith('~juniper'))).toEqual([]);
  });
});

/** Percentages, scores, and figures that are no date, round or count of what supports something. */
const measuresIn = (text: string): readonly string[] => [
  ...(text.replace(figuresAllowed, ' ').match(/.{0,20}\d.{0,20}/g) ?? []),
  ...(text.match(/.{0,20}(%|per ?cent|\bscore|\bpoints?\b).{0,20}/gi) ?? []),
];
