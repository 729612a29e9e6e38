import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { FormOnPage } from '../form/on-page.suite.ts';
import { answerIn, sampleGoals, samplePack, samplePeople, samples, sampleStates } from './samples.suite.ts';
import { questionKinds } from '../../model/pack.ts';

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
    expect(questionKinds.filter((kind) => !shown.includes(kind))).to.deep.equal(['risk-suggestion']);
  });

  for (const sample of samples)
    for (const state of sampleStates) {
      const answer = answerIn(sample, state);
      if (answer === undefined) continue;
      it(`${sample.kind}, ${state}: axe finds nothing, with every row open`, async function () {
        this.timeout(20_000);
        const subject = sample.question.repeats?.includes('child') ? '~moss' : sample.question.repeats ? '~juno' : '';
        page = new FormOnPage([], {
          pack: samplePack(sample),
          people: samplePeople,
          answers: { ...sampleGoals, ...(answer && { [`q${subject}`]: answer }) },
          readonly: state === 'read-only',
        });
        await page.shown();
        for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
        expect(await faultsOf(page.form)).to.deep.equal([]);
      });
    }
});

describe('a form in a narrow place', () => {
  const all = samples.filter(({ question }) => question.repeats === undefined);
  for (const width of [360, 320])
    it(`shows every kind at ${String(width)} px, also opened, without scrolling sideways`, async () => {
      for (const sample of all) {
        const page = new FormOnPage([], {
          pack: samplePack(sample),
          people: samplePeople,
          answers: { ...sampleGoals, q: sample.filled },
        });
        const place = document.createElement('div');
        place.style.width = `${String(width)}px`;
        document.body.append(place);
        place.append(page.form);
        await page.shown();
        for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
        expect(place.scrollWidth, sample.kind).to.be.at.most(width);
        place.remove();
      }
    });
});
