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
import { choose, focusOf, follow, pick, saying, tabTo, tick, typeInto } from './keyboard.ts';

/** With `WRITE_SNAPSHOTS=1` the trees are written instead of compared, also where the README shows them. */
const write = process.env.WRITE_SNAPSHOTS === '1';
const folder = 'src/elements/fields';

const hostPage = `<!doctype html><html lang="en"><title>Fields</title><main tabindex="-1"></main><script type="module" src="/host.js"></script></html>`;
const hostScript = `
import '/elements/define/homeward-form.js';
window.show = async (what) => {
  const form = Object.assign(document.createElement('homeward-form'), what, { view: 'all' });
  const main = document.querySelector('main');
  // Where Tab goes on once what had the keyboard is gone is the browser's guess: it begins at the top of what is shown.
  main.focus();
  main.replaceChildren(form);
  await form.updateComplete;
};
window.openRow = async () => {
  const form = document.querySelector('homeward-form');
  const row = form.shadowRoot.querySelector('.hw-row');
  if (row) for (const details of [row, ...row.querySelectorAll('.hw-more')]) details.open = true;
  form.shadowRoot.querySelector('.hw-suggestion [data-more]')?.click();
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

/** The browser brings its tree up to date a little after the page: it is asked until it says the same twice. */
async function treeOf(key: string): Promise<string> {
  const question = `document.querySelector('homeward-form').shadowRoot.querySelector('[data-key="${key}"]')`;
  for (let before = ''; ;) {
    const now = (await accessibilityLines(page, question)).join('\n');
    if (now !== '' && now === before) return now;
    before = now;
    await page.waitForTimeout(30);
  }
}

/** The tree of a question in each state it can be in, and of its first row opened where it has rows. */
async function treesOf(sample: Sample): Promise<ReadonlyMap<string, string>> {
  const trees = new Map<string, string>();
  for (const state of sampleStates) {
    const answer = answerIn(sample, state);
    if (answer === undefined) continue;
    await show(sample, state, answer);
    trees.set(state, await treeOf(placeOf(sample)));
    if (state !== 'filled' && state !== 'unread' && sample.filled !== null) continue;
    await page.evaluate(() => window.openRow());
    const opened = await treeOf(placeOf(sample));
    const name = sample.filled === null ? 'opened' : `${state}, first row opened`;
    if (opened !== trees.get(state)) trees.set(name, opened);
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

describe('by keyboard alone', () => {
  const sampleOf = (kind: string): Sample => {
    const found = samples.find((each) => each.kind === kind);
    if (!found) throw new Error(`no sample is a ${kind}`);
    return found;
  };
  const answerOf = (key: string): Promise<Answer | undefined> =>
    page.evaluate((place) => {
      const { answers } = document.querySelector('homeward-form') as unknown as { answers: readonly GivenAnswer[] };
      const keyOf = ({ question, subject, round }: GivenAnswer): string =>
        `${question}${round === 0 ? '' : `@${String(round)}`}${subject === null ? '' : `~${subject}`}`;
      return answers.find((each) => keyOf(each) === place)?.answer;
    }, key);

  test('a day typed into one box spreads over the three as the box is left', async () => {
    await show(sampleOf('date'), 'empty', null);
    await typeInto(page, 'q.day', '27 mar 2026');
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toMatchObject({ name: 'q.month', value: '3' });
    expect(await answerOf('q')).toEqual({ is: 'given', value: '2026-03-27' });
  });

  test('a menu of states turns to not known and back, and the boxes follow after More', async () => {
    await show(sampleOf('single-choice'), 'filled', sampleOf('single-choice').filled);
    await choose(page, 'q', 'wants');
    await pick(page, 'q.state', 'not-known');
    await page.keyboard.press('Tab');
    expect((await focusOf(page)).words).toContain('More');
    await typeInto(page, 'q.reason', 'Not asked yet');
    await typeInto(page, 'q.by.year', '2027');
    expect(await answerOf('q')).toMatchObject({ is: 'not-known', reason: 'Not asked yet' });
    await tabTo(page, 'q.state', 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await answerOf('q')).toEqual({ is: 'given', value: 'wants' });
  });

  test('rows are added, filled, moved, removed and brought back', async () => {
    await show(sampleOf('chronology-table'), 'filled', sampleOf('chronology-table').filled);
    await follow(page, 'Add another entry');
    const first = await focusOf(page);
    expect(first.name).toMatch(/^q\..+\.when\.day$/);
    const row = first.row;
    await page.keyboard.type('2027-01-05');
    await typeInto(page, `q.${row}.what`, 'Started school');
    await tabTo(page, ({ opensRow, words }) => !opensRow && words.startsWith('More about this'));
    await page.keyboard.press('Space');
    await typeInto(page, `q.${row}.source`, 'Letter');
    await follow(page, 'Move up');
    expect(await focusOf(page)).toMatchObject({ row, words: expect.stringMatching(/^Move up/) as string });
    await page.keyboard.press('Enter');
    expect((await focusOf(page)).words).toMatch(/^Move down/);
    await tabTo(page, (focus) => saying('Remove')(focus) && focus.row === row, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await focusOf(page)).words).toBe('Undo');
    await page.keyboard.press('Enter');
    expect(await focusOf(page)).toMatchObject({ row, opensRow: true });
    const answer = await answerOf('q');
    expect(answer).toMatchObject({
      value: [{ id: row, cells: { when: '2027-01-05', what: 'Started school', source: 'Letter' } }, {}, {}],
    });
  });

  test('somebody is added in place, is chosen there, and the keyboard goes on from there', async () => {
    await show(sampleOf('table'), 'filled', sampleOf('table').filled);
    await tabTo(page, ({ opensRow }) => opensRow);
    await page.keyboard.press('Enter');
    await follow(page, 'Add somebody not listed');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sorrel');
    await tabTo(page, ({ id }) => id.endsWith('.role'));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, ({ tag, words }) => tag === 'button' && words === 'Add');
    await page.keyboard.press('Enter');
    expect((await focusOf(page)).words).toMatch(/^Add somebody not listed/);
    const menu = await tabTo(page, 'q.r1.person', 'Shift+Tab');
    expect(await answerOf('q')).toMatchObject({ value: [{ cells: { person: menu.value } }] });
    expect(menu.value).not.toBe('juno');
  });

  test('choices, notes, factors with what they guard against, and signatures', async () => {
    await show(sampleOf('checklist'), 'empty', null);
    await choose(page, 'q.sleep.done', 'not-done');
    await typeInto(page, 'q.sleep.done.note', 'Two to a bed');
    expect(await answerOf('q')).toMatchObject({ value: [{ item: 'sleep', state: 'not-done', note: 'Two to a bed' }] });

    await show(sampleOf('multi-choice'), 'empty', null);
    await tick(page, 'q', 'aunt');
    expect(await answerOf('q')).toMatchObject({ value: ['aunt'] });

    const factors = sampleOf('factor-rating');
    const place = placeOf(factors);
    await show(factors, 'empty', null);
    await tabTo(page, ({ opensRow, row }) => opensRow && row === 'drink');
    await page.keyboard.press('Space');
    await choose(page, `${place}.drink.status`, 'reducing');
    await tabTo(page, ({ opensRow, row }) => opensRow && row === 'ally');
    await page.keyboard.press('Enter');
    await choose(page, `${place}.ally.status`, 'evidenced');
    await tick(page, `${place}.ally.guards`);
    expect(await answerOf(place)).toMatchObject({
      value: [
        { factor: 'drink', status: 'reducing' },
        { factor: 'ally', status: 'evidenced', guards: [{ risk: 'drink', of: 'juno', child: 'moss' }] },
      ],
    });

    await show(sampleOf('signature'), 'empty', null);
    await follow(page, 'Add a signature');
    expect((await focusOf(page)).name).toBe('q.1.person');
    await pick(page, 'q.1.person', 'juno');
    await typeInto(page, 'q.1.mark', 'Juno');
    expect(await answerOf('q')).toMatchObject({ value: [{ person: 'juno', mark: { kind: 'typed', text: 'Juno' } }] });
  });
});

describe('where the code of a rarer kind does not come', () => {
  test('the question says so in its place, nothing is lost, and trying again brings it', async () => {
    const table = samples.find(({ kind }) => kind === 'chronology-table');
    if (!table) throw new Error('no sample is a chronology');
    const chunk = '**/chunks/rarer-*.js';
    await journey.context.route(chunk, (route) => route.abort());
    const here = await journey.open('/host.html');
    await here.waitForFunction(() => document.title === 'ready');
    const answers = answersOf({ [placeOf(table)]: table.filled });
    await here.evaluate((what) => window.show(what), { pack: samplePack(table), people: samplePeople, answers });

    const question = here.locator(`[data-key="${placeOf(table)}"]`);
    const again = question.getByRole('button', { name: 'Try again' });
    expect(await question.getByRole('status').innerText()).toContain('What was answered here is kept.');
    await again.press('Enter');
    await expect.poll(async () => (await focusOf(here)).words).toBe('Try again');
    expect(await here.evaluate(() => (document.querySelector('homeward-form') as unknown as Shown).answers)).toEqual(
      answers,
    );

    await journey.context.unroute(chunk);
    await again.press('Enter');
    await question.getByRole('button', { name: 'Add another entry' }).waitFor();
    expect(await question.locator('.hw-row').count()).toBe(
      (table.filled as { value: readonly unknown[] }).value.length,
    );
    await expect.poll(async () => (await focusOf(here)).opensRow).toBe(true);
    await here.close();
    // The browser says itself that it could not fetch what was refused.
    expect(journey.faults.splice(0).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });
});
