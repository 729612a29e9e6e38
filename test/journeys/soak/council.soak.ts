import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { overlayFiles } from '../../../scripts/overlay-files.mjs';
import { checkOverlay } from '../../../src/content/overlay/check-overlay.ts';
import { readOverlayFiles } from '../../../src/content/overlay/read-files.ts';
import { fingerprintOf, newIdentity } from '../../../src/exchange/identity.ts';
import { pack } from '../guidance.ts';
import { accessibilityFaults, Journey } from '../harness.ts';
import { focusOf } from '../keyboard.ts';
import { beginReal, heading, twoAndTwo } from '../steps.ts';
import { note } from './store/evidence.ts';

const reference = 'CASE-4471';

test('opens with the council’s key on the day both passphrase and code are lost', async () => {
  const own = await newIdentity();
  const journey = await Journey.begin();
  onTestFinished(() => journey.end());
  await offer(journey, own.recipient);
  const page = await journey.open();
  const { id, phrase } = await beginReal(page, journey.origin, { ...twoAndTwo, reference });
  const draft = `${journey.origin}/#/assessments/${id}`;
  await page.goto(`${journey.origin}/#/settings`);
  // Offered by the council, and refused: nothing but the passphrase and the code opens the vault.
  const add = page.getByRole('button', { name: 'Add your council’s key' });
  await add.click();
  expect(await page.locator('[id="council:key"]').inputValue()).toBe(own.recipient);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await add.waitFor();
  await add.click();
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
  expect(openedByAge(own.identity, file.bytes)).toContain(code);

  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await heading(page, 'Choose a new passphrase');
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await heading(page, `Assessment ${reference}`);
  note('council', {
    done: 'passphrase and recovery code both lost: the file for the council opened with its key, there and by age of Debian',
    seen: 'the draft is opened with the code that comes of it',
  });
});

/** Lets the site say, in its page, which key the council has. */
async function offer({ origin, context }: Journey, recoveryRecipient: string): Promise<void> {
  const overlay = checkOverlay(pack, readOverlayFiles(overlayFiles('guidance/overlays/example-council')).value);
  if (!overlay.ok) throw new Error(overlay.problems[0].code);
  const said = { ...overlay.value, thresholds: { ...overlay.value.thresholds, recoveryRecipient } };
  const lines = `<script type="application/json" id="homeward-overlay">${JSON.stringify(said).replace(/</g, '\\u003c')}</script>`;
  const body = readFileSync('dist/site/index.html', 'utf8').replace('</head>', `${lines}</head>`);
  await context.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body }));
}

/** What the age of Debian finds in `file` with the council's key. */
function openedByAge(identity: string, file: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-council-'));
  try {
    const [key, closed] = [join(folder, 'key.txt'), join(folder, 'recovery.age')] as const;
    writeFileSync(key, identity);
    writeFileSync(closed, file);
    return execFileSync('age', ['-d', '-i', key, closed], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
