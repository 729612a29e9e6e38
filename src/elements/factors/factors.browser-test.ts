import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { packWith } from '../../../test/fixtures/small-pack.ts';
import { ratedFamily, type FamilySize } from '../../../test/fixtures/rated-family.ts';
import { allCells, cellIn, factorPicture } from '../../model/factor-picture.ts';
import type { Factor } from '../../model/pack.ts';
import type { AnswerEvent } from '../shared/answer-event.ts';
import { HomewardFactors } from './factors.ts';

if (!customElements.get('homeward-factors')) customElements.define('homeward-factors', HomewardFactors);

const factor = (id: string, set: string): Factor => ({ id, set, label: `About ${id}`, serious: false, sources: [] });
const rated = (id: string, repeats: ('child' | 'carer' | 'round')[], set: string) =>
  ({ id, kind: 'factor-rating', repeats, factorSets: [`${set}-risk`, `${set}-protective`] }) as const;
const pack = packWith(
  [
    rated('factors-parent', ['carer', 'round'], 'parent'),
    rated('factors-child', ['child', 'round'], 'child'),
    rated('factors-family', ['round'], 'family'),
  ],
  {
    factors: [
      factor('substance-misuse', 'parent-risk'),
      factor('denial', 'parent-risk'),
      factor('uses-help', 'parent-protective'),
      factor('afraid', 'child-risk'),
      factor('school', 'child-protective'),
      factor('debt', 'family-risk'),
      factor('aunt', 'family-protective'),
    ],
    stages: [1, 2, 3].map((round) => ({
      id: `stage-${String(round)}`,
      sections: [
        { id: `section-${String(round)}`, round, asks: ['factors-parent', 'factors-child', 'factors-family'] },
      ],
    })),
  },
);

describe('the table of worries and strengths', () => {
  let element: HomewardFactors;
  afterEach(() => {
    element.remove();
  });

  async function show(size: FamilySize, width = 1000): Promise<HTMLElement> {
    const place = document.createElement('div');
    document.body.append(place);
    const sized = new CSSStyleSheet();
    sized.replaceSync(`.place { inline-size: ${String(width)}px }`);
    document.adoptedStyleSheets = [sized];
    place.className = 'place';
    element = new HomewardFactors();
    element.pack = pack;
    element.assessment = ratedFamily(pack, size);
    place.append(element);
    await element.updateComplete;
    return place;
  }
  const all = (selector: string): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const find = (selector: string): HTMLElement => {
    const [found] = all(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  const cell = (key: string): HTMLElement => find(`[data-cell="${key}"]`);
  const here = (): string => {
    const at = element.shadowRoot?.activeElement;
    return at instanceof HTMLElement ? (at.dataset.cell ?? at.className) : 'nowhere';
  };
  /** What a browser does for a key: tells of it, and has Enter press the button it is on. One of the engines takes no real keys. */
  const press = async (key: string, ctrlKey = false): Promise<string> => {
    const at = element.shadowRoot?.activeElement;
    const told = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true });
    if (at?.dispatchEvent(told) && key === 'Enter' && at instanceof HTMLElement) at.click();
    await element.updateComplete;
    await element.updateComplete;
    return here();
  };
  const filter = async (id: string): Promise<void> => {
    find(`[data-filter="${id}"]`).click();
    await element.updateComplete;
  };
  const shown = (): readonly string[] => all('[data-cell]').map(({ dataset }) => dataset.cell ?? '');

  it('has one stop for Tab, and moves by the arrows between cells of different widths', async () => {
    await show({ children: 2, adults: 1, rounds: 1 });
    expect(all('[data-cell][tabindex="0"]').length).to.equal(1);
    cell('afraid~alder').focus();
    expect(await press('ArrowRight')).to.equal('afraid~briony');
    expect(await press('ArrowRight')).to.equal('afraid~briony');
    expect(await press('ArrowDown')).to.equal('school~briony');
    expect(await press('ArrowDown')).to.equal('substance-misuse~clover');
    expect(await press('ArrowUp')).to.equal('school~alder');
    expect(await press('End')).to.equal('school~briony');
    expect(await press('Home')).to.equal('school~alder');
    expect(await press('End', true)).to.equal(shown().at(-1));
    expect(await press('Home', true)).to.equal(shown()[0]);
    expect(all('[data-cell][tabindex="0"]').map(({ dataset }) => dataset.cell)).to.deep.equal([shown()[0]]);
  });

  it('opens a cell by F2 and Enter, closes it by Escape and comes back to it', async () => {
    await show({ children: 1, adults: 1, rounds: 2 });
    cell('afraid~alder').focus();
    expect(await press('F2')).to.equal('hw-detail');
    expect(find('[data-detail]').textContent).to.contain('What was seen of afraid with alder');
    expect(cell('afraid~alder').getAttribute('aria-expanded')).to.equal('true');
    expect(await press('Escape')).to.equal('afraid~alder');
    expect(await press('Enter')).to.equal('hw-detail');
    find('[data-close]').click();
    await element.updateComplete;
    await element.updateComplete;
    expect(here()).to.equal('afraid~alder');
    expect(all('[data-detail]')).to.deep.equal([]);
  });

  it('leads from a strength to the worry it guards against, also where a filter hid that', async () => {
    await show({ children: 1, adults: 1, rounds: 1 });
    await element.focusFactor('substance-misuse', 'briony');
    expect(here()).to.equal('substance-misuse~briony');
    const link = find('[data-go="substance-misuse~briony"]');
    link.click();
    await element.updateComplete;
    expect(here()).to.equal('substance-misuse~briony');
    await filter('unsupported');
    await element.focusFactor('uses-help', 'briony');
    expect(here()).to.equal('uses-help~briony');
  });

  it('shows what is active, what changed and what nothing supports, as the picture says', async () => {
    await show({ children: 2, adults: 2, rounds: 2 });
    const cells = (): ReturnType<typeof allCells> =>
      allCells(factorPicture(pack, element.assessment ?? ratedFamily(pack, { children: 0, adults: 0, rounds: 0 })));
    const rows = (of: ReturnType<typeof allCells>): readonly string[] => [...new Set(of.map((each) => each.factor.id))];
    const factors = (): readonly string[] => [...new Set(shown().map((key) => key.split('~')[0] ?? ''))];
    await filter('active');
    expect(factors()).to.deep.equal(rows(cells().filter(({ activeNow }) => activeNow)));
    await filter('active');
    await filter('changed');
    expect(factors()).to.deep.equal(rows(cells().filter(({ since }) => since?.changed)));
    await filter('unsupported');
    expect(factors()).to.deep.equal(rows(cells().filter(({ since, unsupported }) => since?.changed && unsupported)));
  });

  it('changes a status and a trend in place, tells the page and shows it', async () => {
    await show({ children: 1, adults: 1, rounds: 2 });
    const told: AnswerEvent[] = [];
    element.addEventListener('homeward-answer', (event) => told.push(event));
    const given = element.assessment;
    cell('denial~briony').click();
    await element.updateComplete;
    find('input[value="past"]').click();
    await element.updateComplete;
    const trend = find('select');
    if (!(trend instanceof HTMLSelectElement)) throw new Error('no menu');
    trend.value = 'falling';
    trend.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    expect(told.map(({ question, subject, round }) => [question, subject, round])).to.deep.equal([
      ['factors-parent', 'briony', 2],
      ['factors-parent', 'briony', 2],
    ]);
    const now = element.assessment && cellIn(factorPicture(pack, element.assessment), 'denial', 'briony');
    expect([now?.rating?.status, now?.rating?.trend]).to.deep.equal(['past', 'falling']);
    expect(cell('denial~briony').textContent).to.contain('[status-past]');
    expect(element.assessment).not.to.equal(given);
  });

  it('offers no change where it is read-only, and a link where the page has a place for it', async () => {
    await show({ children: 1, adults: 1, rounds: 1 });
    element.readonly = true;
    cell('denial~briony').click();
    await element.updateComplete;
    expect(all('[data-detail] input, [data-detail] select, [data-detail] a')).to.deep.equal([]);
    element.readonly = false;
    element.linkTo = (key) => `#/somewhere/${key}`;
    await element.updateComplete;
    expect(find('[data-detail] a').dataset.focus).to.equal('factors-parent@1~briony');
    expect(all('[data-detail] input')).to.deep.equal([]);
  });

  it('tells people apart by letters, and has cards and each worry once where there are many', async () => {
    await show({ children: 7, adults: 2, rounds: 1 });
    const family = element.assessment;
    if (!family) throw new Error('no family');
    element.folded = true;
    element.assessment = { ...family, people: family.people.map((person) => ({ ...person, name: 'Wren Fen' })) };
    await element.updateComplete;
    const letters = all('.hw-ring').map(({ textContent }) => textContent);
    expect(letters.length).to.equal(9);
    expect(new Set(letters).size).to.equal(9);
    expect(all('.hw-matrix--wide')).to.deep.equal([]);
    const [children] = all('.hw-matrix__brief');
    const labels = children?.textContent.match(/About \w+/g) ?? [];
    expect(labels.length).to.be.greaterThan(0);
    expect(new Set(labels).size).to.equal(labels.length);
  });

  it('shows in an earlier round an adult who has left since, and offers nothing to change of them', async () => {
    await show({ children: 1, adults: 2, rounds: 1 });
    const family = element.assessment;
    if (!family) throw new Error('no family');
    element.assessment = {
      ...family,
      people: family.people.map((person) => (person.id === 'clover' ? { ...person, removed: true } : person)),
    };
    element.round = 1;
    await element.updateComplete;
    expect(find('[id="column:adult:clover"]').textContent).to.contain('not counted any more');
    cell('denial~clover').click();
    await element.updateComplete;
    expect(all('[data-detail] input, [data-detail] select, [data-detail] a')).to.deep.equal([]);
    expect(find('[data-detail]').textContent).to.contain('not counted any more');
  });

  const sizes: readonly FamilySize[] = [
    { children: 1, adults: 1, rounds: 1 },
    { children: 2, adults: 2, rounds: 2 },
    { children: 4, adults: 5, rounds: 3 },
  ];
  for (const size of sizes)
    for (const width of [1000, 320])
      it(`${JSON.stringify(size)} in ${String(width)} pixels: nothing is too wide, axe finds nothing, each cell keeps its role and its words`, async function () {
        this.timeout(20_000);
        const place = await show(size, width);
        expect(place.scrollWidth).to.be.at.most(width);
        expect(find('.hw-matrix').scrollWidth).to.be.at.most(width);
        const { violations } = await axe.run(element, { rules: { 'target-size': { enabled: true } } });
        expect(violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
        expect(all('td:not([role="gridcell"]), tr:not([role="row"]), table:not([role="grid"])')).to.deep.equal([]);
        for (const sign of all('.hw-sign')) sign.remove();
        const picture = factorPicture(pack, element.assessment ?? ratedFamily(pack, size));
        for (const {
          factor: { id },
          of,
          rating,
        } of allCells(picture)) {
          const words = cell(`${id}~${of ?? ''}`).textContent;
          expect(words, `${id} ${of ?? ''}`).to.contain(`[status-${rating?.status ?? ''}]`);
        }
      });
});
