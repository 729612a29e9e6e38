import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import type { Section } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { restingDraft } from './draft.ts';
import { choose, fillGuards, fillSection, type Filling } from './filling.ts';
import { removeRest } from './filling-rows.ts';
import { caseDraft, pack } from './guidance.ts';
import { Journey } from './harness.ts';
import { follow } from './keyboard.ts';
import { sameAnswers, samePeople } from './same-draft.ts';
import { heading, idOf, openSection, saved, today } from './steps.ts';
import { note } from './soak/store/evidence.ts';
import { byFocus, byTab } from './way.ts';

/** Everything is drawn anew at each key: a small window costs less of that. */
const small = { width: 800, height: 500 };

interface Filled {
  readonly id: 'quillfeather' | 'tarnwhistle';
  /** The sections in which every control is come to with Tab; in the others the keyboard is put there. */
  readonly byTab: (section: Section) => boolean;
  /** The purpose the case is filled for, where it is not its own. */
  readonly purpose?: string;
  /** How the keyboard comes to the controls, as the table of evidence says it. */
  readonly told: string;
}

/** Fills a training case from nothing but its people, and compares what rests on the disk with the case. */
export function filledCase(name: string, { id, purpose, told, ...choice }: Filled): void {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin(small);
  });
  afterEach(() => journey.end());

  test(name, { timeout: 1_200_000 }, async () => {
    const page = await journey.open(`/#/training/${id}`);
    await page.getByRole('button', { name: 'Work on this case' }).waitFor();
    await follow(page, 'Work on this case');
    await heading(page, 'Assessment');
    const draft = idOf(page);
    const begun = await restingDraft(page, draft);
    const wanted = applying(withPurpose(caseDraft(id), purpose));

    const done = new Set<string>();
    let stops = 0;
    const from = performance.now();
    for (const section of pack.sections) {
      await openSection(page, journey.origin, draft, section.id);
      const way = choice.byTab(section) ? byTab(page) : byFocus(page);
      const filling: Filling = { way, pack, wanted, done };
      if (section.id === 'case-setup' && purpose !== undefined) await choose(way, pack.purposeQuestion, purpose);
      await fillSection(filling, section);
      await fillGuards(filling, section);
      stops += way.tabs;
    }
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(`${id}: ${String(done.size)} answers, ${String(stops)} times Tab, ${String(seconds)} seconds`);
    expect(
      Object.keys(wanted.answers).filter((key) => !done.has(key)),
      'never asked',
    ).toEqual([]);
    await removeTheRest(page, draft, { way: byFocus(page), pack, wanted, done });

    await saved(page);
    const made = await restingDraft(page, draft);
    expect(samePeople(pack, wanted, made.people)).toEqual(samePeople(pack, wanted, wanted.people));
    // Whom a draft begins with stands in the tables of the first section, also in one that the case says nothing in.
    const expected = { answers: { ...begun.answers, ...wanted.answers } };
    expect(sameAnswers(pack, made)).toEqual(sameAnswers(pack, expected));
    note(['case-filled', id, purpose ?? 'own', told].join('-').replaceAll(' ', '-'), {
      done: `the case ${id}${purpose === undefined ? '' : `, for the purpose ${purpose}`}, filled in with the keyboard alone (${told}) from nothing but its people: ${String(done.size)} answers, ${String(stops)} times Tab, ${String(seconds)} seconds`,
      seen: 'the draft on the disk has the people and answers of the case, and no others',
    });
  });

  /** Takes out of the tables that the case fills the people that it does not have there. */
  async function removeTheRest(page: Page, draft: string, filling: Filling): Promise<void> {
    for (const section of pack.sections) {
      const tables = section.asks
        .map(({ question }) => question)
        .filter((key) => pack.questions.some((each) => each.id === key && each.kind === 'person-table'))
        .filter((key) => filling.wanted.answers[key] !== undefined);
      if (tables.length === 0) continue;
      await openSection(page, journey.origin, draft, section.id);
      for (const key of tables) await removeRest(filling, key);
    }
  }
}

function withPurpose(draft: Assessment, purpose: string | undefined): Assessment {
  if (purpose === undefined) return draft;
  return { ...draft, answers: { ...draft.answers, [pack.purposeQuestion]: { is: 'given', value: purpose } } };
}

/** The assessment with those answers only that are asked for. */
function applying(draft: Assessment): Assessment {
  const asked = new Set(evaluate(pack, draft, today()).applies.map(({ key }) => key));
  return {
    ...draft,
    answers: Object.fromEntries(
      Object.entries(draft.answers).filter(([key]) => parsePlaceKey(key) !== null && asked.has(key)),
    ),
  };
}
