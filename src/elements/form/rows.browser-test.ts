import { expect } from '@open-wc/testing';
import { child, choices, column, given, parent, row } from '../../../test/fixtures/small-pack.ts';
import type { Value } from '../../model/answer.ts';
import type { Factor } from '../../model/pack.ts';
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

describe('people in tables', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  const helps = {
    id: 'helps',
    kind: 'table',
    columns: [
      column('who', { kind: 'person', required: true, roles: ['network'], hint: 'One of the family' }),
      column('seen', { kind: 'person', required: true, many: true, roles: ['network'] }),
    ],
  } as const;
  const adults = {
    id: 'adults',
    kind: 'person-table',
    lists: ['parent'],
    columns: [column('name', { property: 'name', required: true })],
  } as const;

  it('adds somebody in place, chooses them there and offers them everywhere else', async () => {
    page = new FormOnPage([helps, adults], { answers: { helps: [row('r', {})] }, people: [parent('juno')] });
    await page.shown();
    page.find('[data-row="r"]', HTMLDetailsElement).open = true;
    await page.press('Add somebody not listed');
    page.find('[id="add:helps.r.who.name"]', HTMLInputElement).value = ' Sorrel ';
    await page.press('Add', '.hw-add-person .govuk-details__text');
    const added = page.assessment.people.find(({ name }) => name === 'Sorrel');
    expect(added?.role).to.equal('network');
    expect(page.menu('helps.r.who').value).to.equal(added?.id);
    expect(page.menu('helps.r.who').selectedOptions[0]?.textContent).to.contain('Sorrel');
    expect(page.choice('helps.r.seen', added?.id ?? '').checked).to.equal(false);
    expect(page.focus).to.contain('Add somebody not listed');
  });

  it('adds nobody to a list of several roles before a role is chosen, and says so', async () => {
    page = new FormOnPage([{ ...adults, lists: ['parent', 'household'] }], {});
    await page.shown();
    await page.press('Add a person');
    const role = page.find('[id="add:adults.role"]', HTMLSelectElement);
    const said = page.find('[id="missing:add:adults"]', HTMLElement);
    expect(page.assessment.people).to.deep.equal([]);
    expect(page.focus).to.equal(where(role));
    expect([said.hidden, role.value, role.getAttribute('aria-describedby')]).to.deep.equal([false, '', said.id]);
    role.value = 'household';
    await page.press('Add a person');
    expect(page.assessment.people.map((each) => each.role)).to.deep.equal(['household']);
    expect([said.hidden, role.value]).to.deep.equal([true, '']);
  });

  it('does nothing but ask for the name while there is none', async () => {
    page = new FormOnPage([helps], { answers: { helps: [row('r', {})] } });
    await page.shown();
    page.find('[data-row="r"]', HTMLDetailsElement).open = true;
    await page.press('Add somebody not listed');
    await page.press('Add', '.hw-add-person .govuk-details__text');
    expect(page.assessment.people).to.deep.equal([]);
    expect(page.focus).to.equal(where(page.find('[id="add:helps.r.who.name"]', HTMLInputElement)));
  });

  it('describes the menu of people by the hint of its column', async () => {
    page = new FormOnPage([helps], { answers: { helps: [row('r', {})] } });
    await page.shown();
    const menu = page.menu('helps.r.who');
    const hint = page.find(`[id="${menu.getAttribute('aria-describedby') ?? ''}"]`, HTMLElement);
    expect(hint.textContent).to.equal('One of the family');
  });

  it('takes somebody entered elsewhere into a table of people', async () => {
    page = new FormOnPage([adults], { people: [parent('juno', { name: 'Juno' })] });
    await page.shown();
    await page.press('Add them here');
    expect(rowsOf(page.assessment.answers.adults).map(({ person }) => person)).to.deep.equal(['juno']);
    expect(page.box(`adults.${rowsOf(page.assessment.answers.adults)[0]?.id ?? ''}.name`).value).to.equal('Juno');
    expect(page.assessment.people).to.have.length(1);
  });

  it('adds a person with the row, names them once and calls them so at their questions', async () => {
    page = new FormOnPage(
      [
        {
          id: 'kids',
          kind: 'person-table',
          lists: ['child'],
          columns: [column('name', { property: 'name', required: true })],
        },
        { id: 'each', repeats: ['child'] },
      ],
      { people: [] },
    );
    await page.shown();
    await page.press('Add a child');
    const [added] = rowsOf(page.assessment.answers.kids);
    expect(page.focus).to.equal(where(page.box(`kids.${added?.id ?? ''}.name`)));
    await page.type(`kids.${added?.id ?? ''}.name`, 'Moss');
    expect(page.find(`[data-key="each~${added?.person ?? ''}"]`, HTMLElement).textContent).to.contain('Moss');
  });
});

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

describe('signatures', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });
  const question = { id: 'agreed', kind: 'signature' } as const;

  it('adds one with today as its day, and goes to its first control', async () => {
    page = new FormOnPage([question], { people: [parent('juno')] });
    await page.shown();
    await page.press('Add a signature');
    expect(page.focus).to.equal(where(page.menu('agreed.1.person')));
    const today = page.session.evaluation.on;
    expect(page.assessment.answers.agreed).to.deep.include({ is: 'given' });
    expect(page.box('agreed.1.date.year').value).to.equal(today.slice(0, 4));
  });

  it('removes one, keeps the note, and brings it back with the keyboard in it', async () => {
    const entry = { person: 'juno', role: 'parent', date: '2026-03-27', statement: 'Yes.' };
    page = new FormOnPage([question], {
      people: [parent('juno')],
      answers: { agreed: { is: 'given', value: [entry], note: 'In the office' } },
    });
    await page.shown();
    await page.press('Remove', '[data-row="1"]');
    expect(page.assessment.answers.agreed?.note).to.equal('In the office');
    expect(page.focus).to.equal(where(page.button('Undo')));
    await page.press('Undo');
    expect(page.focus).to.equal(where(page.menu('agreed.1.person')));
    expect(page.box('agreed.1.statement').value).to.equal('Yes.');
  });
});
