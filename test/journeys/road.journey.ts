import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/model/evaluate.ts';
import { report } from '../../src/model/make-report.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { onPaper } from '../../src/model/paper.ts';
import { published } from '../../src/model/published.ts';
import type { ReportChoice } from '../../src/model/report.ts';
import { answerSection, type Answered, type Script } from './answering.ts';
import { restingDraft } from './draft.ts';
import { pack } from './guidance.ts';
import { Journey } from './harness.ts';
import { focusOf, follow, tabTo, typeInto } from './keyboard.ts';
import { checkSignedPdf } from './signed-pdf.ts';
import { atSection, beginByKeyboard, heading, idOf, longAnswer, saved, today, twoAndTwo } from './steps.ts';

const sections = ['case-setup', 'participation', 'child-voice'];
const whyNow = 'The foster carers are moving to the coast in spring.';
const takenBack = ' Nobody shall read this sentence.';
const hidden = 'Flinched when the gate was mentioned.';

describe('the road from nothing to a signed PDF, with the keyboard alone', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ whole: true });
  });
  afterEach(() => journey.end());

  test('three sections answered, checked, signed', { timeout: 180_000 }, async () => {
    const page = await journey.open();
    await beginByKeyboard(page, twoAndTwo);
    const id = idOf(page);
    await follow(page, 'About this assessment');
    const setUp = await answerAll(page, 'case-setup', async (place) => {
      if (place === 'why-now') await reloadInTheMiddleOfAWord(page);
      if (place === 'decision-1-reason') await page.keyboard.insertText(longAnswer);
    });
    await follow(page, 'Save and continue');
    const participation = await answerAll(page, 'participation');
    await follow(page, 'Save and continue');
    const voice = await answerAll(page, 'child-voice', async (place) => {
      if (place.startsWith('child-own-words')) await takeBackASentence(page);
      if (place === toHide) await hideTheAnswer(page, place);
    });

    await saved(page);
    const assessment = await restingDraft(page, id);
    expectEveryQuestion(assessment, [setUp, participation, voice]);

    const choice: ReportChoice = { locale: 'en', output: 'full', stages: ['stage-1-assess'], on: today() };
    const expected = {
      report: onPaper(report(pack, assessment, choice), pack, assessment),
      published: published(pack, assessment, choice),
    };
    const shows = [whyNow, longAnswer, 'Auntie Sorrel [U+1F600]', ...textsOf([setUp, participation, voice])];
    await follow(page, 'Save and continue');
    await atSection(page, 'family-history');
    await checkByKeyboard(page, shows);
    const { name, bytes } = await signByKeyboard(journey, page);
    expect(name).toMatch(/^homeward-stage-1-signed-\d{4}-\d\d-\d\d-\d{4}\.pdf$/);
    await checkSignedPdf(bytes, { ...expected, marks: ['😀'], shows, hides: [takenBack, hidden] });
  });

  let toHide: string | undefined;

  /** What this family says where the road needs something particular. */
  function say(name: string): string | undefined {
    const [question = ''] = name.split('~');
    switch (question) {
      case 'why-now':
      case 'decision-1-reason':
        return '';
      case 'child-wishes':
        return 'mixed';
      case 'child-trusted-adult':
        return 'Auntie Sorrel 😀';
      case 'child-observed':
        toHide ??= name;
        return name === toHide ? hidden : undefined;
      default:
        return undefined;
    }
  }

  async function answerAll(page: Page, id: string, then: Script['then'] = () => Promise.resolve()): Promise<Answered> {
    const section = pack.sections.find((each) => each.id === id);
    if (!section) throw new Error(`The pack has no section "${id}"`);
    await atSection(page, id);
    return answerSection(page, pack, section, { say, then });
  }
});

/** Types into the box that has the keyboard, loads the page anew within a word, and goes on where the text ends. */
async function reloadInTheMiddleOfAWord(page: Page): Promise<void> {
  const before = whyNow.slice(0, 27);
  await page.keyboard.type(before, { delay: 60 });
  await page.reload();
  await atSection(page, 'case-setup');
  const { value } = await tabTo(page, 'why-now');
  expect(before.startsWith(value)).toBe(true);
  expect(before.length - value.length, 'characters lost').toBeLessThanOrEqual(1_500 / 60);
  await typeInto(page, 'why-now', whyNow.slice(value.length));
  expect((await focusOf(page)).value).toBe(whyNow);
}

async function takeBackASentence(page: Page): Promise<void> {
  await page.keyboard.type(takenBack);
  for (let left = takenBack.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
}

/** Goes back and answers otherwise, so that what has just been written is no longer asked. */
async function hideTheAnswer(page: Page, place: string): Promise<void> {
  await tabTo(page, place.replace('child-observed', 'child-wishes'), 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await page.locator(`[data-key="${place}"]`).waitFor({ state: 'detached' });
}

/** Every question that applies in these sections was come to and has an answer without a gap. */
function expectEveryQuestion(assessment: Parameters<typeof evaluate>[1], answered: readonly Answered[]): void {
  const { bySection } = evaluate(pack, assessment, today());
  const instances = sections.flatMap((id) => bySection.get(id) ?? []);
  const places = answered.flatMap((each) => each.places);
  const asked = pack.sections.filter(({ id }) => sections.includes(id)).flatMap(({ asks }) => asks);
  expect(new Set(places.map((place) => parsePlaceKey(place)?.question))).toEqual(
    new Set(asked.map(({ question }) => question)),
  );
  expect(places).toEqual(expect.arrayContaining(instances.map(({ key }) => key)));
  expect(instances.filter(({ answer, gaps }) => answer === null || gaps.length > 0).map(({ key }) => key)).toEqual([]);
}

const textsOf = (answered: readonly Answered[]): readonly string[] =>
  answered
    .flatMap(({ typed }) => [...typed.values()])
    .filter((text) => text !== '' && text !== hidden && !text.includes('😀'));

async function checkByKeyboard(page: Page, shows: readonly string[]): Promise<void> {
  await follow(page, '1. Finding out');
  await heading(page, 'Assessment');
  await follow(page, 'Check answers');
  await heading(page, 'Check answers');
  await follow(page, 'Kept, not printed (1)');
  await follow(page, 'Show all parts');
  const screen = (await page.locator('.hw-report').innerText()).replace(/\s+/g, ' ');
  for (const text of shows) expect(screen).toContain(text.replace('[U+1F600]', '😀').replace(/\s+/g, ' '));
  expect(screen).not.toContain(hidden);
  await follow(page, 'Go on to sign');
  await heading(page, 'Sign and save the PDF');
}

async function signByKeyboard(journey: Journey, page: Page): ReturnType<Journey['save']> {
  await page.getByText('[U+1F600]').waitFor();
  await typeInto(page, 'name', 'Tansy Holloway');
  await typeInto(page, 'organisation', 'Thistlebridge Council');
  await typeInto(page, 'mark', 'T. Holloway');
  const file = await journey.save(page, () => follow(page, 'Sign and save the PDF'));
  await heading(page, 'Signed and saved');
  return file;
}
