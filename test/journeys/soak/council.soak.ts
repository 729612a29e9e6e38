import { expect, onTestFinished, test } from 'vitest';
import { fingerprintOf, newIdentity } from '../../../src/exchange/identity.ts';
import { accessibilityFaults, Journey } from '../harness.ts';
import { focusOf } from '../keyboard.ts';
import { beginReal, heading, twoAndTwo } from '../steps.ts';

const reference = 'CASE-4471';

test('opens with the council’s key on the day both passphrase and code are lost', async () => {
  const own = await newIdentity();
  const journey = await Journey.begin();
  onTestFinished(() => journey.end());
  const page = await journey.open();
  const { id, phrase } = await beginReal(page, journey.origin, { ...twoAndTwo, reference });
  const draft = `${journey.origin}/#/assessments/${id}`;
  await page.goto(`${journey.origin}/#/settings`);
  await page.getByRole('button', { name: 'Add your council’s key' }).click();
  await page.keyboard.type(own.recipient);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(fingerprintOf(own.recipient)).waitFor();
  await page.getByLabel('The passphrase now').fill(phrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your council’s key is added' }).waitFor();
  expect((await focusOf(page)).words).toBe('Your council’s key is added');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByText('Your council can open them as well').waitFor();

  await page.goto(draft);
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByText('I have neither the passphrase nor the recovery code').click();
  const file = await journey.save(page, () => page.getByRole('button', { name: 'Save the file for' }).click());
  expect(file.name).toMatch(/^homeward-for-recovery-\d{4}-\d\d-\d\d-\d{4}\.age$/);

  const holder = await journey.open('/#/recovery-key');
  const choose = (label: string, name: string, bytes: Uint8Array): Promise<void> =>
    holder.getByLabel(label).setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await choose('The file from the worker’s computer', file.name, file.bytes);
  await choose('The file with the recovery key', 'key.txt', new TextEncoder().encode(own.identity));
  await holder.getByRole('button', { name: 'Show the code' }).click();
  const code = (await holder.locator('[data-vault-code]').textContent()) ?? '';
  expect((await focusOf(holder)).words).toBe('The code for this worker');
  expect(await accessibilityFaults(holder)).toEqual([]);
  await holder.close();

  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await heading(page, 'Choose a new passphrase');
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await heading(page, `Assessment ${reference}`);
});
