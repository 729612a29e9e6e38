import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, follow, tabTo, typeInto } from './keyboard.ts';

export interface Family {
  readonly reference: string;
  readonly children: readonly string[];
  readonly adults: readonly string[];
}

/** A fictional family of two children and two adults. */
export const twoAndTwo: Family = {
  reference: 'TRAINING-4471',
  children: ['Juniper Ŵyn Quillfeather', 'Moss Quillfeather'],
  adults: ['Wren Quillfeather', 'Rook Larkspur'],
};

/** From the first page: begins an assessment of `family` with the keyboard alone. Ends on its list of tasks. */
export async function beginByKeyboard(page: Page, family: Family): Promise<void> {
  await heading(page, 'Deciding together');
  await follow(page, 'Start an assessment');
  await heading(page, 'Start an assessment');
  await choose(page, 'kind', 'training');
  await typeInto(page, 'reference', family.reference);
  await choose(page, 'purpose', 'reunification');
  await names(page, 'children', 'Add another child', family.children);
  await names(page, 'adults', 'Add another adult', family.adults);
  await follow(page, 'Start');
  await heading(page, `Assessment ${family.reference}`);
}

async function names(page: Page, which: string, more: string, people: readonly string[]): Promise<void> {
  for (const [index, name] of people.entries()) {
    if (index > 0) {
      await follow(page, more);
      await page.locator(`[name="${which}.${String(index)}"]:focus`).waitFor();
    }
    await typeInto(page, `${which}.${String(index)}`, name);
    if (which === 'adults') await choose(page, `adults.${String(index)}.role`, 'parent');
  }
}

/** Begins an assessment the quick way, where the way in is not what is walked. Gives its id. */
export async function begin(page: Page, origin: string, family: Family): Promise<string> {
  await page.goto(`${origin}/#/assessments/new`);
  await page.getByLabel('Training', { exact: true }).check();
  await page.getByLabel('Reference').fill(family.reference);
  await page.getByLabel('Return home from care').check();
  for (const which of ['children', 'adults'] as const)
    for (const [index, name] of family[which].entries()) {
      if (index > 0)
        await page.getByRole('button', { name: `Add another ${which === 'adults' ? 'adult' : 'child'}` }).click();
      await page.locator(`[name="${which}.${String(index)}"]`).fill(name);
      if (which === 'adults') await page.locator(`[name="adults.${String(index)}.role"][value="parent"]`).check();
    }
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await heading(page, `Assessment ${family.reference}`);
  return idOf(page);
}

/** Begins an assessment of a real family, with a passphrase drawn for it. Ends on its list of tasks. */
export async function beginReal(
  page: Page,
  origin: string,
  { reference, children, adults }: Family,
): Promise<{ readonly id: string; readonly phrase: string; readonly code: string }> {
  await page.goto(`${origin}/#/assessments/new`);
  await page.getByLabel('A real family').check();
  await page.getByLabel('Reference').fill(reference);
  await page.getByLabel('Return home from care').check();
  await page.locator('[name="children.0"]').fill(children[0] ?? '');
  await page.locator('[name="adults.0"]').fill(adults[0] ?? '');
  if (adults.length > 0) await page.getByLabel('Parent', { exact: true }).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const secrets = await setUp(page);
  await heading(page, `Assessment ${reference}`);
  return { id: idOf(page), ...secrets };
}

/** Sets the passphrase that was drawn, where a page asks for one, and keeps the recovery code. */
export async function setUp(page: Page): Promise<{ readonly phrase: string; readonly code: string }> {
  await heading(page, 'Set a passphrase');
  const words = page.locator('[data-phrase]').filter({ hasText: /^(\w+ ){4}\w+$/ });
  const phrase = (await words.textContent()) ?? '';
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await heading(page, 'Your recovery code');
  const code = (await page.locator('[data-recovery-code]').textContent()) ?? '';
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it to a file' }).click();
  await download;
  await page.getByLabel('I have kept the recovery code').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return { phrase, code };
}

/** Unlocks the real assessment that the page asks the passphrase for. */
export async function unlock(page: Page, phrase: string): Promise<void> {
  await heading(page, 'Your assessments are locked');
  await page.getByLabel('Passphrase').fill(phrase);
  await page.keyboard.press('Enter');
}

/** The assessment that the page is about. */
export function idOf(page: Page): string {
  return new URL(page.url()).hash.split('/')[2] ?? '';
}

/** Waits until the page's title says `words`, or begins with them. */
export async function heading(page: Page, words: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).filter({ hasText: words }).first().waitFor();
}

/** Waits until a section's form can be used. */
export async function atSection(page: Page, section: string): Promise<void> {
  await page.locator(`[data-section="${section}"]`).waitFor();
}

/** Goes to a section of the assessment that the page is about. */
export async function openSection(page: Page, origin: string, id: string, section: string): Promise<void> {
  await page.goto(`${origin}/#/assessments/${id}/${section}`);
  await atSection(page, section);
}

/** Waits until the line at the top says that everything is kept, at most `within` milliseconds. */
export async function saved(page: Page, within = 2_000): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor({ timeout: within });
  expect(await page.locator('[data-saving]').textContent()).toContain('Saved');
}

/** Opens every part of a page that folds them, in each place where it does. */
export async function showAll(page: Page): Promise<void> {
  const buttons = page.locator('[data-show-all]');
  await buttons.first().waitFor();
  for (const button of await buttons.all()) if ((await button.innerText()).startsWith('Show')) await button.click();
}

/** From the line at the top to the first thing inside the main part of the page. */
export async function toMain(page: Page): Promise<void> {
  await tabTo(page, ({ id }) => id === 'main');
}

/** The day in the time zone that every journey's browser has. */
export function today(): string {
  return new Date().toLocaleDateString('sv', { timeZone: 'Europe/London' });
}

/** Five thousand words, no two lines alike. */
export const longAnswer = Array.from(
  { length: 500 },
  (_, line) => `Line ${String(line)} of what was said about moving home again, slowly.`,
).join(' ');
