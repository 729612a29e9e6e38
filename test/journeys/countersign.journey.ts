import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyPdf } from '../../src/signing/index.ts';
import { layDown, restingDraft } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import { accessibilityFaults, Journey, type SavedFile } from './harness.ts';
import { beginReal, heading, saved, twoAndTwo, unlock } from './steps.ts';

describe('one document, two people, two computers', () => {
  let worker: Journey;
  let manager: Journey;
  beforeEach(async () => {
    [worker, manager] = await Promise.all([Journey.begin(), Journey.begin()]);
  });
  afterEach(() => Promise.all([worker.end(), manager.end()]));

  test('signed, countersigned elsewhere, known again, and gone on from', { timeout: 120_000 }, async () => {
    const desk = await worker.open();
    await layDown(desk, worker.origin, halfFilled);
    await desk.goto(`${worker.origin}/#/assessments/${halfFilled.id}/sign/stage-1-assess`);
    const first = await signed(worker, desk, 'Tansy Holloway');
    expect(signatures(first.bytes)).toEqual(['Tansy Holloway (TRAINING)']);
    await heading(desk, 'Signed and saved');
    await saved(desk);

    const office = await manager.open('/#/verify');
    await choosePdf(office, first);
    await office.getByRole('heading', { name: 'What this document says' }).waitFor();
    await office.getByText('Still to sign:').waitFor();
    expect(await accessibilityFaults(office)).toEqual([]);
    await office.getByText('Read the whole text here').click();
    await office.locator('.hw-report').getByText(halfFilled.reference).first().waitFor();
    // Nobody takes another person's place by overlooking it.
    expect(await office.getByLabel('Your role').inputValue()).toBe('');
    await office.getByLabel('Your role').selectOption('team-manager');
    const second = await signed(manager, office, 'Hazel Quartermaine');
    expect(second.name).toBe(first.name.replace('.pdf', '-2-signatures.pdf'));
    expect(signatures(second.bytes)).toEqual(['Tansy Holloway (TRAINING)', 'Hazel Quartermaine (TRAINING)']);
    expect(second.bytes.subarray(0, first.bytes.length)).toEqual(first.bytes);
    await office.getByText('It was checked again just now').waitFor();
    await choosePdf(office, { ...second, name: 'another.pdf' });
    await office.getByText('It was checked again just now').waitFor({ state: 'detached' });

    await office.getByRole('button', { name: 'Go on with it as a draft' }).click();
    await office.getByRole('link', { name: 'Go to it' }).click();
    await heading(office, 'Assessment');
    const goneOn = await restingDraft(office, halfFilled.id);
    expect(goneOn.versions.at(-1)).toMatchObject({
      signatories: [{ role: 'social-worker' }, { role: 'team-manager' }],
    });

    await desk.goto(`${worker.origin}/#/verify`);
    await choosePdf(desk, second);
    await desk.getByText('signed again since').waitFor();
    const noted = await restingDraft(desk, halfFilled.id);
    expect(noted.versions).toHaveLength(halfFilled.versions.length + 2);
    expect(noted.versions.at(-1)).toMatchObject({
      sha256: goneOn.versions.at(-1)?.sha256,
      before: noted.versions.at(-2)?.sha256,
    });

    const changed = { ...second, bytes: second.bytes.slice() };
    changed.bytes[5_000] = (changed.bytes[5_000] ?? 0) ^ 1;
    await choosePdf(desk, changed);
    await desk.getByText('so it can be neither signed nor opened again').waitFor();
    expect(await desk.getByRole('button', { name: 'Sign and save the PDF' }).count()).toBe(0);
  });
});

describe('a key that is kept', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  test(
    'is made at the first signature of a real assessment and signs the next with one step',
    {
      timeout: 120_000,
    },
    async () => {
      const page = await journey.open();
      const { id, phrase } = await beginReal(page, journey.origin, twoAndTwo);
      await page.goto(`${journey.origin}/#/assessments/${id}/sign/stage-1-assess`);
      await page.getByText('A signing key is made for you now').waitFor();
      const first = await signed(journey, page, 'Tansy Holloway');
      expect(signatures(first.bytes)).toEqual(['Tansy Holloway']);
      await page.goto(`${journey.origin}/#/assessments/${id}/sign/stage-2-classify`);
      await page.getByText('You sign with your key').waitFor();
      const fingerprint = await page.locator('homeward-signer code').textContent();
      const second = await journey.save(page, () =>
        page.getByRole('button', { name: 'Sign and save the PDF' }).click(),
      );
      const hashes = await Promise.all([first, second].map(({ bytes }) => verifyPdf(bytes)));
      expect(hashes.map((each) => each.ok && each.value.signatures[0]?.fingerprint)).toEqual(
        Array.from({ length: 2 }, () => fingerprint?.replaceAll(' ', '')),
      );

      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await page.goto(`${journey.origin}/#/settings`);
      await page.getByText('Your keys are locked').waitFor();
      expect(await page.getByText(fingerprint ?? '').count()).toBe(0);
      await page.locator('homeward-signing-keys').getByRole('button', { name: 'Unlock' }).click();
      await unlock(page, phrase);
      await page.getByRole('heading', { name: 'The key you sign with' }).waitFor();
      expect(await page.locator('homeward-signing-keys code').first().textContent()).toBe(fingerprint);

      // Somebody else signs on this computer with their council's file, in letters of their own, and leaves no key.
      await page.goto(`${journey.origin}/#/verify`);
      await choosePdf(page, first);
      await page.getByLabel('A key file (.p12) of my council').check();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('Your role').selectOption('team-manager');
      await page.getByLabel('Your mark, typed').fill('Ирина → 李');
      const [file, password] = [councilFile('Ирина Щукина'), page.getByLabel('Password of the key file')];
      await page.getByLabel('Key file', { exact: true }).setInputFiles({ name: 'key.p12', mimeType: '', buffer: file });
      await password.fill('wrong');
      await page.getByRole('button', { name: 'Sign and save the PDF' }).click();
      await page.getByText('The password does not open this file').waitFor();
      await password.fill('briar');
      await page.getByRole('button', { name: 'Sign and save the PDF' }).click();
      await page.getByText('is printed as').waitFor();
      const third = await journey.save(page, () => page.getByRole('button', { name: 'Sign and save the PDF' }).click());
      expect(signatures(third.bytes)).toEqual(['Tansy Holloway', 'Ирина Щукина']);
      expect(wordsOf(third.bytes)).toMatch(/Ирина → \[U\+674E\]/);
      await page.getByText('It was checked again just now').waitFor();
      await page.goto(`${journey.origin}/#/settings`);
      expect(await page.locator('homeward-signing-keys code').first().textContent()).toBe(fingerprint);
      expect(await page.getByText('Keys you signed with before').count()).toBe(0);
    },
  );
});

async function choosePdf(page: Page, { name, bytes }: SavedFile): Promise<void> {
  await page
    .getByLabel('Choose the PDF, or drop it here')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
}

async function signed(journey: Journey, page: Page, name: string): Promise<SavedFile> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your organisation').fill('Thistlebridge Council');
  await page.getByLabel('Your mark, typed').fill(name);
  return journey.save(page, () => page.getByRole('button', { name: 'Sign and save the PDF' }).click());
}

/** A key file as a council issues it, with the password `briar`. */
function councilFile(name: string): Buffer {
  return withFolder((folder) => {
    const made = [
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 -days 30 -keyout key.pem -out cert.pem -subj',
      'pkcs12 -export -inkey key.pem -in cert.pem -passout pass:briar -out key.p12',
    ].map((words) => words.split(' '));
    made[0]?.push(`/O=Thistlebridge Council/CN=${name}`);
    for (const words of made) execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, 'key.p12'));
  });
}

/** What a tool that knows nothing of Homeward reads on the pages. */
function wordsOf(bytes: Uint8Array): string {
  return withFolder((folder) => {
    writeFileSync(join(folder, 'signed.pdf'), bytes);
    return execFileSync('pdftotext', ['-layout', 'signed.pdf', '-'], { cwd: folder, encoding: 'utf8' });
  });
}

/** The names of the signatures in a file, each of which a tool that knows nothing of Homeward calls valid. */
function signatures(bytes: Uint8Array): readonly string[] {
  return withFolder((folder) => {
    const file = join(folder, 'signed.pdf');
    writeFileSync(file, bytes);
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    const names = [...said.matchAll(/Signer Certificate Common Name: (.*)/g)].map(([, name = '']) => name);
    expect(said.match(/Signature is Valid\./g)).toHaveLength(names.length);
    expect(said).toContain('Total document signed');
    return names;
  });
}

function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-countersigned-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
