import { expect } from '@open-wc/testing';
import { column, parent, row } from '../../../test/fixtures/small-pack.ts';
import { placeKey } from '../../model/place.ts';
import { rowsOf } from '../../model/fits.ts';
import type { AnswerEvent } from '../shared/answer-event.ts';
import { FormOnPage, where } from './on-page.suite.ts';

const events = {
  id: 'events',
  kind: 'chronology-table',
  columns: [column('what', { required: true }), column('when', { kind: 'date', required: true }), column('source')],
} as const;
const three = { events: [row('a', { what: 'First' }), row('b', { what: 'Second' }), row('c', { what: 'Third' })] };

describe('the rows of a table', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  const order = (key = 'events'): readonly string[] => rowsOf(page.assessment.answers[key]).map(({ id }) => id);
  const line = (id: string): Element | null => page.find(`[data-row="${id}"]`, HTMLElement).querySelector('summary');
  const opened = (): readonly string[] =>
    [...page.form.renderRoot.querySelectorAll<HTMLDetailsElement>('.hw-row[open]')].map(
      ({ dataset }) => dataset.row ?? '',
    );

  it('opens a new row and goes to its first control', async () => {
    page = new FormOnPage([events], { answers: three });
    await page.shown();
    await page.press('Add another entry');
    const [, , , added = ''] = order();
    expect(opened()).to.deep.equal([added]);
    expect(page.focus).to.equal(where(page.box(`events.${added}.what`)));
  });

  it('shows what is required and folds the rest', async () => {
    page = new FormOnPage([events], { answers: three });
    await page.shown();
    expect(page.has('[name="events.a.source"]'), 'before the row was opened').to.equal(false);
    await page.open('a');
    expect(page.box('events.a.what').checkVisibility()).to.equal(true);
    expect(page.box('events.a.when.day').checkVisibility()).to.equal(true);
    expect(page.box('events.a.source').checkVisibility()).to.equal(false);
    await page.press('More about this', '[data-row="a"]');
    expect(page.box('events.a.source').checkVisibility()).to.equal(true);
  });

  it('E9: goes to Undo after a row was removed, and to the row once it is back in its place', async () => {
    page = new FormOnPage([events], { answers: three });
    await page.shown();
    await page.press('Remove', '[data-row="b"]');
    expect(order()).to.deep.equal(['a', 'c']);
    expect(page.focus).to.equal(where(page.button('Undo')));
    await page.press('Undo');
    expect(order()).to.deep.equal(['a', 'b', 'c']);
    expect(page.focus).to.equal(where(line('b')));
    expect(page.has('.hw-removed')).to.equal(false);
  });

  it('offers no Undo any more once something else was done, whatever it was', async () => {
    page = new FormOnPage([events, { id: 'who', kind: 'signature' }], { answers: three });
    await page.shown();
    await page.press('Remove', '[data-row="b"]');
    await page.press('Add a signature');
    expect(page.has('.hw-removed')).to.equal(false);
    await page.press('Remove', '[data-row="c"]');
    page.session.undo();
    await page.shown();
    expect(page.has('.hw-removed')).to.equal(false);
    expect(order()).to.deep.equal(['a', 'c']);
  });

  it('stays with a row that moves, on the button that moved it, and turns round at the end', async () => {
    page = new FormOnPage([events], { answers: three });
    await page.shown();
    page.find('[data-row="c"]', HTMLDetailsElement).open = true;
    await page.press('Move up', '[data-row="c"]');
    expect(order()).to.deep.equal(['a', 'c', 'b']);
    expect(page.focus).to.equal(where(page.button('Move up', '[data-row="c"]')));
    expect(opened()).to.deep.equal(['c']);
    await page.press('Move up', '[data-row="c"]');
    expect(order()).to.deep.equal(['c', 'a', 'b']);
    expect(page.focus).to.equal(where(page.button('Move down', '[data-row="c"]')));
  });

  it('moves a row past one that is kept and not shown, because its person was taken out', async () => {
    const people = [parent('x'), parent('gone', { removed: true }), parent('y')];
    page = new FormOnPage([{ id: 'adults', kind: 'person-table', lists: ['parent'], columns: [column('note')] }], {
      people,
      answers: { adults: [row('r1', {}, 'x'), row('r2', {}, 'gone'), row('r3', {}, 'y')] },
    });
    await page.shown();
    await page.press('Move up', '[data-row="r3"]');
    const shown = [...page.form.renderRoot.querySelectorAll<HTMLElement>('.hw-row')].map(({ dataset }) => dataset.row);
    expect(shown).to.deep.equal(['r3', 'r1']);
  });

  it('tells the page around it when a row comes, goes or comes back', async () => {
    page = new FormOnPage([events], { answers: three });
    await page.shown();
    const told: string[] = [];
    page.form.addEventListener('homeward-answer', (event: AnswerEvent) => {
      const { answer } = event;
      told.push(`${placeKey(event)} ${String(rowsOf(answer).length)}`);
    });
    await page.press('Remove', '[data-row="a"]');
    await page.press('Undo');
    await page.press('Add another entry');
    expect(told).to.deep.equal(['events 2', 'events 3', 'events 4']);
  });

  it('says on the line of a row what is missing in it', async () => {
    page = new FormOnPage([events], { answers: { events: [row('a', { when: '2026' })] } });
    await page.shown();
    expect(line('a')?.textContent).to.contain('1 thing to fill in');
    await page.type('events.a.what', 'Moved');
    expect(line('a')?.textContent).not.to.contain('to fill in');
    expect(line('a')?.textContent).to.contain('Moved');
  });
});
