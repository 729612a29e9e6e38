import { expect } from '@open-wc/testing';
import { child, choices, column, parent, row } from '../../../test/fixtures/small-pack.ts';
import { rowsOf } from '../../model/fits.ts';
import { FormOnPage } from './on-page.suite.ts';

describe('cells that point at rows of another table', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  const goals = {
    id: 'goals',
    kind: 'goals-table',
    columns: [column('goal', { required: true }), column('seen')],
  } as const;
  const progress = {
    id: 'progress',
    kind: 'traffic-light',
    columns: [
      column('goal', { kind: 'question-ref', refersTo: ['goals'], required: true }),
      column('also', { kind: 'question-ref', refersTo: ['goals'], many: true }),
    ],
  } as const;
  const answers = {
    goals: [row('sober', { goal: 'Stays sober' }), row('room', { goal: 'A room' })],
    progress: [row('r', {})],
  };

  it('offers each row by what it says, and shows what was chosen on the line of the row', async () => {
    page = new FormOnPage([goals, progress], { answers });
    await page.shown();
    await page.open('r');
    await page.choose('progress.r.goal', 'goals.room');
    page.choice('progress.r.also', 'goals.sober').click();
    await page.shown();
    expect(rowsOf(page.assessment.answers.progress)[0]?.cells).to.deep.equal({
      goal: 'goals.room',
      also: ['goals.sober'],
    });
    expect(page.find('[data-row="r"] summary', HTMLElement).textContent).to.contain('A room');
  });

  it('follows the words of the row it points at, and keeps a choice whose row was removed', async () => {
    page = new FormOnPage([goals, progress], { answers: { ...answers, progress: [row('r', { goal: 'goals.room' })] } });
    await page.shown();
    await page.fill('goals.room.goal', 'A quiet room');
    expect(page.menu('progress.r.goal').selectedOptions[0]?.textContent).to.equal('A quiet room');
    await page.press('Remove', '[data-row="room"]');
    expect(page.menu('progress.r.goal').value).to.equal('goals.room');
    expect(page.menu('progress.r.goal').selectedOptions[0]?.textContent).to.equal('An entry that is no longer there');
  });

  it('offers the worries that are there in the latest round, with whose they are', async () => {
    const rated = (status: string): object[] => [{ factor: 'drink', of: 'juno', status }];
    page = new FormOnPage(
      [
        { id: 'factors', kind: 'factor-rating', factorSets: ['parent-risk'], repeats: ['carer', 'round'] },
        {
          id: 'risks',
          kind: 'table',
          columns: [column('risk', { kind: 'question-ref', refersTo: ['factors'], required: true })],
        },
        { id: 'choice', kind: 'single-choice', choices: choices('a') },
      ],
      {
        people: [parent('juno', { name: 'Juno' }), child('moss')],
        more: { factors: [{ id: 'drink', set: 'parent-risk', label: 'Drinking', serious: true, sources: ['study'] }] },
        answers: {
          'factors@1~juno': rated('past') as never,
          'factors@2~juno': rated('active') as never,
          risks: [row('r', {})],
        },
      },
    );
    await page.shown();
    const offered = [...page.menu('risks.r.risk').options].map(({ value, text }) => `${value} ${text}`);
    expect(offered).to.deep.equal([' Choose one', 'factors@2~juno.drink Juno: Drinking']);
  });
});
