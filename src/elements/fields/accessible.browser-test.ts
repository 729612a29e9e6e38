import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { column, given, row } from '../../../test/fixtures/small-pack.ts';
import { FormOnPage } from '../form/on-page.suite.ts';
import { answerIn, placeOf, sampleGoals, samplePack, samplePeople, samples, sampleStates } from './samples.suite.ts';
import { questionKinds } from '../../model/pack-kinds.ts';

/** What axe finds wrong, one line each; with `target-size`, which axe leaves off. */
async function faultsOf(form: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(form, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${String(target)} ${failureSummary}`),
  );
}

describe('a question of each kind, in each state', () => {
  let page: FormOnPage | null = null;
  afterEach(() => {
    page?.remove();
  });

  it('is shown here', () => {
    const shown = samples.map(({ kind }) => kind);
    expect(questionKinds.filter((kind) => !shown.includes(kind))).to.deep.equal([]);
  });

  for (const sample of samples)
    for (const state of sampleStates) {
      const answer = answerIn(sample, state);
      if (answer === undefined) continue;
      it(`${sample.kind}, ${state}: axe finds nothing, with every row open`, async function () {
        this.timeout(20_000);
        page = new FormOnPage([], {
          pack: samplePack(sample),
          people: samplePeople,
          answers: { ...sampleGoals, ...(answer && { [placeOf(sample)]: answer }) },
          readonly: state === 'read-only',
        });
        await page.shown();
        if (sample.filled === null) await page.press('What your ratings point to');
        for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
        expect(await faultsOf(page.form)).to.deep.equal([]);
      });
    }
});

describe('a form in a narrow place', () => {
  const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  const wordy = {
    kind: 'table',
    question: { label: long, hint: long, columns: [column('what', { label: long, required: true })] },
    filled: given([row('r1', { what: long })]),
  } as const;
  let place: HTMLElement;
  beforeEach(() => {
    place = document.createElement('div');
    document.body.append(place);
  });
  afterEach(() => {
    place.remove();
  });

  // 320 px is what is left of 1280 at four times the size.
  for (const width of [360, 320])
    for (const sample of [...samples, wordy])
      it(`shows ${sample === wordy ? 'long words' : sample.kind} at ${String(width)} px, all opened, without scrolling sideways`, async () => {
        place.style.width = `${String(width)}px`;
        const page = new FormOnPage([], {
          pack: samplePack(sample),
          people: samplePeople,
          answers: { ...sampleGoals, ...(sample.filled && { [placeOf(sample)]: sample.filled }) },
        });
        place.append(page.form);
        await page.shown();
        for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
        // A section hides from the page around it what stands out of it.
        for (const each of [place, ...page.form.renderRoot.querySelectorAll('section, .hw-page')])
          expect(each.scrollWidth, each.className).to.be.at.most(each.clientWidth);
      });
});
