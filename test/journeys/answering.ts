import type { Page } from 'playwright-core';
import { tableKinds, type Column, type Pack, type Question, type Section } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { choose, focusOf, pick, saying, tabTo, tick, typeInto } from './keyboard.ts';

/** What to say where it matters; everything else is made up from the name of the control. */
export interface Script {
  /** For the control called `name`: the choice to make, or the words to type. */
  readonly say?: (name: string) => string | undefined;
  /** Something more to do once a place is answered, such as to go back to another. */
  readonly then?: (place: string) => Promise<void>;
}

export interface Answered {
  /** The places answered, in the order in which Tab came to them. */
  readonly places: readonly string[];
  /** Every text typed, by the name of its box. */
  readonly typed: ReadonlyMap<string, string>;
}

/** Answers every question of the section on screen with the keyboard alone, from where the keyboard is now. */
export async function answerSection(page: Page, pack: Pack, section: Section, script: Script = {}): Promise<Answered> {
  const typed = new Map<string, string>();
  const places: string[] = [];
  for (;;) {
    // Looked at again each time: an answer may bring a question or take one away.
    const key = (await placesOn(page, section)).find((place) => !places.includes(place));
    if (key === undefined) return { places, typed };
    const question = pack.questions.find(({ id }) => id === parsePlaceKey(key)?.question);
    if (!question) throw new Error(`"${key}" is no question of the pack`);
    await unfold(page, key);
    await answer({ page, question, key, script, typed });
    places.push(key);
    await script.then?.(key);
  }
}

/** The places of a section's questions as they stand on the page; a suggestion is nothing to answer. */
export function placesOn(page: Page, section: Section): Promise<readonly string[]> {
  return page
    .locator(`[data-section="${section.id}"] [data-key]:not(:has(.hw-suggestion))`)
    .evaluateAll((questions) => questions.map((each) => (each as HTMLElement).dataset.key ?? ''));
}

/** Where there are many people, each is folded up until somebody opens the line with the name. */
async function unfold(page: Page, key: string): Promise<void> {
  const folded = page.locator('details.hw-person:not([open])').filter({ has: page.locator(`[data-key="${key}"]`) });
  if ((await folded.count()) === 0) return;
  const id = await folded.getAttribute('id');
  await tabTo(page, (focus) => focus.tag === 'summary' && focus.parent === id);
  await page.keyboard.press('Enter');
}

interface Asked {
  readonly page: Page;
  readonly question: Question;
  readonly key: string;
  readonly script: Script;
  readonly typed: Map<string, string>;
}

async function answer(asked: Asked): Promise<void> {
  const { page, question, key, script } = asked;
  const choices = question.choices?.map(({ id }) => id) ?? [];
  const said = script.say?.(key);
  if (tableKinds.includes(question.kind)) return fillTable(asked);
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return write(asked, key);
    case 'single-choice':
      return choose(page, key, said ?? choices[0] ?? '');
    case 'yes-no-unknown':
      await choose(page, key, said ?? 'yes');
      return write(asked, `${key}.note`);
    case 'date':
      return date(page, key);
    default:
      throw new Error(`No journey answers a question of kind "${question.kind}" yet`);
  }
}

async function write({ page, script, typed }: Asked, name: string): Promise<void> {
  const text = script.say?.(name) ?? wordsFor(name);
  await typeInto(page, name, text);
  typed.set(name, text);
}

/** Letters that a poor font or a poor encoding loses, and a number that makes the text findable. */
function wordsFor(name: string): string {
  return `Dŵr a thŷ, café – ‘said’ (${name.replace(/[^a-z0-9]+/gi, ' ').slice(-24)})`;
}

async function date(page: Page, name: string): Promise<void> {
  await typeInto(page, `${name}.day`, '3');
  await typeInto(page, `${name}.month`, '12');
  await typeInto(page, `${name}.year`, '2024');
}

/** Opens the rows that are there and fills what is empty, then adds one row more. */
async function fillTable(asked: Asked): Promise<void> {
  const { page, question, key } = asked;
  const rows = await page
    .locator(`[data-key="${key}"] details.hw-row`)
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.row ?? ''));
  for (const row of rows) {
    await tabTo(page, (focus) => focus.opensRow && focus.row === row);
    await page.keyboard.press('Enter');
    await fillRow(asked, row);
  }
  if (rows.length > 0 && question.kind === 'person-table') return;
  if ((question.lists?.length ?? 0) > 1) {
    await tabTo(page, ({ id }) => id === `add:${key}.role`);
    await page.keyboard.press('ArrowDown');
  }
  await tabTo(page, ({ id }) => id === `add:${key}`);
  await page.keyboard.press('Enter');
  await fillRow(asked, await newRow(page, key));
}

/** The row that has the keyboard after one was added. */
async function newRow(page: Page, key: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { question, row } = await focusOf(page);
    if (question === key && row !== '') return row;
    await page.waitForTimeout(20);
  }
  throw new Error(`Adding a row to "${key}" did not bring the keyboard there`);
}

async function fillRow(asked: Asked, row: string): Promise<void> {
  const { page, question, key } = asked;
  const columns = question.columns ?? [];
  const required = columns.filter((column) => column.required);
  for (const column of required) await fillCell(asked, `${key}.${row}.${column.id}`, column);
  const more = columns.filter((column) => !column.required);
  if (required.length > 0 && more.length > 0) {
    await tabTo(page, (focus) => focus.row === row && saying('More about this')(focus));
    await page.keyboard.press('Enter');
  }
  for (const column of more) await fillCell(asked, `${key}.${row}.${column.id}`, column);
}

async function fillCell(asked: Asked, name: string, column: Column): Promise<void> {
  const { page, script } = asked;
  const said = script.say?.(name);
  switch (column.kind) {
    case 'text':
    case 'long-text': {
      const { value } = await tabTo(page, name);
      if (value === '') await write(asked, name);
      return;
    }
    case 'number':
      return typeInto(page, name, '12');
    case 'date':
      return date(page, name);
    case 'single-choice':
      await pick(page, name, said);
      return;
    case 'yes-no':
    case 'traffic-light':
      return choose(page, name, said ?? (column.kind === 'yes-no' ? 'yes' : 'green'));
    case 'multi-choice':
      await tick(page, name, said);
      return;
    case 'person':
      // Somebody who can be chosen is there, or a later section brings them.
      if ((await page.locator(`[name="${name}"]`).count()) === 0) return;
      await (column.many ? tick(page, name) : pick(page, name));
      return;
    case 'question-ref':
      throw new Error(`No journey fills a cell that points at another question yet: ${name}`);
  }
}
