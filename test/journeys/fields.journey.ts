import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerIn,
  placeOf,
  sampleGoals,
  samplePack,
  samplePeople,
  samples,
  sampleStates,
  type Sample,
  type SampleState,
} from '../../src/elements/fields/samples.suite.ts';
import type { GivenAnswer } from '../../src/elements/form/own-session.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Pack } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { accessibilityLines } from './accessibility-tree.ts';
import { Journey } from './harness.ts';
import { focusOf, saying, tabTo } from './keyboard.ts';

/** With `WRITE_SNAPSHOTS=1` the trees are written instead of compared, also where the README shows them. */
const write = process.env.WRITE_SNAPSHOTS === '1';
const folder = 'src/elements/fields';

const hostPage = `<!doctype html><html lang="en"><title>Fields</title><main></main><script type="module" src="/host.js"></script></html>`;
const hostScript = `
import '/elements/define/homeward-form.js';
window.show = async (what) => {
  const form = Object.assign(document.createElement('homeward-form'), what, { view: 'all' });
  document.querySelector('main').replaceChildren(form);
  await form.updateComplete;
};
window.openRow = async () => {
  const form = document.querySelector('homeward-form');
  const row = form.shadowRoot.querySelector('.hw-row');
  if (row) for (const details of [row, ...row.querySelectorAll('.hw-more')]) details.open = true;
  await form.updateComplete;
};
document.title = 'ready';
`;

interface Shown {
  readonly pack: Pack;
  readonly people: typeof samplePeople;
  readonly answers: readonly GivenAnswer[];
  readonly readonly?: boolean;
}

declare global {
  interface Window {
    show(what: Shown): Promise<void>;
    openRow(): Promise<void>;
  }
}

const answersOf = (all: Readonly<Record<string, Answer | null>>): readonly GivenAnswer[] =>
  Object.entries(all).flatMap(([key, answer]) => {
    const place = parsePlaceKey(key);
    return place && answer ? [{ ...place, answer }] : [];
  });

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await Journey.begin();
  journey.host('/host.html', hostPage);
  journey.host('/host.js', hostScript);
  page = await journey.open('/host.html');
  await page.waitForFunction(() => document.title === 'ready');
});
afterAll(() => journey.end());

async function show(sample: Sample, state: SampleState, answer: Answer | null): Promise<void> {
  const answers = answersOf({ goals: { is: 'given', value: sampleGoals.goals }, [placeOf(sample)]: answer });
  const shown = { pack: samplePack(sample), people: samplePeople, answers, readonly: state === 'read-only' };
  await page.evaluate((what) => window.show(what), shown);
}

const treeOf = async (key: string): Promise<string> =>
  (
    await accessibilityLines(
      page,
      `document.querySelector('homeward-form').shadowRoot.querySelector('[data-key="${key}"]')`,
    )
  ).join('\n');

/** The tree of a question in each state it can be in, and of its first row opened where it has rows. */
async function treesOf(sample: Sample): Promise<ReadonlyMap<string, string>> {
  const trees = new Map<string, string>();
  for (const state of sampleStates) {
    const answer = answerIn(sample, state);
    if (answer === undefined) continue;
    await show(sample, state, answer);
    trees.set(state, await treeOf(placeOf(sample)));
    if (state !== 'filled' && state !== 'unread') continue;
    await page.evaluate(() => window.openRow());
    const opened = await treeOf(placeOf(sample));
    if (opened !== trees.get(state)) trees.set(`${state}, first row opened`, opened);
  }
  return trees;
}

const asText = (trees: ReadonlyMap<string, string>): string =>
  [...trees].map(([state, tree]) => `## ${state}\n\n${tree}\n`).join('\n');

/** The README with the trees in the blocks that ask for one, as ```` ```text date: filled ````. */
function withTrees(readme: string, { kind }: Sample, trees: ReadonlyMap<string, string>): string {
  return readme.replace(/^```text ([a-z-]+): (.+)\n[^]*?^```$/gm, (block, of: string, state: string) => {
    if (of !== kind) return block;
    const tree = trees.get(state);
    if (tree === undefined) throw new Error(`the README asks for "${of}: ${state}", which there is not`);
    return `\`\`\`text ${of}: ${state}\n${tree}\n\`\`\``;
  });
}

describe('what a screen reader meets', () => {
  for (const sample of samples)
    test(`${sample.kind} in every state, as committed and as the README says`, async () => {
      const trees = await treesOf(sample);
      const file = `${folder}/snapshots/${sample.kind}.txt`;
      const readme = await readFile(`${folder}/README.md`, 'utf8');
      if (write) {
        await writeFile(file, asText(trees));
        await writeFile(`${folder}/README.md`, withTrees(readme, sample, trees));
        return;
      }
      expect(asText(trees)).toBe(await readFile(file, 'utf8'));
      expect(readme).toContain(`\`\`\`text ${sample.kind}: `);
      expect(withTrees(readme, sample, trees)).toBe(readme);
    });
});
