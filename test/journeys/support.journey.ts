import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rating } from '../../src/model/answer.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { accessibilityLines } from './accessibility-tree.ts';
import { layDown, restingDraft } from './draft.ts';
import { quillfeather } from './guidance.ts';
import { Journey } from './harness.ts';
import { focusOf, follow, saying, tabTo } from './keyboard.ts';
import { heading, saved, showAll } from './steps.ts';

const write = process.env.WRITE_SNAPSHOTS === '1';
const readmeFile = 'src/elements/fields/README.md';
const key = 'factors-child@1~moss';

/** The case with one rating nobody supports, little to choose from, and no evidence yet. */
function draft(): Assessment {
  const { evidence: _evidence, ...whole } = quillfeather();
  const bare = (rating: Rating): Rating => {
    if (rating.factor !== 'under-five') return rating;
    const { note: _note, source: _source, ...kept } = rating;
    return kept;
  };
  const answers = Object.fromEntries(
    Object.entries(whole.answers).flatMap(([at, answer]) => {
      if (/^(change-evidence|home-conditions|visit-log|goal-progress|views-at-review|absent-parents)/.test(at))
        return [];
      if (at !== key || answer.is !== 'given') return [[at, answer] as const];
      return [[at, { ...answer, value: (answer.value as readonly Rating[]).map(bare) }] as const];
    }),
  );
  return { ...whole, answers };
}

let journey: Journey;
let page: Page;
const begun = draft();
beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open('/#/assessments');
  await layDown(page, journey.origin, begun);
});
afterAll(() => journey.end());

/** What a screen reader meets in the panel; asked until it says the same twice, as the tree comes after the page. */
async function panelLines(): Promise<readonly string[]> {
  const panel = `(() => {
    const find = (root) => root.querySelector('[data-key="${key}"] [data-row="under-five"] .hw-support') ??
      [...root.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean);
    return find(document);
  })()`;
  for (let before = ''; ;) {
    const lines = await accessibilityLines(page, panel);
    if (lines.length > 0 && lines.join() === before) return lines;
    before = lines.join();
    await page.waitForTimeout(30);
  }
}

/** The README with what a screen reader meets in the panel, in the block that asks for it. */
const withTree = (readme: string, tree: string): string =>
  readme.replace(/^```text support: .+\n[^]*?^```$/m, `\`\`\`text support: opened\n${tree}\n\`\`\``);

test('from a rating without support to what supports it, by keyboard, and onto the page that is printed', async () => {
  await page.goto(`${journey.origin}/#/assessments/${begun.id}/check/stage-1-assess`);
  await heading(page, 'Check answers');
  await page.getByText('Ratings without support (1)').waitFor();
  await tabTo(page, saying('Ratings without support (1)'));
  await page.keyboard.press('Enter');
  await follow(page, 'Moss Quillfeather: Under five');
  await page.locator(`[data-key="${key}"] [data-row="under-five"][open]`).waitFor();
  expect((await focusOf(page)).row).toBe('under-five');

  await follow(page, 'What supports this?');
  await page.getByText('Choose from what is recorded').waitFor();
  await tabTo(page, saying('Choose from what is recorded'));
  await page.keyboard.press('Enter');
  const tree = (await panelLines()).filter((line) => !/^ *(checkbox|text) /.test(line)).join('\n');
  const readme = await readFile(readmeFile, 'utf8');
  if (write) await writeFile(readmeFile, withTree(readme, tree));
  else expect(withTree(readme, tree)).toBe(readme);

  await page.keyboard.press('Tab');
  await page.keyboard.type('own words');
  await page.keyboard.press('Tab');
  await tabTo(page, ({ type, id }) => type === 'checkbox' && id.endsWith('child-own-words~moss'));
  await page.keyboard.press('Space');
  await follow(page, 'Write something new');
  await page.keyboard.type('Cannot open the front door');
  await saved(page);
  const { evidence = [] } = await restingDraft(page, begun.id);
  expect(evidence).toMatchObject([
    { kind: 'child-words', mark: 'view', person: 'moss', takenFrom: 'child-own-words~moss' },
    { words: 'Cannot open the front door', supports: [{ at: key, factor: 'under-five' }] },
  ]);

  await page.goto(`${journey.origin}/#/assessments/${begun.id}/check/stage-1-assess`);
  await heading(page, 'Check answers');
  await showAll(page);
  await page.getByText('Cannot open the front door').waitFor();
  expect(await page.getByText('Ratings without support').count()).toBe(0);
});
