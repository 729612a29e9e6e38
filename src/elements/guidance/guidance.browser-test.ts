import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../homeward-guidance.ts';
import type { HomewardGuidance } from './guidance.ts';

const shown = (element: HomewardGuidance): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function showing(element: HomewardGuidance, words: string): Promise<void> {
  await waitUntil(() => shown(element).includes(words), `never shows "${words}": ${shown(element)}`);
}

describe('homeward-guidance', () => {
  it('shows a question: its label, stage and section, help and sources with links', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance question="child-wishes"></homeward-guidance>`);
    await showing(element, 'Does the child want to live at home');
    expect(shown(element)).to.include('Stage 1: Finding out');
    expect(shown(element)).to.include('Why this is asked');
    expect(shown(element)).to.match(/Law; read (in full|in part)\./);
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.hw-sources a') ?? [])];
    expect(links.map(({ protocol }) => protocol)).to.include('https:');
    expect(element.shadowRoot?.querySelector('h2')).to.not.equal(null);
    await expect(element).to.be.accessible();
  });

  it('finds a question by the id it had before', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance question="risk-class-2"></homeward-guidance>`);
    await showing(element, 'Why this is asked');
  });

  it('shows what a factor is, what its statuses mean and that it is serious', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance factor="substance-misuse" heading-level="3"></homeward-guidance>`);
    await showing(element, 'Alcohol or drug misuse that affects care');
    expect(shown(element)).to.include('A serious risk');
    expect(shown(element)).to.include('Somebody looked for it and did not find it.');
    expect(element.shadowRoot?.querySelectorAll('h3').length).to.equal(1);
  });

  it('goes from one thing to another, and links only where the page says how', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance stage="stage-1-assess"></homeward-guidance>`);
    await showing(element, 'Does the child want to live at home');
    expect(element.shadowRoot?.querySelectorAll('a').length).to.equal(0);
    element.address = '#/guidance/';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('a[href="#/guidance/child-wishes"]')).to.not.equal(null);
    element.stage = '';
    element.article = 'how-a-class-is-suggested';
    await showing(element, 'What the tool never does');
    await expect(element).to.be.accessible();
  });

  it('opens the meaning of a word behind its sentence, and closes it again', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance question="child-trusted-adult"></homeward-guidance>`);
    await showing(element, 'What to do');
    const term = element.shadowRoot?.querySelector<HTMLElement>('.hw-term');
    expect(term?.textContent.trim()).to.equal('advocate');
    expect(shown(element)).to.not.include('An independent person');
    term?.click();
    await nextFrame();
    expect(term?.getAttribute('aria-expanded')).to.equal('true');
    expect(term?.closest('p')?.querySelector('[role="status"]')?.textContent).to.include('An independent person');
    await expect(element).to.be.accessible();
    term?.click();
    await nextFrame();
    expect(shown(element)).to.not.include('An independent person');
  });

  it('speaks Welsh where the page asks for it, and says which words are English', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance question="child-wishes" locale="cy"></homeward-guidance>`);
    await waitUntil(() => element.shadowRoot?.querySelector('h2 [lang="cy"]'), 'no Welsh heading');
    expect(element.shadowRoot?.querySelector('.hw-sources [lang="cy"]')).to.equal(null);
  });

  it('says that there is nothing under a name nobody gave', async () => {
    const element = await fixture<HomewardGuidance>(html`<homeward-guidance question="nobody"></homeward-guidance>`);
    await showing(element, 'There is no guidance under this name.');
  });
});
