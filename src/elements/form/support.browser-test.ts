import { aTimeout, expect } from '@open-wc/testing';
import axe from 'axe-core';
import { child, column, packWith, parent, row } from '../../../test/fixtures/small-pack.ts';
import type { Evidence } from '../../model/assessment.ts';
import { FormOnPage, where } from './on-page.suite.ts';

const pack = packWith(
  [
    { id: 'why', kind: 'long-text', label: 'What does it mean?', supported: true },
    { id: 'plain', kind: 'long-text', label: 'Anything else?' },
    {
      id: 'events',
      kind: 'chronology-table',
      label: 'What happened?',
      columns: [column('date', { kind: 'date' }), column('event'), column('source')],
      evidence: { kind: 'event', mark: 'fact', words: 'event', on: 'date', from: 'source' },
    },
    {
      id: 'voice',
      kind: 'long-text',
      repeats: ['child'],
      label: 'In the child’s words',
      evidence: { kind: 'child-words', mark: 'view' },
    },
    { id: 'adults', kind: 'factor-rating', label: 'Rate each', repeats: ['carer'], factorSets: ['parent-risk'] },
  ],
  {
    factors: ['drink', 'debt'].map((id) => ({
      id,
      set: 'parent-risk',
      label: `Factor ${id}`,
      serious: false,
      sources: [],
    })),
  },
);
const answers = {
  why: 'It means that',
  events: [row('r1', { date: '2024-03', event: 'Smelt of drink', source: 'Nursery' }), row('r2', { event: 'Moved' })],
  'voice~moss': 'Home and Damson.',
  'adults~wren': [{ factor: 'drink', of: 'wren', status: 'active' }],
};
const factor = '[data-key="adults~wren"] [data-row="drink"]';
const analysis = '[data-key="why"]';

describe('what supports a judgement', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  async function open(within = factor, start: ConstructorParameters<typeof FormOnPage>[1] = {}): Promise<void> {
    page = new FormOnPage([], { pack, people: [child('moss'), parent('wren')], answers, ...start });
    await page.shown();
    for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
    await page.press('What supports this?', within);
    await waitFor(`${within} .hw-instead details`);
    page.find(`${within} .hw-instead > div > details`, HTMLDetailsElement).open = true;
  }
  async function waitFor(selector: string): Promise<void> {
    for (let tries = 0; tries < 100 && !page.has(selector); tries += 1) await aTimeout(30);
    expect(page.has(selector)).to.equal(true);
  }
  const all = (): readonly Evidence[] => page.assessment.evidence ?? [];
  const tick = async (words: string): Promise<HTMLInputElement> => {
    const label = [...page.form.renderRoot.querySelectorAll('label')].find((each) => each.textContent.includes(words));
    const box = page.find(`[id="${label?.htmlFor ?? ''}"]`, HTMLInputElement);
    box.focus();
    box.click();
    await page.shown();
    return box;
  };

  it('is asked at each rating and where the pack says so, and filled only when it is opened', async () => {
    page = new FormOnPage([], { pack, people: [child('moss'), parent('wren')], answers });
    await page.shown();
    const asked = [...page.form.renderRoot.querySelectorAll<HTMLElement>('[data-more^="supports:"]')];
    expect(asked.map(({ dataset }) => dataset.more)).to.deep.equal([
      'supports:why',
      'supports:adults~wren.drink',
      'supports:adults~wren.debt',
    ]);
    expect(asked.map((button) => button.ariaExpanded)).to.deep.equal(['false', 'false', 'false']);
    expect(page.has('.hw-support .hw-instead')).to.equal(false);
  });

  it('opens and closes with the keyboard on its button', async () => {
    await open();
    const button = page.button('What supports this?', factor);
    expect(button.ariaExpanded).to.equal('true');
    await page.press('What supports this?', factor);
    expect(page.button('What supports this?', factor).ariaExpanded).to.equal('false');
    expect(page.has(`${factor} .hw-support .hw-instead`)).to.equal(false);
  });

  it('T3: takes a row that is recorded by a tick, and lets it go by another; the keyboard stays there', async () => {
    await open();
    const box = await tick('Smelt of drink');
    expect(all()).to.have.length(1);
    expect(all()[0]).to.deep.include({ kind: 'event', mark: 'fact', words: 'Smelt of drink', takenFrom: 'events.r1' });
    expect(page.focus).to.equal(where(box));
    expect(page.find(`${factor} .hw-support`, HTMLElement).textContent).to.contain('1 piece of evidence');
    await tick('Smelt of drink');
    expect(all()).to.deep.equal([]);
    expect(page.focus).to.equal(where(box));
  });

  it('T2: takes a row once, whatever it supports', async () => {
    await open();
    await tick('Smelt of drink');
    await page.press('What supports this?', factor);
    await page.press('What supports this?', analysis);
    await tick('Smelt of drink');
    expect(all().map(({ supports }) => supports)).to.deep.equal([
      [{ at: 'adults~wren', factor: 'drink' }, { at: 'why' }],
    ]);
    await tick('Smelt of drink');
    expect(all().map(({ supports }) => supports)).to.deep.equal([[{ at: 'adults~wren', factor: 'drink' }]]);
  });

  it('offers the child’s own words, as theirs', async () => {
    await open();
    await tick('Home and Damson.');
    expect(all()[0]).to.deep.include({ kind: 'child-words', mark: 'view', person: 'moss', takenFrom: 'voice~moss' });
  });

  it('narrows the list by a word, and says how many are left', async () => {
    await open();
    const find = page.find(`${factor} .govuk-details__text input`, HTMLInputElement);
    find.value = 'MOVED';
    find.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.shown();
    const shown = [
      ...page.form.renderRoot.querySelectorAll<HTMLElement>(`${factor} .hw-support .govuk-checkboxes__item`),
    ].filter((each) => each.checkVisibility());
    expect(shown.map((each) => each.querySelector('label')?.textContent.trim())).to.have.length(1);
    expect(page.find(`${factor} [role="status"]`, HTMLElement).textContent).to.contain('1 of 3');
  });

  it('goes into a new piece, keeps what is typed, and marks it fact, observation, view or opinion', async () => {
    await open();
    await page.press('Write something new', factor);
    const [{ id } = { id: '' }] = all();
    const name = (part: string): string => `evidence:${id}.${part}`;
    expect(page.focus).to.equal(where(page.box(name('words'))));
    await page.type(name('words'), 'Seen drunk');
    page.choice(name('mark'), 'observation').click();
    await page.choose(name('kind'), 'report');
    await page.choose(name('person'), 'wren');
    await page.fill(name('from'), 'Visit note');
    await page.fill(name('day'), '3');
    await page.fill(name('month'), '2');
    await page.fill(name('year'), '2026');
    expect(all()).to.deep.equal([
      {
        id,
        words: 'Seen drunk',
        mark: 'observation',
        kind: 'report',
        person: 'wren',
        from: 'Visit note',
        on: '2026-02-03',
        supports: [{ at: 'adults~wren', factor: 'drink' }],
      },
    ]);
    await page.choose(name('kind'), '');
    await page.fill(name('year'), '202');
    expect(all()[0]).not.to.have.property('kind');
    expect(all()[0]?.on).to.deep.equal({ unread: '3/2/202' });
    expect(page.find(`[data-row="${id}"] summary`, HTMLElement).textContent).to.contain('1 thing to fill in');
  });

  it('E9: goes to Undo after a piece was removed, and to its line once it is back', async () => {
    const evidence: readonly Evidence[] = [
      { id: 'e1', words: 'First', mark: 'view', supports: [{ at: 'why' }] },
      { id: 'e2', words: 'Second', mark: 'view', supports: [{ at: 'why' }] },
    ];
    await open(analysis);
    for (const each of evidence) page.session.change({ do: 'add-evidence', evidence: each });
    await page.shown();
    await page.press('Remove', '[data-row="e1"]');
    expect(all().map(({ id }) => id)).to.deep.equal(['e2']);
    expect(page.focus).to.equal(where(page.button('Undo')));
    await page.press('Undo');
    expect(all().map(({ id }) => id)).to.deep.equal(['e1', 'e2']);
    expect(page.focus).to.equal(where(page.find('[data-row="e1"] summary', HTMLElement)));
  });

  it('T3: says that a row is gone and keeps its last words', async () => {
    await open();
    await tick('Smelt of drink');
    page.session.change({ do: 'remove-row', at: { question: 'events', subject: null, round: 0 }, row: 'r1' });
    await page.shown();
    const [{ id } = { id: '' }] = all();
    const text = page.find(`[data-row="${id}"]`, HTMLElement).textContent;
    expect(text).to.contain('Smelt of drink');
    expect(text).to.contain('[evidence-gone]');
  });

  it('read-only shows what there is and changes nothing', async () => {
    page = new FormOnPage([], { pack, people: [parent('wren')], answers, readonly: true });
    page.session.change({ do: 'add-evidence', evidence: { id: 'e', words: 'Seen', supports: [{ at: 'why' }] } });
    await page.shown();
    expect(page.form.renderRoot.querySelectorAll('[data-more^="supports:"]')).to.have.length(1);
    await page.press('What supports this?', analysis);
    await waitFor('[data-row="e"]');
    expect(page.find(`${analysis} .hw-support`, HTMLElement).querySelectorAll('.hw-instead button')).to.have.length(0);
    expect(page.find('textarea[name="evidence:e.words"]', HTMLTextAreaElement).readOnly).to.equal(true);
  });

  it('is not asked where a page keeps the answers itself, as that page would lose it', async () => {
    page = new FormOnPage([], { pack });
    page.form.session = null;
    page.form.pack = pack;
    page.form.people = [parent('wren')];
    await page.shown();
    expect(page.has('.hw-question')).to.equal(true);
    expect(page.has('.hw-support')).to.equal(false);
  });

  it('axe finds nothing with everything open', async function () {
    this.timeout(20_000);
    await open();
    await tick('Smelt of drink');
    await page.press('Write something new', factor);
    for (const details of page.form.renderRoot.querySelectorAll('details')) details.open = true;
    const { violations } = await axe.run(page.form, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join()}`),
    ).to.deep.equal([]);
  });
});
