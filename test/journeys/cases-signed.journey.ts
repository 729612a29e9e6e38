import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withSince } from '../../src/app/signed/since.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import { report } from '../../src/model/make-report.ts';
import { onPaper, type NamedBy } from '../../src/model/paper.ts';
import { published } from '../../src/model/published.ts';
import type { Report, ReportChoice } from '../../src/model/report.ts';
import { restingDraft } from './draft.ts';
import { caseDraft, pack } from './guidance.ts';
import { Journey, type SavedFile } from './harness.ts';
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
