import { expect } from '@open-wc/testing';
import { choices, column, given, row } from '../../../test/fixtures/small-pack.ts';
import type { Answer } from '../../model/answer.ts';
import { FormOnPage } from '../form/on-page.suite.ts';

const questions = [
  { id: 'words', kind: 'long-text' },
  { id: 'count', kind: 'number' },
  { id: 'ticked', kind: 'multi-choice', choices: choices('a', 'b') },
  { id: 'rows', kind: 'table', columns: [column('what', { required: true })] },
] as const;

const before: Readonly<Record<string, Answer>> = {
  words: given('What she said', 'From her letter'),
  count: { is: 'unread', text: 'three' },
  ticked: given(['a', 'b']),
  rows: given([row('r', { what: 'Kept' })]),
};

describe('the menu of states', () => {
  let page: FormOnPage;
  beforeEach(async () => {
    page = new FormOnPage(questions, { answers: before });
    await page.shown();
  });
  afterEach(() => {
    page.remove();
  });

  for (const key of Object.keys(before))
    it(`brings back what was answered to "${key}" after it was not known for a while`, async () => {
      await page.choose(`${key}.state`, 'not-known');
      expect(page.assessment.answers[key]?.is).to.equal('not-known');
      await page.choose(`${key}.state`, 'declined');
      await page.choose(`${key}.state`, 'given');
      expect(page.assessment.answers[key]).to.deep.equal(before[key]);
    });

  it('shows the words again in their box', async () => {
    await page.choose('words.state', 'not-known');
    expect(page.box('words').value).to.equal('');
    await page.choose('words.state', 'given');
    expect(page.box('words').value).to.equal('What she said');
  });

  it('keeps owner and day, and takes the reason along from state to state', async () => {
    await page.choose('words.state', 'not-known');
    await page.type('words.owner', 'Tansy');
    await page.type('words.reason', 'No file');
    await page.choose('words.state', 'declined');
    expect(page.box('words.reason').value).to.equal('No file');
    await page.fill('words.reason', 'She said no');
    await page.choose('words.state', 'given');
    await page.choose('words.state', 'not-known');
    expect(page.assessment.answers.words).to.deep.equal({
      is: 'not-known',
      reason: 'No file',
      owner: 'Tansy',
      note: 'From her letter',
    });
  });

  it('does not bring back words that were taken out before', async () => {
    await page.choose('words.state', 'not-known');
    await page.choose('words.state', 'given');
    await page.fill('words', '');
    await page.choose('words.state', 'declined');
    await page.choose('words.state', 'given');
    expect(page.box('words').value).to.equal('');
  });

  it('asks for a reason where somebody would not say, and for reason, owner and day where it is not known', async () => {
    await page.choose('words.state', 'declined');
    expect(page.has('[name="words.reason"]')).to.equal(true);
    expect(page.has('[name="words.owner"]')).to.equal(false);
    await page.choose('words.state', 'not-known');
    for (const part of ['reason', 'owner', 'by.day', 'by.month', 'by.year'])
      expect(page.has(`[name="words.${part}"]`), part).to.equal(true);
  });

  it('turns to "Answer here" by itself when somebody answers after all', async () => {
    await page.choose('words.state', 'not-known');
    await page.type('words', 'Now known');
    expect(page.menu('words.state').value).to.equal('given');
    expect(page.assessment.answers.words).to.deep.equal(given('Now known', 'From her letter'));
  });
});
