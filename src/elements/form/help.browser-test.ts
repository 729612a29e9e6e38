import { expect } from '@open-wc/testing';
import { packWith } from '../../../test/fixtures/small-pack.ts';
import type { Pack } from '../../model/pack.ts';
import { FormOnPage } from './on-page.suite.ts';

const questions = [{ id: 'first' }, { id: 'second' }];
const pack: Pack = {
  ...packWith(questions),
  guidance: Object.fromEntries(
    questions.map(({ id }) => [
      id,
      {
        why: [
          {
            kind: 'paragraph',
            of: ['Ask an ', { kind: 'term', term: 'advocate', of: ['advocate'] }, '.', ' Then wait.'],
          },
        ],
        goodEvidence: [{ kind: 'paragraph', of: ['Dated.'] }],
        whatToDo: [{ kind: 'paragraph', of: ['Ask.'] }],
      },
    ]),
  ),
  glossary: [{ id: 'advocate', term: 'Advocate', meaning: [{ kind: 'paragraph', of: ['Speaks for the child.'] }] }],
  articles: [{ id: 'talking', title: 'Talking', stages: [], questions: ['second'], sources: [] }],
};

const fold = (question: string): string => `[data-key="${question}"] .hw-help-in-place`;

describe('the help in a form', () => {
  let page: FormOnPage;
  beforeEach(() => {
    page = new FormOnPage(questions, { pack });
    page.form.guidanceAddress = '#/guidance/';
  });
  afterEach(() => page.remove());
  const unfold = async (question: string): Promise<void> => {
    await page.shown();
    const help = page.find(fold(question), HTMLDetailsElement);
    const toggled = new Promise((resolve) => help.addEventListener('toggle', resolve, { once: true }));
    help.open = true;
    await toggled;
    await page.shown();
  };
  const told = (question: string): string =>
    page.find(`${fold(question)} [role="status"]`, HTMLElement).textContent.trim();

  it('opens a word at the question it stands at, and at no other', async () => {
    await unfold('first');
    await unfold('second');
    await page.press('advocate', fold('second'));
    expect(told('second')).to.equal('Advocate: Speaks for the child.');
    expect(told('first')).to.equal('');
    expect(page.button('advocate', fold('second')).getAttribute('aria-expanded')).to.equal('true');
    await page.press('advocate', fold('second'));
    expect(told('second')).to.equal('');
  });

  it('keeps what is typed in the answer, and loses and adds no word of the sentence', async () => {
    await unfold('first');
    await page.type('first', 'So far');
    await page.press('advocate', fold('first'));
    expect(page.box('first').value).to.equal('So far');
    await page.press('advocate', fold('first'));
    // As it is written: engines differ in what they call visible white space at the edge of a button.
    const sentence = page.find(`${fold('first')} .govuk-body`, HTMLElement).textContent.replaceAll(/\s+/g, ' ');
    expect(sentence.replaceAll(/ (?=[.,])/g, '').trim()).to.equal('Ask an advocate. Then wait.');
  });

  it('names what to read at the questions it helps with, where the page shows articles', async () => {
    await unfold('first');
    await unfold('second');
    expect(page.find(`${fold('second')} a`, HTMLAnchorElement).getAttribute('href')).to.equal('#/guidance/talking');
    expect(page.has(`${fold('first')} a[href="#/guidance/talking"]`)).to.equal(false);
    page.form.guidanceAddress = '';
    await page.shown();
    expect(page.has(`${fold('second')} a[href$="talking"]`)).to.equal(false);
  });

  it('is filled once it is opened, and stays so when it is closed', async () => {
    await page.shown();
    expect(page.find(fold('first'), HTMLDetailsElement).textContent).not.to.contain('Why this is asked');
    await unfold('first');
    page.find(fold('first'), HTMLDetailsElement).open = false;
    await page.shown();
    expect(page.find(fold('first'), HTMLDetailsElement).textContent).to.contain('Why this is asked');
    expect(page.find(fold('second'), HTMLDetailsElement).textContent).not.to.contain('Why this is asked');
  });

  it('is reached from "More", also where it is folded', async () => {
    await page.shown();
    await page.press('More', '[data-key="second"]');
    await page.press('Go to the help', '[data-key="second"]');
    const there = page.form.shadowRoot?.activeElement;
    expect(there?.closest('.hw-guidance, .hw-help-in-place')).to.not.equal(null);
  });

  it('is left with Escape, which closes "More" and stays on its button', async () => {
    await page.shown();
    await page.press('More', '[data-key="second"]');
    const inside = page.button('Go to the help', '[data-key="second"]');
    inside.focus();
    inside.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await page.shown();
    const more = page.button('More', '[data-key="second"]');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    expect(page.form.shadowRoot?.activeElement === more).to.equal(true);
  });
});
