import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Journey } from './harness.ts';
import { focusOf } from './keyboard.ts';
import { atSection, beginReal, heading, idOf, openSection, saved, unlock } from './steps.ts';

const family = { reference: 'CASE-4471', children: ['Juniper Quillfeather'], adults: ['Wren Quillfeather'] };
const second = { reference: 'CASE-5520', child: 'Moss Larkspur' };
const minute = 60_000;
const day = 24 * 60 * minute;

/** One person's vault through all that can befall it; each test goes on where the one before ended. */
describe('the vault of a real family’s assessment', () => {
  let journey: Journey;
  let page: Page;
  let id = '';
  let phrase = '';
  let code = '';
  const go = async (hash: string): Promise<void> => {
    await page.goto(`${journey.origin}/#/${hash}`);
  };
  const lock = async (): Promise<void> => {
    await page.keyboard.press('Control+Shift+L');
    await heading(page, 'Your assessments are locked');
  };
  const drawn = async (): Promise<string> => {
    const words = page.locator('[data-phrase]').filter({ hasText: /^(\w+ ){4}\w+$/ });
    return (await words.textContent()) ?? '';
  };
  const box = (): Locator => page.locator('[name="why-now"]');

  beforeAll(async () => {
    journey = await Journey.begin({ whole: true });
    page = await journey.context.newPage();
    await page.clock.install(); // goes on by itself, and can be put forward
    ({ id, phrase, code } = await beginReal(page, journey.origin, family));
  });
  afterAll(() => journey.end());

  test('has another passphrase from the moment it was changed, and the old one opens it no more', async () => {
    const old = phrase;
    await go('settings');
    await page.getByRole('button', { name: 'Change the passphrase' }).click();
    await page.getByLabel('The passphrase now').fill('these are not it');
    await page.getByRole('button', { name: 'Use this passphrase' }).click();
    await page.getByText('That is not the passphrase').waitFor();
    phrase = await drawn();
    expect(phrase).not.toBe(old);
    await page.getByLabel('The passphrase now').fill(old);
    await page.getByRole('button', { name: 'Use this passphrase' }).click();
    await page.getByText('The passphrase is changed. The recovery code stays as it was.').waitFor();

    await go(`assessments/${id}`);
    await heading(page, `Assessment ${family.reference}`);
    await lock();
    await unlock(page, old);
    await page.getByText('That is not the passphrase').waitFor();
    await unlock(page, phrase);
    await heading(page, `Assessment ${family.reference}`);
  });

  test('is opened by its recovery code, however that is typed, and asks for a new passphrase', async () => {
    await lock();
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    await page.getByLabel('Recovery code').fill(code.slice(0, -1));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'code' }).waitFor();
    await page.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await heading(page, 'Choose a new passphrase');
    phrase = await drawn();
    await page.getByRole('button', { name: 'Use this passphrase' }).click();
    await heading(page, `Assessment ${family.reference}`);
    await lock();
    await unlock(page, phrase);
    await heading(page, `Assessment ${family.reference}`);
  });

  test('locks by itself when nobody did anything for 15 minutes, with what was just typed', async () => {
    await openSection(page, journey.origin, id, 'case-setup');
    await box().focus();
    await page.keyboard.type('Moss says she wants to go ho');
    await page.keyboard.press('ArrowLeft');
    await page.clock.fastForward(14 * minute);
    await page.getByText('Homeward locks in one minute').waitFor();
    await page.keyboard.type('x'); // somebody is there
    await page.getByText('Homeward locks in one minute').waitFor({ state: 'detached' });
    await page.clock.fastForward(15 * minute);
    await heading(page, 'Your assessments are locked');
    expect(await page.locator('body').ariaSnapshot()).not.toContain('Moss says');
    await unlock(page, phrase);
    await page.locator('[name="why-now"]:focus').waitFor();
    expect(await box().inputValue()).toBe('Moss says she wants to go hxo');
    await page.keyboard.type('y');
    expect(await box().inputValue()).toBe('Moss says she wants to go hxyo');
    // How soon is the matter of the saving journey.
    await saved(page, 10_000);
  });

  test('keeps an assessment that was only just being begun when it was locked', async () => {
    await go('assessments/new');
    await page.getByLabel('A real family').check();
    await page.getByLabel('Reference').fill(second.reference);
    await page.locator('[name="children.0"]').fill(second.child);
    await lock();
    expect(await page.locator('body').ariaSnapshot()).not.toContain('Larkspur');
    await unlock(page, phrase);
    await heading(page, `Assessment ${second.reference}`);
    await page.getByText(second.child).first().waitFor({ state: 'attached' });
  });

  test('deletes what somebody let go, after a countdown that "Keep it" stops', async () => {
    const drafts = [idOf(page), id];
    for (const draft of drafts) {
      await go(`assessments/${draft}`);
      await page.getByLabel('Delete it by itself once it is safe in a file').check();
      await go(`assessments/${draft}/output/copy`);
      await page.getByLabel('Passphrase for this file').fill('tree lamp river nine hollow');
      await journey.save(page, () => page.getByRole('button', { name: 'Save the file' }).click());
      await page.getByText(/^Copy in a file: \d min ago$/).waitFor();
    }
    await go('assessments');
    await page.clock.fastForward(31 * day);
    await openList(page, phrase);
    const due = (reference: string): Locator => page.getByRole('listitem').filter({ hasText: reference });
    await due(family.reference).getByText('Deleted by itself in 13 days').waitFor();
    await due(second.reference).getByText('Deleted by itself in 13 days').waitFor();
    await page.getByRole('button', { name: new RegExp(`^Keep it.*${family.reference}$`) }).click();
    await due(family.reference).getByText('Look at it again by').waitFor();

    await page.clock.fastForward(14 * day);
    await openList(page, phrase);
    await page.getByText('Deleted, because the time you gave was over.').waitFor();
    expect(await page.getByRole('link', { name: second.reference }).count()).toBe(0);
    await page.getByRole('link', { name: family.reference }).waitFor();
  });

  test('keeps aside what a full disk refuses, and puts it back once the browser was started again', async () => {
    await openSection(page, journey.origin, id, 'case-setup');
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
    });
    await box().fill('Typed while the disk was full');
    await box().blur();
    await page.getByRole('alert').getByText('Changes are no longer saved on this computer.').waitFor();
    await page.locator('[data-kept-aside="true"]').waitFor();
    const bar = page.locator('.hw-foot-bar--refused', { hasText: 'Changes are no longer saved on this computer.' });
    await bar.getByRole('button', { name: 'What to do now' }).press('Enter');
    expect((await focusOf(page)).words).toContain('If the disk is full, make room');
    expect(await page.locator('[data-saving]').getAttribute('data-saving')).not.toBe('saved');

    await journey.restart();
    page = await journey.open(`/#/assessments/${id}/case-setup`);
    await page.getByText('cannot be trusted to save anything').waitFor();
    await page.getByRole('button', { name: 'I have started the browser again' }).click();
    await unlock(page, phrase);
    await atSection(page, 'case-setup');
    expect(await box().inputValue()).toBe('Moss says she wants to go hxyo');
    await page.getByRole('button', { name: 'Put back' }).click();
    await heading(page, `Assessment ${family.reference}`);
    await page.locator('[data-rescued]').waitFor({ state: 'detached' });
    await openSection(page, journey.origin, id, 'case-setup');
    expect(await box().inputValue()).toBe('Typed while the disk was full');
  });

  test('is wiped from the computer, locked or not, with a receipt', async () => {
    await lock();
    await go('settings');
    await page.getByText('Locked assessments: 1.').waitFor();
    await page.getByLabel('To wipe it, type this word').fill('wipe');
    await page.getByRole('button', { name: 'Wipe this computer' }).click();
    await heading(page, 'This computer is wiped');
    expect((await focusOf(page)).tag).toBe('h1');
    const receipt = await journey.save(page, () => page.getByRole('button', { name: 'Save the receipt' }).click());
    const text = new TextDecoder().decode(receipt.bytes);
    expect(text).toContain('Drafts: 1');
    for (const secret of [family.reference, 'Quillfeather', id]) expect(text).not.toContain(secret);
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      remembered: Object.keys(localStorage).filter((key) => key.startsWith('homeward-')),
    }));
    expect(left).toEqual({ databases: [], remembered: [] });
  });
});

/** The list of assessments, which was locked when time went by. */
async function openList(page: Page, phrase: string): Promise<void> {
  await page.getByText(/assessments? (is|are) locked\./).waitFor();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByLabel('Passphrase').fill(phrase);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: family.reference }).waitFor();
}
