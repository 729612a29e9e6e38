import { expect, waitUntil } from '@open-wc/testing';
import { loadCase, loadPackCore } from '../../content/packs.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { MemoryVault } from '../../store/memory-vault.ts';
import '../homeward-assessment.ts';
import '../homeward-factors.ts';
import { HomewardForm } from '../form/form.ts';
import '../homeward-form.ts';
import '../homeward-framework.ts';
import '../homeward-guidance.ts';
import '../homeward-progress.ts';
import '../homeward-question.ts';
import { OverlayRefusedEvent } from './local-pack.ts';

const overlay = {
  format: 'homeward-overlay/1',
  id: 'thistle',
  version: 1,
  title: 'Thistlebridge',
  owner: 'Head of practice',
  reviewBy: '2030-09-01',
  pack: { id: 'sparf', version: 2 },
  names: {
    stages: { 'stage-1-assess': { plain: 'Getting to know the family' } },
    roles: { 'social-worker': { label: 'Keyworker', plural: 'Keyworkers' } },
  },
  guidance: { 'substance-misuse': 'Ask the thistle team first.', 'child-wishes': 'Ask the thistle team first.' },
  questions: [
    {
      id: 'thistle-told',
      section: 'child-voice',
      kind: 'text',
      label: 'Has the thistle school been told?',
      why: 'It matters.',
      goodEvidence: 'A name.',
      whatToDo: 'Ask.',
    },
  ],
};

/** What an element says, and the form in it. */
const told = (element: Element): string => {
  const form = element.shadowRoot?.querySelector('homeward-form');
  return `${element.shadowRoot?.textContent ?? ''} ${form ? told(form) : ''}`.replace(/\s+/g, ' ');
};

/** An element on a bare page with `given`, once it shows `words`. */
async function shows(tag: string, given: object, words: string): Promise<Element> {
  const element = Object.assign(document.createElement(tag), given);
  document.body.append(element);
  await waitUntil(() => told(element).includes(words), `${tag} never shows "${words}"`, { timeout: 8000 });
  return element;
}

describe('O10 an element with a council’s overlay', () => {
  let pack: Pack;
  let assessment: Assessment;

  before(async () => {
    const core = await loadPackCore('sparf', 'en');
    if (!core.ok) throw new Error('no pack');
    pack = core.value;
    const loaded = await loadCase('quillfeather', pack);
    if (!loaded.ok) throw new Error('no case');
    assessment = loaded.value;
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('the framework names a stage as the council does', async () => {
    await shows('homeward-framework', { overlay }, 'Getting to know the family');
  });

  it('the guidance holds what the council says of a question, a factor and its own question', async () => {
    const guidance = await shows(
      'homeward-guidance',
      { overlay, question: 'child-wishes' },
      'Ask the thistle team first.',
    );
    expect(told(guidance)).to.include('Does the child want to live at home');
    await shows('homeward-guidance', { overlay, factor: 'substance-misuse' }, 'Ask the thistle team first.');
    await shows('homeward-guidance', { overlay, question: 'thistle-told' }, 'Has the thistle school been told?');
  });

  it('the form asks the council’s question, and answers stay when the overlay comes late', async () => {
    const at = { question: 'child-own-words', subject: 'moss', round: 0 };
    const answers = [{ ...at, answer: { is: 'given', value: 'I want my own bed.' } }];
    const people = [{ id: 'moss', role: 'child', name: 'Moss' }];
    const form = await shows('homeward-form', { pack, section: 'child-voice', people, answers }, 'Moss');
    expect(told(form)).to.not.include('thistle');
    Object.assign(form, { overlay });
    await waitUntil(() => told(form).includes('Has the thistle school been told?'), 'never asks');
    expect(form instanceof HomewardForm && form.answers).to.deep.equal(answers);
  });

  it('a question alone is the council’s own, or a core one with what the council says of it', async () => {
    await shows('homeward-question', { overlay, question: 'thistle-told' }, 'Has the thistle school been told?');
    const core = await shows('homeward-question', { question: 'child-wishes' }, 'Does the child want to live at home');
    expect(told(core)).to.not.include('thistle');
    Object.assign(core, { overlay });
    await waitUntil(() => told(core).includes('Ask the thistle team first.'), 'never says', { timeout: 8000 });
  });

  it('an assessment asks the council’s question, keeps what is said to it, and stays on it without the overlay', async () => {
    const vault = new MemoryVault('training', { code: 'memory-only', place: {} });
    const given = { vault, section: 'child-voice', assessmentId: 'local' };
    // As a page that fetches its overlay has it: the element is there before.
    const late = await shows('homeward-assessment', given, 'No name yet');
    Object.assign(late, { overlay });
    await waitUntil(() => told(late).includes('Has the thistle school been told?'), 'never asks', { timeout: 8000 });
    const box = late.shadowRoot
      ?.querySelector('homeward-form')
      ?.shadowRoot?.querySelector<HTMLInputElement>('[name="thistle-told"]');
    if (!box) throw new Error('There is no box for it.');
    box.value = 'On Monday';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await waitUntil(() => late.shadowRoot?.querySelector('[data-saving="saved"]'), 'never saves');
    late.remove();
    expect(JSON.stringify(await vault.load('local'))).to.include('On Monday');
    await shows('homeward-assessment', { ...given, overlay }, 'Has the thistle school been told?');
    await shows('homeward-assessment', given, 'What is kept here was written for other questions.');
  }).timeout(20_000);

  it('an assessment begun before its page had an overlay goes on with the questions it was begun with', async () => {
    const vault = new MemoryVault('training', { code: 'memory-only', place: {} });
    const given = { vault, section: 'child-voice', assessmentId: 'before' };
    const first = await shows('homeward-assessment', given, 'No name yet');
    first.shadowRoot?.querySelector('homeward-form')?.shadowRoot?.querySelector('input')?.click();
    await waitUntil(() => first.shadowRoot?.querySelector('[data-saving="saved"]'), 'never saves');
    first.remove();
    const again = await shows('homeward-assessment', { ...given, overlay }, 'No name yet');
    expect(told(again)).to.not.include('thistle');
  });

  it('factors and progress show with it what they show without', async () => {
    for (const tag of ['homeward-factors', 'homeward-progress']) {
      const element = document.createElement(tag);
      document.body.append(Object.assign(element, { pack, assessment }));
      await waitUntil(() => told(element).length > 500, `${tag} never shows anything`);
      await shows(tag, { pack, assessment, overlay }, told(element));
    }
  });

  it('one that cannot be used is told, and everything is shown as it was published', async () => {
    const refused: string[] = [];
    const said: string[] = [];
    document.body.addEventListener(
      OverlayRefusedEvent.type,
      (event) => {
        if (!(event instanceof OverlayRefusedEvent)) return;
        refused.push(...event.problems.map(({ code }) => code));
        said.push(...event.messages);
      },
      { once: true },
    );
    const framework = await shows(
      'homeward-framework',
      { overlay: { ...overlay, without: ['why-now'] } },
      'Finding out',
    );
    await waitUntil(() => refused.length > 0, 'never told');
    expect(refused).to.deep.equal(['core-question']);
    expect(said.join()).to.include('cannot be left out');
    expect(told(framework)).to.not.include('Getting to know');
  });

  it('wears the council’s colours, the elements in it too, unless the page has its own', async () => {
    const look = { brand: '#4b2a63', link: '#7a1f3d' };
    const colour = (element: Element, name: string): string =>
      getComputedStyle(element.shadowRoot?.querySelector('.hw-page') ?? element).getPropertyValue(name);
    const framework = await shows('homeward-framework', { overlay: { ...overlay, look } }, 'Getting to know');
    expect(colour(framework, '--govuk-brand-colour')).to.equal('#4b2a63');
    expect(colour(framework, '--hw-link')).to.equal('#7a1f3d');

    const theirs = document.createElement('div');
    theirs.style.setProperty('--govuk-link-colour', '#123456');
    document.body.append(theirs);
    theirs.append(framework);
    expect(colour(framework, '--hw-link')).to.equal('#123456');
    expect(colour(framework, '--hw-brand')).to.equal('#4b2a63');

    Object.assign(framework, { overlay: null });
    await waitUntil(() => colour(framework, '--govuk-brand-colour') === '', 'never takes them off');

    const form = await shows('homeward-form', { pack, section: 'case-setup', overlay: { ...overlay, look } }, 'Why');
    expect(colour(form, '--hw-brand')).to.equal('#4b2a63');
    Object.assign(form, { overlay: null });
    await waitUntil(() => colour(form, '--govuk-brand-colour') === '', 'the form never takes them off');

    // A question fetches no pack where it has no overlay.
    const question = await shows(
      'homeward-question',
      { question: 'child-wishes', overlay: { ...overlay, look } },
      'thistle team',
    );
    expect(colour(question, '--govuk-brand-colour')).to.equal('#4b2a63');
    Object.assign(question, { overlay: null });
    await waitUntil(() => colour(question, '--govuk-brand-colour') === '', 'the question never takes them off');
  });

  it('puts no sheet on for an overlay without colours, and leaves none behind', async () => {
    const sheets = (element: Element): number => element.shadowRoot?.adoptedStyleSheets.length ?? 0;
    const framework = document.createElement('homeward-framework');
    document.body.append(framework);
    await waitUntil(() => told(framework).length > 100, 'never shows');
    const bare = sheets(framework);
    Object.assign(framework, { overlay });
    await waitUntil(() => told(framework).includes('Getting to know'), 'never lays it', { timeout: 8000 });
    expect(sheets(framework)).to.equal(bare);

    Object.assign(framework, { overlay: { ...overlay, look: { brand: '#4b2a63' } } });
    await waitUntil(() => sheets(framework) === bare + 1, 'never wears it');
    Object.assign(framework, { overlay: null });
    await waitUntil(() => sheets(framework) === bare, 'never takes it off');
  });

  it('takes JSON from an attribute', async () => {
    const framework = document.createElement('homeward-framework');
    framework.setAttribute('overlay', JSON.stringify(overlay));
    document.body.append(framework);
    await waitUntil(() => told(framework).includes('Getting to know the family'), 'never shows', { timeout: 8000 });
  });
});
