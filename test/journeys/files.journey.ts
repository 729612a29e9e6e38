import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enclose, open } from '../../src/exchange/age-file.ts';
import { bytesOf, handOver, type HandOver } from '../../src/exchange/hand-over.ts';
import { canonical } from '../../src/model/canonical.ts';
import { layDown, restingDraft } from './draft.ts';
import { pack } from './guidance.ts';
import { halfFilled as whole } from './half-filled.ts';
import { accessibilityFaults, Journey, type SavedFile } from './harness.ts';
import { heading, setUp } from './steps.ts';

/** Few answers, so that every page stands at once. */
const halfFilled = { ...whole, answers: Object.fromEntries(Object.entries(whole.answers).slice(0, 12)) };

let journey: Journey;
let page: Page;
let copy: SavedFile;
const phrase = 'tree lamp river nine hollow';
const go = async (hash: string): Promise<void> => {
  await page.goto(`${journey.origin}/${hash}`);
};
const given = async (label: string, { name, bytes }: SavedFile): Promise<void> => {
  await page
    .getByLabel(label)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
};
/** The keyboard is at what came of it, not lost with the button that was pressed. */
const told = (words: string): Promise<void> =>
  expect
    .poll(() => page.getByRole('heading', { name: words }).evaluate((heading) => heading.matches(':focus')))
    .toBe(true);
const chooseFile = 'Choose the file, or drop it here';

beforeAll(async () => {
  journey = await Journey.begin();
  page = await journey.open('/#/assessments');
  await layDown(page, journey.origin, halfFilled);
});
afterAll(() => journey.end());

test('a draft is saved to a file that says nothing on the outside and everything inside', async () => {
  await go(`#/assessments/${halfFilled.id}/output/copy`);
  await page.getByText('Copy in a file: none').waitFor();
  await page.getByRole('button', { name: 'Save the file' }).click();
  await page.getByText('Enter a passphrase of at least 14 characters').waitFor();
  await page.getByLabel('Your name or team').fill('Team Tarn');
  await page.getByRole('button', { name: 'Use five words chosen by chance' }).click();
  await expect.poll(() => page.getByLabel('Passphrase for this file').inputValue()).toMatch(/^([a-z]+ ){4}[a-z]+$/);
  await page.getByLabel('Passphrase for this file').fill(phrase);
  const shown = (await page.getByText('The file will be called').textContent()) ?? '';
  expect(shown).toMatch(/homeward-draft-\d{4}-\d\d-\d\d-\d{4}-[0-9a-f]{8}-r1\.age/);
  copy = await journey.save(page, () => page.getByRole('button', { name: 'Save the file' }).click());
  await told('The file is saved');
  await page.getByText(/^Copy in a file: \d min ago$/).waitFor();
  expect(copy.name).toMatch(/^homeward-draft-\d{4}-\d\d-\d\d-\d{4}-[0-9a-f]{8}-r1\.age$/);
  const opened = await open(copy.bytes, { passphrase: phrase });
  if (!opened.ok) throw new Error(opened.problems[0].code);
  const text = new TextDecoder().decode(opened.value);
  const content = JSON.parse(text) as HandOver;
  expect(content).toMatchObject({ format: 'homeward-hand-over/1', from: 'Team Tarn', drafts: [halfFilled] });
  expect(canonical(content)).toBe(text);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a file is looked into, compared, and lands beside what is here', async () => {
  await go('#/open');
  await given(chooseFile, copy);
  await page.getByLabel('The passphrase of this file').fill('wrong words altogether');
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByText('This passphrase does not open the file.').waitFor();
  await page.getByLabel('The passphrase of this file').fill(phrase);
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByText('Team Tarn').waitFor();
  await page.getByText('Encrypted with a passphrase, and unchanged since.').waitFor();
  await page.getByText('You have this draft already').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add as a draft of its own' }).click();
  await told('Added to your drafts');
  await page.getByRole('link', { name: 'Go to it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Assessment' }).waitFor();
  const id = /assessments\/(\w+)/.exec(page.url())?.[1] ?? '';
  expect(id).not.toBe(halfFilled.id);
  const landed = await restingDraft(page, id);
  expect(landed.answers).toEqual(halfFilled.answers);
  expect(landed.history.at(-1)?.origin).toMatchObject({ from: 'Team Tarn', revision: 1 });
});

test('a file is brought together with the draft it came from: nothing is overwritten', async () => {
  const texts = pack.questions.filter(({ kind, repeats }) => kind === 'long-text' && repeats.length === 0);
  const both = 'contact-orders~moss';
  const only = texts.find(({ id }) => !halfFilled.answers[id])?.id ?? '';
  const theirs = {
    ...halfFilled,
    answers: {
      ...halfFilled.answers,
      [both]: { is: 'given', value: 'yes' } as const,
      [only]: { is: 'given', value: 'Only the other computer knows' } as const,
    },
  };
  const at = '2026-05-04T10:00:00.000Z';
  const history = [...halfFilled.history, { from: at, to: at, by: '', place: only, was: null }];
  await go('#/open');
  await given(chooseFile, {
    name: 'homeward-draft.json',
    bytes: new TextEncoder().encode(JSON.stringify({ ...theirs, history })),
  });
  await page.getByRole('button', { name: 'Bring it together with mine' }).click();
  await page.getByText('Things that both say differently: 1.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'See both and choose' }).click();
  await page.getByRole('radio').nth(1).waitFor();
  const { answers, asides, history: told } = await restingDraft(page, halfFilled.id);
  expect(answers[both]).toEqual(halfFilled.answers[both]);
  expect(answers[only]).toEqual(theirs.answers[only]);
  expect(asides).toMatchObject([{ place: both, said: theirs.answers[both] }]);
  expect(told.some(({ origin }) => origin !== undefined)).toBe(true);
  await page.getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Keep what I chose' }).click();
  await page.getByText('There is nothing to decide here.').waitFor();
});

test('a reader comments without keeping anything, and the writer sees it beside the answer', async () => {
  const list = async (): Promise<number> => {
    await go('#/assessments');
    await page.getByRole('heading', { level: 1, name: 'Assessments on this computer' }).waitFor();
    return page.getByRole('listitem').filter({ hasText: 'Last changed' }).count();
  };
  const before = await list();
  await go('#/review');
  await given(chooseFile, copy);
  await page.getByLabel('The passphrase of this file').fill(phrase);
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByRole('heading', { level: 2, name: 'TRAINING-4471' }).waitFor();
  await page
    .getByRole('button', { name: /^Comment\b/ })
    .nth(2)
    .click();
  await page.getByLabel('Your comment on this answer').fill('Who told you this?');
  await page.getByLabel('Your comment', { exact: true }).fill('Thank you, this is clear.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Not protected').check();
  await page.getByLabel('Your name or team').fill('Zoë');
  const comments = await journey.save(page, () =>
    page.getByRole('button', { name: 'Save comments to a file' }).click(),
  );
  expect(comments.name).toMatch(/^homeward-comments-.*\.json$/);
  expect(await list()).toBe(before);

  await go('#/open');
  await given(chooseFile, comments);
  await page.getByText('Unprotected:').waitFor();
  await page.getByRole('button', { name: 'Add the comments to my draft' }).click();
  await told('The comments are added');
  await page.getByRole('link', { name: 'See them' }).click();
  await heading(page, 'Comments'); // what they say stands on the page before as well
  await page.getByText('Who told you this?').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // At the answer itself, with the keyboard alone.
  await page.getByRole('article').first().getByRole('link').click();
  await page.getByText('A reader has commented on an answer in this section').waitFor();
  await page.locator('homeward-comments-here').getByRole('link').press('Enter');
  const beside = page.getByRole('group', { name: 'Comments on this answer' });
  await expect.poll(() => beside.evaluate((group) => group.matches(':focus'))).toBe(true);
  await beside.getByText('Who told you this?').waitFor();
  await beside.getByRole('button', { name: 'Answer the comment' }).press('Enter');
  await page.keyboard.type('Her aunt, on the phone.');
  await page.keyboard.press('Tab');
  const answered = async (): Promise<unknown> =>
    (await restingDraft(page, halfFilled.id)).comments?.find(({ to }) => to !== undefined)?.text;
  await expect.poll(answered).toBe('Her aunt, on the phone.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await beside.getByRole('button', { name: 'Dealt with' }).press('Enter');
  await expect.poll(() => beside.locator('summary').evaluate((fold) => fold.matches(':focus'))).toBe(true);
  await page.locator('homeward-comments-here').getByRole('link').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await restingDraft(page, halfFilled.id)).comments?.map(({ settled }) => settled ?? false))
    .toEqual([true, false, false]);
});

test('a key of one’s own opens what was saved for it', async () => {
  await go('#/copies');
  await page.getByLabel('Passphrase for the file with your key').fill(phrase);
  const key = await journey.save(page, () =>
    page.getByRole('button', { name: 'Make the key and save its file' }).click(),
  );
  await told('Your key is made');
  const recipient = (await page.locator('[id="key:public"]').textContent()) ?? '';
  await page.getByLabel('For a colleague’s key').check();
  await page.getByLabel('Public keys, one on each line').fill(recipient);
  const all = await journey.save(page, () => page.getByRole('button', { name: 'Save all in one file' }).click());
  expect(all.name).toMatch(/^homeward-2-drafts-.*\.age$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await go('#/open');
  await given(chooseFile, all);
  await given('The file with your key', key);
  await page.getByLabel('The passphrase of your key').fill(phrase);
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByText('Encrypted for your key').waitFor();
  await page.getByRole('button', { name: 'Add all 2 drafts' }).waitFor();
});

test('a file of a real family has a passphrase set first, and is there again afterwards', async () => {
  const assessment = { ...halfFilled, id: 'a-real-one', kind: 'real' } as const;
  const making = { madeBy: '1', madeAt: '2026-01-01T09:00:00.000Z', from: 'Team Tarn' };
  const bytes = bytesOf(handOver('real', [{ assessment, revision: 1 }], making));
  const enclosed = await enclose(bytes, { passphrase: phrase, workFactor: 10 });
  if (!enclosed.ok) throw new Error(enclosed.problems[0].code);
  await go('#/open');
  await given(chooseFile, { name: 'homeward-draft.age', bytes: enclosed.value });
  await page.getByLabel('The passphrase of this file').fill(phrase);
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByRole('button', { name: 'Add to my drafts' }).click();
  await setUp(page);
  await told('Added to your drafts');
  await page.getByRole('link', { name: 'Go to it' }).click();
  await page.getByRole('heading', { level: 1, name: assessment.reference }).waitFor();
});
