import { expect, waitUntil } from '@open-wc/testing';
import { choices, packWith } from '../../../test/fixtures/small-pack.ts';
import { rarer } from '../fields/rarer.ts';
import { HomewardForm } from './form.ts';

customElements.define('homeward-form', HomewardForm);

const pack = packWith(
  [
    { id: 'story', kind: 'long-text' },
    { id: 'born', kind: 'date' },
    { id: 'place', kind: 'single-choice', choices: choices('near', 'far') },
    { id: 'done', kind: 'checklist', items: choices('gas') },
  ],
  {
    stages: [
      {
        id: 'assess',
        sections: [
          { id: 'ordinary', asks: ['story', 'born', 'place'] },
          { id: 'rarer', asks: ['done'] },
        ],
      },
    ],
  },
);
const form = new HomewardForm();
const has = (key: string): boolean => form.renderRoot.querySelector(`[data-key="${key}"]`) !== null;

function named<E extends HTMLElement>(name: string, type: new () => E): E {
  const found = form.renderRoot.querySelector(`[name="${name}"]`);
  if (!(found instanceof type)) throw new Error(`nothing is called ${name}`);
  return found;
}

async function put(control: HTMLTextAreaElement | HTMLSelectElement, value: string): Promise<void> {
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

describe('kinds of question that come later', () => {
  before(async () => {
    Object.assign(form, { pack, section: 'ordinary' });
    document.body.append(form);
    await form.updateComplete;
  });
  after(() => {
    form.remove();
  });

  it('are not fetched for a section of words, days and choices, which is answered without them', async () => {
    await put(named('story', HTMLTextAreaElement), 'Moved here.');
    expect(form.answers.map(({ answer }) => answer)).to.deep.equal([{ is: 'given', value: 'Moved here.' }]);
    // What is put aside meanwhile is looked for once they are there.
    await put(named('story.state', HTMLSelectElement), 'not-known');
    expect(rarer()).to.equal(null);
  });

  it('are waited for with what was shown still there, and take the place of it in one step', async () => {
    form.section = 'rarer';
    await Promise.resolve();
    expect([has('story'), has('done')]).to.deep.equal([true, false]);
    await form.updateComplete;
    expect([has('story'), has('done')]).to.deep.equal([false, true]);
    // Where a computer is busy it may take longer than the form waits.
    await waitUntil(() => form.renderRoot.querySelector('[name="done.gas.done"][value="done"]'));
  });

  it('keep what was answered before them, and what was put aside', async () => {
    expect(form.answers.map(({ answer }) => answer)).to.deep.equal([{ is: 'not-known' }]);
    form.section = 'ordinary';
    await form.updateComplete;
    await put(named('story.state', HTMLSelectElement), 'given');
    expect(named('story', HTMLTextAreaElement).value).to.equal('Moved here.');
  });

  it('are answered like any other', async () => {
    form.section = 'rarer';
    await form.updateComplete;
    const done = form.renderRoot.querySelector<HTMLInputElement>('[name="done.gas.done"][value="done"]');
    done?.click();
    await form.updateComplete;
    expect(form.answers.find(({ question }) => question === 'done')?.answer).to.deep.equal({
      is: 'given',
      value: [{ item: 'gas', state: 'done' }],
    });
  });
});
