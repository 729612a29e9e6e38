import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, Journey } from './harness.ts';
import { focusOf } from './keyboard.ts';
import { atSection, heading, idOf, saved } from './steps.ts';

const reference = 'CASE-4471';
const child = 'Juniper Quillfeather';
const typed = 'Moss says she wants to go ho';

describe('an assessment of a real family', () => {
  let journey: Journey;
  let page: Page;
  let phrase = '';
  beforeAll(async () => {
    journey = await Journey.begin();
    page = await journey.open('/#/assessments/new');
  });
  afterAll(() => journey.end());

  const unlock = async (): Promise<void> => {
    await heading(page, 'Your assessments are locked');
    await page.getByLabel('Passphrase').fill(phrase);
    await page.keyboard.press('Enter');
    await heading(page, `Assessment ${reference}`);
  };

  test('begins with a passphrase that was drawn and a code that is kept', async () => {
    await page.getByLabel('A real family').check();
    await page.getByLabel('Reference').fill(reference);
    await page.getByLabel('Return home from care').check();
    await page.locator('[name="children.0"]').fill(child);
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    await heading(page, 'Set a passphrase');
    const words = page.locator('[data-phrase]').filter({ hasText: /^(\w+ ){4}\w+$/ });
    const first = await words.textContent();
    await page.getByRole('button', { name: 'Draw five others' }).click();
    phrase = (await words.filter({ hasNotText: first ?? '' }).textContent()) ?? '';
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this passphrase' }).click();

    await heading(page, 'Your recovery code');
    const code = await page.locator('[data-recovery-code]').textContent();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Say that you have kept the code').waitFor();
    const file = await journey.save(page, () => page.getByRole('button', { name: 'Save it to a file' }).click());
    expect(new TextDecoder().decode(file.bytes)).toContain(code);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('I have kept the recovery code').check();

    await page.getByRole('button', { name: 'Lock' }).click(); // before it was said
    await unlock();
    await page.getByText('nobody has said that it is kept').waitFor();
  });

  test('tells of a code nobody confirmed until another is kept', async () => {
    const draft = page.url();
    await page.getByRole('link', { name: 'Make a new recovery code in the settings' }).click();
    await page.getByRole('button', { name: 'Make a new recovery code' }).click();
    await page.getByLabel('The passphrase now').fill(phrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your recovery code' }).waitFor();
    expect((await focusOf(page)).tag).toBe('h2');
    await page.getByLabel('I have kept the recovery code').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('The one before opens nothing any more').waitFor();
    await page.goto(draft);
    await heading(page, `Assessment ${reference}`);
    expect(await page.getByText('nobody has said that it is kept').count()).toBe(0);
  });

  test('locks in the middle of a word and shows nothing of it, then goes on at the same letter', async () => {
    await page.goto(`${page.url()}/case-setup`);
    await atSection(page, 'case-setup');
    const box = page.locator('[name="why-now"]');
    await box.focus();
    await page.keyboard.type(typed);
    await page.keyboard.press('ArrowLeft');
    const other = await journey.open(`/#/assessments/${idOf(page)}`);
    await heading(other, 'Your assessments are locked'); // a tab has its own keys
    await page.bringToFront();
    await page.keyboard.press('Control+Shift+L');

    await heading(page, 'Your assessments are locked');
    expect(await page.title()).toBe('Homeward');
    const shown = await everything(page);
    for (const secret of [reference, child, 'Quillfeather', typed]) expect(shown).not.toContain(secret);
    expect(await accessibilityFaults(page)).toEqual([]);

    expect((await focusOf(page)).id).toBe('unlock:passphrase');
    await page.keyboard.type('not the passphrase');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the passphrase').waitFor();
    expect((await focusOf(page)).value).toBe('not the passphrase');
    await page.getByLabel('Passphrase').fill(phrase);
    await page.keyboard.press('Enter');

    await page.locator('[name="why-now"]:focus').waitFor();
    expect(await box.inputValue()).toBe(typed);
    await page.keyboard.type('x');
    expect(await box.inputValue()).toBe(`${typed.slice(0, -1)}x${typed.slice(-1)}`);
    await saved(page);
  });

  test('is hidden by Escape three times, and is the same when it is shown again', async () => {
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'This page is hidden.' }).waitFor();
    expect(await page.title()).toBe('Homeward');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'This page is covered.' }).waitFor({ state: 'detached' });
    expect(await page.title()).toBe('About this assessment · Homeward'); // browsers keep titles: no reference, no name
    expect((await focusOf(page)).name).toBe('why-now');
  });

  test('locks in every tab at once, and the list says how many are locked', async () => {
    const other = await journey.open('/#/assessments');
    await other.getByText('1 assessment is locked.').waitFor();
    await other.getByRole('button', { name: 'Unlock' }).click();
    await other.getByLabel('Passphrase').fill(phrase);
    await other.keyboard.press('Enter');
    await other.getByRole('link', { name: reference }).waitFor();
    await other.getByRole('button', { name: 'Lock' }).click();
    await other.getByText('1 assessment is locked.').waitFor();
    await heading(page, 'Your assessments are locked');
    await other.close();
  });
});

/** Every word and value that stands in the page, in all its shadow roots. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = (root: ParentNode & Node): string =>
      [
        root.textContent ?? '',
        ...[...root.querySelectorAll('*')].flatMap((each) => [
          'value' in each ? String(each.value) : '',
          ...[...each.attributes].map(({ value }) => value),
          each.shadowRoot ? words(each.shadowRoot) : '',
        ]),
      ].join('\n');
    return words(document);
  });
}
