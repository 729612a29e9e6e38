import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { evaluate, type Evaluation } from '../../src/model/evaluate.ts';
import { labelOf } from '../../src/model/label.ts';
import { placesOn } from './answering.ts';
import { layDown, restingDraft } from './draft.ts';
import { choose } from './filling.ts';
import { caseDraft, pack } from './guidance.ts';
import { Journey } from './harness.ts';
import { openSection, saved, today } from './steps.ts';
import { byTab } from './way.ts';

const purposes = ['edge-of-care', 'unplanned-return', 'order-discharge'] as const;
const cases = ['quillfeather', 'tarnwhistle'] as const;

/** The case as it would be, had it been begun for another purpose. */
const withPurpose = (draft: Assessment, purpose: string): Assessment => ({
  ...draft,
  answers: { ...draft.answers, [pack.purposeQuestion]: { is: 'given', value: purpose } },
});

const keysOf = ({ applies }: Evaluation): readonly string[] =>
  applies.filter(({ question }) => question.kind !== 'risk-suggestion').map(({ key }) => key);

describe.each(cases)('the case %s for another purpose', (id) => {
  const draft = caseDraft(id);
  const before = keysOf(evaluate(pack, draft, today()));
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await Journey.begin();
    page = await journey.open('/#/assessments');
    await layDown(page, journey.origin, draft);
  });
  afterAll(() => journey.end());

  test.each(purposes)(
    '%s asks what is asked for it, in its words, and keeps the rest',
    async (purpose) => {
      await openSection(page, journey.origin, draft.id, 'case-setup');
      await choose(byTab(page), pack.purposeQuestion, purpose);
      await saved(page);

      const wanted = withPurpose(draft, purpose);
      const evaluation = evaluate(pack, wanted, today());
      const shown: string[] = [];
      for (const section of pack.sections) {
        await openSection(page, journey.origin, draft.id, section.id);
        const asked = (evaluation.bySection.get(section.id) ?? []).filter(
          ({ question }) => question.kind !== 'risk-suggestion',
        );
        const places = await placesOn(page, section);
        expect([...places].sort(), section.id).toEqual(asked.map(({ key }) => key).sort());
        shown.push(...places);
        const words = await questionWords(page);
        for (const instance of asked)
          expect(words[instance.key], instance.key).toContain(labelOf(pack, wanted, instance).replace(/\s+/g, ' '));
        // Where the law stops a step, the page says so for each child.
        const stops = evaluation.stops.filter(({ stage }) => stage === section.stage);
        expect(await page.locator('[data-stop]').count(), `stops at ${section.id}`).toBe(stops.length);
      }
      expect({
        appear: questionsIn(shown.filter((key) => !before.includes(key))),
        disappear: questionsIn(before.filter((key) => !shown.includes(key))),
      }).toEqual(differences[id][purpose]);

      await keptNotPrinted(page, evaluation);
      await safetyFirst(page, purpose);
      expect((await restingDraft(page, draft.id)).answers).toEqual(wanted.answers);
    },
    120_000,
  );

  /** Only who went home without a plan is asked about safety before anything else. */
  async function safetyFirst(page: Page, purpose: string): Promise<void> {
    await page.goto(`${journey.origin}/#/assessments/${draft.id}`);
    await page.locator('homeward-classes h2').waitFor();
    const first = page.locator('homeward-safety-first');
    expect(await first.getByRole('heading', { name: 'First: is each child safe now?' }).count()).toBe(
      purpose === 'unplanned-return' ? 1 : 0,
    );
    const children = draft.people.filter(({ role, inScope }) => role === 'child' && inScope !== false);
    expect(await first.locator('a[data-focus^="perpetrator-access@1~"]').count()).toBe(
      purpose === 'unplanned-return' ? children.length : 0,
    );
    expect(await first.locator('a[data-focus^="household-and-carers"]').count()).toBe(
      purpose === 'unplanned-return' ? 1 : 0,
    );
  }

  async function keptNotPrinted(page: Page, { hidden }: Evaluation): Promise<void> {
    for (const stage of ['stage-1-assess', 'stage-5-return']) {
      await page.goto(`${journey.origin}/#/assessments/${draft.id}/check/${stage}`);
      await page.locator('.hw-report').waitFor();
      const kept = page.locator('details').filter({ hasText: 'Kept, not printed' });
      expect(await kept.count()).toBe(hidden.length === 0 ? 0 : 1);
      const lines = await kept.locator('li').allTextContents();
      expect(lines.length).toBe(hidden.length);
      for (const question of questionsIn(hidden))
        expect(
          lines.filter((line) => line.includes(labelFor(question))),
          question,
        ).not.toEqual([]);
      const printed = await page
        .locator('.hw-report [data-focus]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.focus ?? ''));
      if (stage === 'stage-1-assess') expect(printed.length).toBeGreaterThan(20);
      expect(printed.filter((key) => hidden.includes(key))).toEqual([]);
    }
  }
});

/** The words over each question on the page, by its place. */
function questionWords(page: Page): Promise<Readonly<Record<string, string>>> {
  return page
    .locator('[data-key]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((each) => [
          (each as HTMLElement).dataset.key ?? '',
          (each.querySelector('legend, label')?.textContent ?? '').replace(/\s+/g, ' '),
        ]),
      ),
    );
}

const questionsIn = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.map((key) => key.replace(/[@~].*$/, '')))].sort();
const labelFor = (id: string): string => pack.questions.find((question) => question.id === id)?.label ?? id;

/** What only somebody returning from care is asked. */
const returning = [
  'carer-view',
  'continuity',
  'family-time-after',
  'money-and-papers',
  'preparation-child',
  'preparation-home',
  'pwp-paperwork',
  'pwp-route',
  'pwp-suitability',
  'return-date',
  'transition-plan',
];
type Differences = Readonly<
  Record<(typeof purposes)[number], { readonly appear: readonly string[]; readonly disappear: readonly string[] }>
>;

/** Written out, so that a rule changed by mistake is seen. */
const differences: Readonly<Record<(typeof cases)[number], Differences>> = {
  quillfeather: {
    'edge-of-care': { appear: [], disappear: [...returning, 'approval-nominated-officer', 'current-placement'].sort() },
    'unplanned-return': { appear: [], disappear: [] },
    'order-discharge': { appear: ['cease-looked-after'], disappear: returning },
  },
  tarnwhistle: {
    'edge-of-care': { appear: [], disappear: [...returning, 'cease-looked-after', 'current-placement'].sort() },
    'unplanned-return': { appear: [], disappear: [] },
    'order-discharge': { appear: [], disappear: returning },
  },
};
