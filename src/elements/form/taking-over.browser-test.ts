import { expect } from '@open-wc/testing';
import {
  column,
  given,
  packWith,
  row,
  type MoreOfPack,
  type QuestionInput,
} from '../../../test/fixtures/small-pack.ts';
import type { Value } from '../../model/answer.ts';
import { rowsOf } from '../../model/fits.ts';
import type { Factor, Pack } from '../../model/pack.ts';
import { FormOnPage } from './on-page.suite.ts';

const inRound2 = (question: QuestionInput, more: MoreOfPack = {}): Pack =>
  packWith([question], {
    ...more,
    stages: [{ id: 'again', sections: [{ id: 'all', round: 2, asks: [question.id] }] }],
  });

describe('what a later round or review begins with', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  it('nothing has changed: one button takes the ratings over, with what they guard against, and the keyboard stays', async () => {
    const factor = (id: string, set: string): Factor => ({ id, set, label: id, serious: false, sources: ['study'] });
    const factors = [factor('drink', 'family-risk'), factor('aunt', 'family-protective')];
    const ratings = [
      { factor: 'drink', of: null, status: 'reducing' },
      { factor: 'aunt', of: null, status: 'evidenced', guards: [{ risk: 'drink', of: null, child: 'moss' }] },
    ] as unknown as Value;
    const pack = inRound2(
      { id: 'worries', kind: 'factor-rating', factorSets: ['family-risk', 'family-protective'], repeats: ['round'] },
      { factors },
    );
    page = new FormOnPage([], { pack, answers: { 'worries@1': ratings } });
    await page.shown();
    const button = page.find('[data-same-as="worries@1"]', HTMLButtonElement);
    button.focus();
    button.click();
    await page.shown();
    expect(page.assessment.answers['worries@2']).to.deep.equal({ ...given(ratings), copiedFrom: 'worries@1' });
    expect(page.focus).to.equal('button It is true here');
    expect(page.has('[data-same-as]')).to.equal(false);
  });

  it('one entry for each goal, in one step that Undo takes back', async () => {
    page = new FormOnPage(
      [
        { id: 'goals', kind: 'goals-table', columns: [column('goal', { required: true })] },
        {
          id: 'lights',
          kind: 'traffic-light',
          columns: [column('goal', { kind: 'question-ref', refersTo: ['goals'], required: true })],
        },
      ],
      { answers: { goals: given([row('a', { goal: 'Bed by eight' }), row('b', { goal: 'School on time' })]) } },
    );
    await page.shown();
    page.find('[data-key="lights"] [data-add-all]', HTMLButtonElement).click();
    await page.shown();
    expect(rowsOf(page.assessment.answers.lights).map(({ cells }) => cells)).to.deep.equal([
      { goal: 'goals.a' },
      { goal: 'goals.b' },
    ]);
    expect(page.focus).to.match(/^select lights\.[^ ]+\.goal in /);
    expect(page.session.undo().ok).to.equal(true);
    expect(page.assessment.answers.lights).to.equal(undefined);
  });

  it('rows go on in the next round, but for those that say who did something in theirs', async () => {
    for (const [kind, offered] of [
      ['text', true],
      ['person', false],
    ] as const) {
      const pack = inRound2({
        id: 'seen',
        kind: 'table',
        columns: [column('what', { kind, required: true })],
        repeats: ['round'],
      });
      page = new FormOnPage([], { pack, answers: { 'seen@1': given([row('a', { what: 'wren' })]) } });
      await page.shown();
      expect(page.has('[data-same-as="seen@1"]'), kind).to.equal(offered);
      page.remove();
    }
  });
});
