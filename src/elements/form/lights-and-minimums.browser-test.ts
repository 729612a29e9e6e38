import { expect } from '@open-wc/testing';
import { child, choices, column, given, row } from '../../../test/fixtures/small-pack.ts';
import { FormOnPage } from './on-page.suite.ts';

const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('colours and legal minimums in the form', () => {
  let page: FormOnPage | null = null;
  afterEach(() => {
    page?.remove();
  });

  it('the parent’s colour stands beside the worker’s and is not folded away; each choice has word and shape', async () => {
    page = new FormOnPage(
      [
        {
          id: 'lights',
          kind: 'traffic-light',
          columns: [
            column('parent-colour', { kind: 'traffic-light' }),
            column('worker-colour', { kind: 'traffic-light', required: true }),
            column('more'),
          ],
        },
      ],
      { answers: { lights: given([row('r', { 'worker-colour': 'amber' })]) } },
    );
    await page.shown();
    const beside = page.form.renderRoot.querySelector('.hw-lights');
    expect([...(beside?.children ?? [])].map((each) => text(each.querySelector('legend')))).to.deep.equal([
      'Column parent-colour (optional)',
      'Column worker-colour',
    ]);
    expect(beside?.closest('.hw-more')).to.equal(null);
    const labels = [...(beside?.querySelectorAll('label') ?? [])];
    expect(labels).to.have.length(8);
    for (const label of labels) {
      expect(label.querySelector('svg[aria-hidden="true"]')).not.to.equal(null);
      expect(text(label)).not.to.equal('');
    }
  });

  it('shows the least the law asks for of this child, follows what it rests on, and says when none is known', async () => {
    page = new FormOnPage(
      [
        { id: 'status', kind: 'single-choice', repeats: ['child'], choices: choices('order', 'none') },
        {
          id: 'visits',
          kind: 'table',
          repeats: ['child'],
          columns: [column('kind', { kind: 'single-choice', choices: choices('visit') })],
          minimums: [
            {
              id: 'six-weekly',
              of: { column: 'kind', choice: 'visit' },
              when: { question: 'status', in: ['order'] },
              words: 'A visit every six weeks.',
              law: 'Regulation 1',
              check: true,
              sources: ['study'],
            },
          ],
        },
      ],
      { answers: { 'status~moss': given('order') }, people: [child('moss')] },
    );
    await page.shown();
    const said = (): string => text(page?.form.renderRoot.querySelector('.hw-minimums') ?? null);
    expect(said()).to.equal(
      'The least the law asks for Choice visit: A visit every six weeks.Regulation 1. Check this with your legal team.',
    );
    page.session.change({
      do: 'answer',
      at: { question: 'status', subject: 'moss', round: 0 },
      answer: { is: 'given', value: 'none' },
    });
    await page.shown();
    expect(said()).to.contain('No legal minimum is known here');
  });
});
