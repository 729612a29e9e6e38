import type { Page } from 'playwright-core';
import type { Row } from '../../src/model/answer.ts';
import { rowsOf } from '../../src/model/fits.ts';
import { cellShown } from '../../src/model/gaps.ts';
import type { Column } from '../../src/model/pack.ts';
import { formName, parsePlaceKey } from '../../src/model/place.ts';
import type { GivenAnswer } from '../../src/elements/form/own-session.ts';
import { choose, date, isOpen, select, tickAll, unfold, write, type Filling, type Task } from './filling.ts';
import { focusOf, pickHere } from './keyboard.ts';
import { withRefs } from './same-draft.ts';
import type { Way } from './way.ts';

/** Makes the table say `rows`: adds those that are missing, puts them in their order, and fills every cell. */
export async function fillRows(task: Task, rows: readonly Row[]): Promise<void> {
  const { way, key, question } = task;
  if (question.kind === 'person-table') await bringPeople(task, rows);
  for (const [index, row] of rows.entries()) {
    const id = (await rowsShown(way.page, key))[index]?.id ?? (await addRow(way, key));
    await openRow(way, key, id);
    await fillRow(task, row, id);
  }
}

/** The rows of a place as the form holds them now. */
async function rowsShown(page: Page, key: string): Promise<readonly Row[]> {
  const place = parsePlaceKey(key);
  const answers = await page
    .locator('homeward-form')
    .evaluate((form) => (form as HTMLElement & { readonly answers: readonly GivenAnswer[] }).answers);
  const found = answers.find(
    ({ question, subject, round }) => formName({ question, subject, round }) === (place ? formName(place) : ''),
  );
  return rowsOf(found?.answer);
}

async function bringPeople({ way, key }: Task, rows: readonly Row[]): Promise<void> {
  for (const [index, { person = '' }] of rows.entries()) {
    const shown = await rowsShown(way.page, key);
    let at = shown.findIndex((row) => row.person === person);
    let id = shown[at]?.id;
    if (id === undefined) {
      at = shown.length;
      await way.to(`[id="known:${key}"]`);
      await pickHere(way.page, person);
      await way.to(`[data-key="${key}"] .hw-adding__known button`);
      await way.page.keyboard.press('Enter');
      id = await newRow(way.page, key);
    }
    for (; at > index; at -= 1) {
      await openRow(way, key, id);
      await way.to(`${rowSelector(key, id)} .hw-row__cells > .govuk-button-group button`, 'Move up');
      await way.page.keyboard.press('Enter');
      await way.page.locator(`[data-key="${key}"] .hw-rows > :nth-child(${String(at)}) > [data-row="${id}"]`).waitFor();
      await keyboardInRow(way.page, key, id);
    }
  }
}

async function addRow(way: Way, key: string): Promise<string> {
  await way.to(`[id="add:${key}"]`);
  await way.page.keyboard.press('Enter');
  return newRow(way.page, key);
}

/** The row that has the keyboard once one was added. */
async function newRow(page: Page, key: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { question, row, tag } = await focusOf(page);
    if (question === key && row !== '' && tag !== 'button') return row;
    await page.waitForTimeout(10);
  }
  throw new Error(`The keyboard did not come to a new row of "${key}"`);
}

/** Waits until the keyboard is in a row, so that it does not come there when it is elsewhere already. */
async function keyboardInRow(page: Page, key: string, row: string): Promise<void> {
  await page
    .locator(`${rowSelector(key, row)} :focus`)
    .first()
    .waitFor();
}

const rowSelector = (key: string, row: string): string => `[data-key="${key}"] details[data-row="${row}"]`;

async function openRow(way: Way, key: string, row: string): Promise<void> {
  if (await isOpen(way.page, rowSelector(key, row))) return;
  await way.to(`${rowSelector(key, row)} > summary`);
  await way.page.keyboard.press('Enter');
}

async function fillRow(task: Task, row: Row, id: string): Promise<void> {
  const { way, key, question, wanted } = task;
  const columns = question.columns ?? [];
  const said = columns.map((column) => ({ column, cell: cellShown(column, row, wanted) }));
  const required = said.filter(({ column }) => column.required);
  const more = said.filter(({ column, cell }) => !column.required && cell !== undefined);
  for (const { column, cell } of required) await fillCell(task, id, column, cell);
  if (required.length > 0 && more.length > 0) {
    const folded = `${rowSelector(key, id)} .hw-more`;
    if (!(await isOpen(way.page, folded))) {
      await way.to(`${folded} > summary`);
      await way.page.keyboard.press('Enter');
    }
  }
  for (const { column, cell } of more) await fillCell(task, id, column, cell);
}

async function fillCell({ way, key, wanted }: Task, row: string, column: Column, cell: unknown): Promise<void> {
  if (cell === undefined) return;
  const name = `${key}.${row}.${column.id}`;
  const texts = Array.isArray(cell) ? cell.map(String) : [];
  const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  switch (column.kind) {
    case 'text':
    case 'long-text':
    case 'number':
      return write(way, name, text);
    case 'date':
      return date(way, name, text);
    case 'single-choice':
      return select(way, name, text);
    case 'yes-no':
    case 'traffic-light':
      return choose(way, name, text);
    case 'multi-choice':
      return tickAll(way, name, texts);
    case 'person':
      return column.many ? tickAll(way, name, texts) : select(way, name, text);
    case 'question-ref': {
      const answers = await way.page
        .locator('homeward-form')
        .evaluate((form) => (form as HTMLElement & { readonly answers: readonly GivenAnswer[] }).answers);
      const here = Object.fromEntries(answers.map(({ answer, ...place }) => [formName(place), answer]));
      const refs = withRefs(wanted.answers, here);
      return column.many ? tickAll(way, name, texts.map(refs)) : select(way, name, refs(text));
    }
  }
}

/** Takes the rows out of a person table that the wanted assessment does not have; the people stay where others speak of them. */
export async function removeRest(filling: Filling, key: string): Promise<void> {
  const { way, wanted } = filling;
  const keep = new Set(rowsOf(wanted.answers[key]).map(({ person }) => person));
  for (const { id, person } of await rowsShown(way.page, key)) {
    if (keep.has(person)) continue;
    await unfold(way, key);
    await openRow(way, key, id);
    await way.to(`${rowSelector(key, id)} .hw-row__cells > .govuk-button-group button`, 'Remove');
    await way.page.keyboard.press('Enter');
    await way.page.locator(rowSelector(key, id)).waitFor({ state: 'detached' });
    await way.page.locator('.hw-removed button:focus').waitFor();
  }
}
