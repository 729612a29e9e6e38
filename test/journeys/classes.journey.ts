import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/model/apply.ts';
import type { Assessment, Change } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import { layDown, restingDraft } from './draft.ts';
import { caseDraft, pack, valueOf } from './guidance.ts';
import { Journey } from './harness.ts';
import { openSection, saved, showAll, today } from './steps.ts';

const because =
  'Medium, as the group agreed on Monday after reading every rating aloud, because bedtimes have gone well for eight weeks, ' +
  'the counsellor and the school say the same without having spoken to each other, and full days alone are still to come before anybody can call it low.';

/** A draft of its own for each way, so that no way goes on where another ended. */
const draftOf = (id: 'quillfeather' | 'tarnwhistle', name: string): Assessment => ({ ...caseDraft(id), id: name });

const without = (draft: Assessment, ...keys: readonly string[]): Assessment => ({
  ...draft,
  answers: Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !keys.includes(key))),
});

/** The draft after a change that was made today. */
const after = (draft: Assessment, change: Change): Assessment =>
  valueOf(apply(pack, draft, { id: 'later', at: new Date().toISOString(), by: '', change }));

describe('giving a class', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin();
    page = await journey.open('/#/assessments');
  });
  afterAll(() => journey.end());

  const goToRound = async (draft: Assessment, round: number, child: string): Promise<void> => {
    await page.goto(`${journey.origin}/#/assessments/${draft.id}/round/${String(round)}/${child}`);
    await page.getByRole('heading', { level: 1, name: 'How risky would it be for' }).waitFor();
  };
  const radio = (name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`);

  test('a second time after progress: an empty choice beside the first class, and a round more when it is needed', async () => {
    const whole = draftOf('quillfeather', 'progress');
    const draft = without(whole, 'risk-class@2~juniper', 'risk-class-reason@2~juniper', 'risk-class@3~juniper');
    await layDown(page, journey.origin, draft);
    await page.goto(`${journey.origin}/#/assessments/${draft.id}`);
    await page.locator('homeward-classes').getByRole('link', { name: 'Round 2' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'for Juniper to live with Wren now?' }).waitFor();
    expect(await page.locator('input[name="risk-class@2~juniper"]:checked').count()).toBe(0);
    expect(await page.locator('.hw-past').innerText()).toMatch(/Round 1:\s*Medium/);

    await page.getByRole('button', { name: 'What your ratings point to' }).click();
    await page.locator('.hw-suggestion').getByText('It may be wrong. You decide.').waitFor();
    expect(await page.locator('input[name="risk-class@2~juniper"]:checked').count()).toBe(0);
    await radio('risk-class@2~juniper', 'medium').check({ force: true });
    await page.locator('[name="risk-class-reason@2~juniper"]').fill(because);
    await page.locator('[data-key="risk-class-reason@2~juniper"]').getByText('Long enough.').waitFor();
    // The case itself differs here from what is suggested, and says why.
    await page.locator('[name="risk-class-difference@2~juniper"]').waitFor();

    await page.locator('homeward-open-round summary').click();
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.getByText('Choose why the round is opened.').waitFor();
    await page.getByLabel('New harm, or care has dropped sharply').check({ force: true });
    await page.getByLabel('What happened?').fill('A bruise nobody can explain');
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.getByText('Classification round 4').waitFor();
    await page.locator('input[name="risk-class@4~juniper"]').first().waitFor({ state: 'attached' });
    await page.getByText('What your ratings point to, and why; it may be wrong').click();
    await page.getByText('No class is suggested until every risk has been rated again in this round.').waitFor();
    await saved(page);
    const kept = await restingDraft(page, draft.id);
    expect(kept.answers['risk-class@2~juniper']).toMatchObject({ is: 'given', value: 'medium' });
    expect(kept.rounds).toMatchObject([
      { round: 4, reason: 'New harm, or care has dropped sharply: A bruise nobody can explain', event: 'harm' },
    ]);
  });

  test('two classes away from the suggested one: why, and a second manager, and one line in the report', async () => {
    const draft = draftOf('quillfeather', 'two-away');
    await layDown(page, journey.origin, draft);
    await goToRound(draft, 1, 'juniper');
    await radio('risk-class@1~juniper', 'severe').check({ force: true });
    await page.locator('[name="risk-class-difference@1~juniper"]').fill('The ratings miss what she said on Friday.');
    await page
      .locator('[data-key="risk-class-second-manager@1~juniper"]')
      .getByRole('button', { name: 'Add an entry' })
      .click();
    await saved(page);
    await page.goto(`${journey.origin}/#/assessments/${draft.id}/check/stage-2-classify`);
    await showAll(page);
    await page.getByText('The suggestion was considered; it was not the same class.').waitFor();
    expect(await page.getByText('The suggestion was considered; it was the same class.').count()).toBe(1);
    expect(await page.locator('.hw-gaps').innerText()).toContain('Which second manager has looked at this class?');
    expect(await page.locator('.hw-gaps').innerText()).not.toContain('Why is the agreed class');
  });

  test('an adult who comes afterwards: the class needs another look, until somebody looked', async () => {
    const draft = after(draftOf('quillfeather', 'adult'), {
      do: 'add-person',
      person: { id: 'ash', role: 'household', name: 'Ash Fen', inHousehold: 'lives-there' },
    });
    await layDown(page, journey.origin, draft);
    await page.goto(`${journey.origin}/#/assessments/${draft.id}`);
    const tag = page.locator('homeward-classes').getByText('Needs another look');
    await tag.first().waitFor();
    expect(await tag.count()).toBe(2);
    await goToRound(draft, 3, 'moss');
    await page.locator('[data-classify-again]').waitFor();
    expect(await page.getByText('Adults this takes in:').innerText()).toContain('Wren Quillfeather, Ash');
    await page.getByRole('button', { name: 'We looked again; the class stands' }).click();
    await page.locator('[data-classify-again]').waitFor({ state: 'detached' });
    await page.goto(`${journey.origin}/#/assessments/${draft.id}/check/stage-5-return`);
    await showAll(page);
    await page.getByText('this adult has moved into the home or is now assessed as a carer: Ash Fen').waitFor();
    expect(
      await page.getByText('this adult has moved into the home or is now assessed as a carer: Ash Fen').count(),
    ).toBe(1);
    await page.getByText(/Looked at again on .*: the class stands\./).waitFor();
  });

  test('a class that is too high, and the decision not to return', async () => {
    const draft = without(
      draftOf('tarnwhistle', 'not-home'),
      'risk-class@1~bramble',
      'decision-2~bramble',
      'decision-2~heath',
    );
    await layDown(page, journey.origin, draft);
    await goToRound(draft, 1, 'bramble');
    await radio('risk-class@1~bramble', 'severe').check({ force: true });
    expect(await page.locator('[data-key="risk-class-difference@1~bramble"]').count()).toBe(0);
    await openSection(page, journey.origin, draft.id, 'decision-2');
    for (const child of ['bramble', 'heath']) await radio(`decision-2~${child}`, 'not-home').check({ force: true });
    await saved(page);
    await page.goto(`${journey.origin}/#/assessments/${draft.id}/check/stage-2-classify`);
    await showAll(page);
    await page.getByText('The suggestion was considered; it was the same class.').first().waitFor();
    expect(await page.locator('.hw-gaps').count()).toBe(0);
    const { openStages } = evaluate(pack, await restingDraft(page, draft.id), today());
    expect([...openStages]).not.toContain('stage-3-agree');
  });
});

const hostPage =
  '<!doctype html><html lang="en"><title>Form</title><main></main><script type="module" src="/host.js"></script></html>';
/** A host page that applies an overlay itself and shows one section of the pack that comes of it. */
const hostScript = `
import '/elements/define/homeward-form.js';
import { applyOverlay, loadPack } from '/elements/content.js';
window.show = async (overlay, rest) => {
  const whole = await loadPack('sparf', 'en');
  const { value: pack } = await applyOverlay(whole.value, overlay);
  document.querySelector('main').replaceChildren(
    Object.assign(document.createElement('homeward-form'), rest, { pack, section: 'classification-1' }),
  );
};
document.title = 'ready';
`;

test('a council that wants no suggestion: the class is asked as ever, and nothing of one is shown', async () => {
  const journey = await Journey.begin();
  journey.host('/host.html', hostPage);
  journey.host('/host.js', hostScript);
  const page = await journey.open('/host.html');
  await page.waitForFunction(() => document.title === 'ready');
  const overlay = {
    format: 'homeward-overlay/1',
    id: 'no-suggestion',
    version: 1,
    title: 'Thistlebridge Council',
    owner: 'Head of practice',
    reviewBy: '2027-09-01',
    pack: { id: pack.id, version: pack.version },
    classification: { suggestion: false },
  };
  const { people } = caseDraft('quillfeather');
  const answers = [{ question: 'risk-class', subject: 'juniper', round: 1, answer: { is: 'given', value: 'severe' } }];
  await page.evaluate(
    async ([what, rest]) => {
      await (window as unknown as { show(what: unknown, rest: unknown): Promise<void> }).show(what, rest);
    },
    [overlay, { people, answers }] as const,
  );
  const section = page.locator('[data-section="classification-1"]');
  await section.getByText('What class did the discussion agree for this child?').first().waitFor();
  expect(await section.innerText()).not.toMatch(/suggest/i);
  expect(await section.locator('[data-key="risk-class-difference@1~juniper"]').count()).toBe(0);
  await journey.end();
});
