import { expect } from '@open-wc/testing';
import { given } from '../../../test/fixtures/small-pack.ts';
import type { Value } from '../../model/answer.ts';
import type { Factor } from '../../model/pack.ts';
import { FormOnPage } from './on-page.suite.ts';

describe('factors', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  it('keeps every rating while one is changed, also where the question has no rounds', async () => {
    const risk = (id: string): Factor => ({ id, set: 'parent-risk', label: id, serious: false, sources: ['study'] });
    const ratings = ['drink', 'debt'].map((factor) => ({ factor, of: null, status: 'active' }));
    page = new FormOnPage([{ id: 'worries', kind: 'factor-rating', factorSets: ['parent-risk'] }], {
      more: { factors: [risk('drink'), risk('debt')] },
      answers: { worries: ratings },
    });
    await page.shown();
    page.choice('worries.debt.status', 'past').click();
    await page.shown();
    expect(page.assessment.answers.worries).to.deep.equal(
      given([ratings[0], { ...ratings[1], status: 'past' }] as Value),
    );
    expect(page.choice('worries.drink.status', 'active').checked).to.equal(true);
  });
});
