import { expect } from '@open-wc/testing';
import { child, given, packWith, parent } from '../../../test/fixtures/small-pack.ts';
import type { Answer, Value } from '../../model/answer.ts';
import type { Factor, Pack } from '../../model/pack.ts';
import { FormOnPage } from './on-page.suite.ts';

const factor = (id: string, set: string): Factor => ({ id, set, label: `Factor ${id}`, serious: false, sources: [] });
const capacities = ['none', 'early', 'shown', 'sustained'].map((id) => ({ id, label: `Capacity ${id}` }));
const column = (id: string, more: object): object => ({ id, label: id, required: false, ...more });

const pack = packWith(
  [
    {
      id: 'factors-parent',
      kind: 'factor-rating',
      repeats: ['carer', 'round'],
      factorSets: ['parent-risk', 'parent-protective'],
    },
    {
      id: 'change-evidence',
      kind: 'table',
      repeats: ['carer', 'round'],
      columns: [
        column('status', { kind: 'single-choice', choices: [{ id: 'active', label: 'Active' }] }),
        column('months', { kind: 'number' }),
        column('capacity', { kind: 'single-choice', choices: capacities }),
      ] as never,
    },
    { id: 'perpetrator-access', kind: 'yes-no-unknown', repeats: ['child', 'round'] },
    { id: 'indicative-class', kind: 'risk-suggestion', repeats: ['child', 'round'] },
    { id: 'risk-class', kind: 'risk-class', repeats: ['child', 'round'] },
    { id: 'risk-class-reason', kind: 'long-text', minWords: 5, repeats: ['child', 'round'] },
  ],
  { factors: [factor('drink', 'parent-risk'), factor('ally', 'parent-protective')] },
);
const people = [child('moss', { born: '2014-05-01' }), parent('wren')];
const answers: Readonly<Record<string, Answer | Value>> = {
  'factors-parent@1~wren': [{ factor: 'drink', of: 'wren', status: 'active' }],
  'change-evidence@1~wren': [{ id: 'r1', cells: { status: 'active', capacity: 'early' } }],
  'perpetrator-access@1~moss': given('no', 'Checked'),
};
const opening = 'What your ratings point to';

describe('a suggestion in a form', () => {
  let page: FormOnPage;
  const open = (from: Pack = pack): void => {
    page = new FormOnPage([], { pack: from, people, answers });
  };
  const shownText = (): string => page.find('.hw-suggestion', HTMLElement).textContent.replace(/\s+/g, ' ');
  afterEach(() => {
    page.remove();
  });

  it('is folded, then said in words with what it used and what would move it', async () => {
    open();
    await page.shown();
    expect(shownText()).not.to.contain('Class high');
    await page.press(opening);
    for (const said of [
      'Class high',
      'Words of R2',
      'You decide',
      'Factor drink',
      'Capacity early',
      'What evidence would point to another class',
    ])
      expect(shownText(), said).to.contain(said);
    expect(page.has('.hw-class__shape')).to.equal(true);
  });

  it('chooses nothing and changes nothing', async () => {
    open();
    await page.shown();
    const before = page.assessment;
    await page.press(opening);
    expect(page.assessment).to.equal(before);
    expect(page.has('input[type=radio][name="risk-class@1~moss"]:checked')).to.equal(false);
  });

  it('follows the ratings while it is open', async () => {
    open();
    await page.shown();
    await page.press(opening);
    page.session.answer({ question: 'perpetrator-access', subject: 'moss', round: 1 }, given('yes', 'He calls'));
    await page.shown();
    expect(shownText()).to.contain('Words of F1');
  });

  it('leads to the answers it used where the page can show them', async () => {
    open();
    page.form.links = '#/elsewhere/';
    await page.shown();
    await page.press(opening);
    const link = page.find('.hw-suggestion a[data-focus="factors-parent@1~wren.drink"]', HTMLAnchorElement);
    expect(link.getAttribute('href')).to.equal('#/elsewhere/all');
    link.click();
    await page.shown();
    const at = page.form.shadowRoot?.activeElement;
    expect(at?.closest<HTMLElement>('.hw-question')?.dataset.key).to.equal('factors-parent@1~wren');
    expect(at?.closest<HTMLDetailsElement>('[data-row="drink"]')?.open).to.equal(true);
  });

  it('names each way to what keeps the class from being lower by whose it is and which worry', async () => {
    const risks = ['drink', 'drugs'].map((id) => ({ ...factor(id, 'parent-risk'), serious: true }));
    const active = risks.map(({ id }) => ({ factor: id, of: 'wren', status: 'active' }) as const);
    page = new FormOnPage([], {
      pack: { ...pack, factors: risks },
      people,
      answers: {
        ...answers,
        'factors-parent@1~wren': active,
        'perpetrator-access@1~moss': given('yes', 'He calls'),
      },
    });
    page.form.links = '#/elsewhere/';
    await page.shown();
    await page.press(opening);
    const floors = [...page.form.renderRoot.querySelectorAll('.hw-suggestion li li')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(new Set(floors).size).to.equal(3);
    expect(floors.slice(1)).to.deep.equal(['Parent wren: Factor drink', 'Parent wren: Factor drugs']);
    expect(page.has('.hw-suggestion li li a[data-focus="factors-parent@1~wren.drugs"]')).to.equal(true);
  });

  it('is nowhere where the pack suggests nothing', async () => {
    const gone = 'indicative-class';
    open({
      ...pack,
      questions: pack.questions.filter(({ id }) => id !== gone),
      sections: pack.sections.map((section) => ({
        ...section,
        asks: section.asks.filter(({ question }) => question !== gone),
      })),
    });
    await page.shown();
    expect(page.form.renderRoot.textContent).not.to.contain(opening);
    expect(page.has('.hw-suggestion')).to.equal(false);
  });

  it('and the class can be asked alone, of one child', async () => {
    open();
    page.form.only = ['risk-class@1~moss', 'risk-class-reason@1~moss'];
    await page.shown();
    const keys = [...page.form.renderRoot.querySelectorAll<HTMLElement>('[data-key]')].map(
      ({ dataset }) => dataset.key,
    );
    expect(keys).to.deep.equal(['risk-class@1~moss', 'risk-class-reason@1~moss']);
    await page.fill('risk-class-reason@1~moss', 'Two words');
    expect(page.form.renderRoot.textContent).to.contain('At least 5 words; 2 so far.');
  });
});

describe('a class given before an adult came', () => {
  it('says so, and stands once somebody looked again', async () => {
    const page = new FormOnPage([], { pack, people, answers: { ...answers, 'risk-class@1~moss': given('high') } });
    page.session.change({
      do: 'add-person',
      person: { id: 'ash', role: 'household', name: 'Ash', inHousehold: 'lives-there' },
    });
    await page.shown();
    const mark = page.find('[data-key="risk-class@1~moss"] .hw-mark', HTMLElement);
    expect(mark.textContent.replace(/\s+/g, ' ')).to.contain('This class needs another look.');
    expect(mark.textContent).to.contain('Ash');
    await page.press('We looked again');
    expect(page.has('[data-key="risk-class@1~moss"] .hw-mark')).to.equal(false);
    const answer = page.assessment.answers['risk-class@1~moss'];
    expect(answer?.is === 'given' && answer.value).to.equal('high');
    expect(answer?.note).to.contain('the class stands');
    page.remove();
  });
});
