import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withSince } from '../../src/app/signed/since.ts';
import type { SignatureEntry } from '../../src/model/answer.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import { report } from '../../src/model/make-report.ts';
import { onPaper, type NamedBy } from '../../src/model/paper.ts';
import { published } from '../../src/model/published.ts';
import type { Report, ReportChoice } from '../../src/model/report.ts';
import { restingDraft } from './draft.ts';
import { caseDraft, pack } from './guidance.ts';
import { accessibilityFaults, Journey, type SavedFile } from './harness.ts';
import { follow } from './keyboard.ts';
import { sameAnswers } from './same-draft.ts';
import { checkSignedPdf } from './signed-pdf.ts';
import { heading, idOf, saved, today } from './steps.ts';

/** An answer from this many letters on is long enough to be nowhere by chance. */
const long = 80;

describe.each([
  ['quillfeather', 5],
  ['tarnwhistle', 2],
] as const)('the case %s, opened with its model answers', (id, stagesAnswered) => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  test('makes a signed PDF of each answered stage', { timeout: 240_000 }, async () => {
    const page = await journey.open(`/#/training/${id}`);
    await page.getByRole('button', { name: 'Open it with the model answers' }).waitFor();
    await follow(page, 'Open it with the model answers');
    await heading(page, 'Assessment');
    const draft = idOf(page);
    const opened = await restingDraft(page, draft);
    expect(sameAnswers(pack, opened)).toEqual(sameAnswers(pack, caseDraft(id)));
    expect(opened.people).toEqual(caseDraft(id).people);
    expect(opened.evidence?.map(({ id }) => id)).toEqual(caseDraft(id).evidence?.map((each) => each.id));

    if (stagesAnswered > 2) await agreed(page, draft);
    for (const [index, { id: stage }] of pack.stages.slice(0, stagesAnswered).entries()) {
      const namedBy = index === 1 ? 'initials' : 'reference';
      const assessment = await restingDraft(page, draft);
      const choice: ReportChoice = { locale: 'en', output: 'full', stages: [stage], on: today() };
      const texts = longTexts(assessment);
      const attached = published(pack, assessment, choice);
      // What supports a judgement is printed with it, also where it was said in another stage.
      const cited = new Set(attached.assessment.evidence?.map(({ words }) => words));
      const { bytes } = await signed(page, draft, stage, namedBy);
      await checkSignedPdf(bytes, {
        report: onPaper(printed(assessment, choice), pack, assessment, { namedBy }),
        published: attached,
        shows: texts.filter((text) => text.stages.includes(stage)).map(({ said }) => said),
        hides: texts.filter(({ stages, said }) => !stages.includes(stage) && !cited.has(said)).map(({ said }) => said),
      });
    }
    expect((await restingDraft(page, draft)).versions.map(({ stages }) => stages)).toEqual(
      pack.stages.slice(0, stagesAnswered).map(({ id: stage }) => [stage]),
    );
  });

  /** A parent draws their mark on the worker's device, before a witness; it is in the paper as a picture. */
  async function agreed(page: Page, draft: string): Promise<void> {
    await page.goto(`${journey.origin}/#/assessments/${draft}/sign/stage-3-agree`);
    await page.getByText('Put a mark of a parent or a child').click();
    await page.getByLabel('Name of the witness').fill('Hazel Quartermaine');
    await page.getByRole('button', { name: 'Put it into the document' }).click();
    await page.getByText('Draw or type their mark').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const box = await page.locator('homeward-consent canvas').boundingBox();
    if (!box) throw new Error('There is nowhere to draw.');
    await page.mouse.move(box.x + 20, box.y + 60);
    await page.mouse.down();
    for (const [x, y] of [
      [60, 20],
      [90, 90],
      [160, 30],
      [200, 70],
    ] as const)
      await page.mouse.move(box.x + x, box.y + y);
    await page.mouse.up();
    await page.getByRole('button', { name: 'Put it into the document' }).click();
    await page.getByText('is in the document, dated today').waitFor();
    await saved(page);
    const answer = (await restingDraft(page, draft)).answers['agreement-signatures'];
    const entries = answer?.is === 'given' ? (answer.value as readonly SignatureEntry[]) : [];
    expect(entries.filter(({ mark }) => mark?.kind === 'drawn')).toMatchObject([
      { witness: { name: 'Hazel Quartermaine', date: today() } },
    ]);
  }

  async function signed(page: Page, draft: string, stage: string, namedBy: NamedBy): Promise<SavedFile> {
    await page.goto(`${journey.origin}/#/assessments/${draft}/check/${stage}`);
    await page.getByRole('button', { name: 'Go on to sign' }).click();
    await heading(page, 'Sign and save the PDF');
    // Also in an agreement, where the parent is the first to sign: nobody becomes one by overlooking it.
    expect(await page.getByLabel('Your role').inputValue()).toBe('social-worker');
    if (namedBy === 'initials') await page.getByLabel('By the children’s initials').check();
    await page.getByLabel('Your name').fill('Tansy Holloway');
    await page.getByLabel('Your organisation').fill('Thistlebridge Council');
    await page.getByLabel('Your mark, typed').fill('T. Holloway');
    // Of the third stage: not everybody in the case has put their name to the agreement.
    const without = page.getByLabel('I sign without a mark of');
    if ((await without.count()) > 0) await without.check();
    const file = await journey.save(page, () => page.getByRole('button', { name: 'Sign and save the PDF' }).click());
    await heading(page, 'Signed and saved');
    await saved(page);
    await page.getByRole('button', { name: 'Back to the assessment' }).click();
    await heading(page, 'Assessment');
    return file;
  }
});

/** The report of a stage; between the signatures of this journey nothing is changed. */
function printed(assessment: Assessment, choice: ReportChoice): Report {
  const made = report(pack, assessment, choice);
  const before = assessment.versions.at(-1);
  return before ? withSince(made, pack, assessment, before, { places: [], people: false }) : made;
}

/** The long texts of an assessment, with the stages that ask for them. */
function longTexts(assessment: Assessment): readonly { readonly said: string; readonly stages: readonly string[] }[] {
  const { applies } = evaluate(pack, assessment, today());
  return Object.entries(assessment.answers).flatMap(([key, answer]) =>
    answer.is === 'given' && typeof answer.value === 'string' && answer.value.length >= long
      ? answer.value
          .split('\n\n')
          .filter((said) => said.length >= long)
          .map((said) => ({
            said,
            stages: applies.filter((instance) => instance.key === key).map(({ stage }) => stage),
          }))
      : [],
  );
}
