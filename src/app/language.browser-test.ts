import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../elements/homeward-app.ts';
import { speak, spoken } from '../i18n/locale.ts';
import { newAssessment } from '../model/new-assessment.ts';
import type { Outcome } from '../model/problem.ts';
import { deviceWorld } from '../session/world.ts';
import { openVault } from '../store/open-vault.ts';
import { packIn } from './pack.ts';
import { Work } from './work.ts';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

async function eventually<T>(find: () => T | null | undefined | false): Promise<T> {
  for (let tries = 150; tries > 0; tries -= 1) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It never came: ${String(find)}`);
}

describe('the other language, chosen in the middle of a sentence', () => {
  let app: LitElement;

  beforeEach(async () => {
    const pack = valueOf(await packIn('en'));
    const people = [{ role: 'child', name: 'Juniper', inScope: true }];
    const start = {
      kind: 'training',
      purpose: 'reunification',
      route: 'full',
      reference: 'TRAINING-1',
      people,
    } as const;
    const id = valueOf(await Work.begin(await openVault('training'), newAssessment(pack, start, deviceWorld)));
    location.hash = `#/assessments/${id}/child-voice`;
    app = document.createElement('homeward-app');
    document.body.append(app);
  });

  afterEach(async () => {
    app.remove();
    localStorage.removeItem('homeward-language');
    await speak('en');
    location.hash = '';
  });

  const inForm = (selector: string): Element | null | undefined =>
    app.renderRoot.querySelector('homeward-form')?.shadowRoot?.querySelector(selector);
  const box = (): Promise<HTMLTextAreaElement> =>
    eventually(() => inForm('textarea[name^="child-own-words"]') as HTMLTextAreaElement | null);
  const otherLanguage = (): HTMLButtonElement | null => app.renderRoot.querySelector('.hw-header button[lang]');
  /** Said as yes or no: a test that fails over elements prints all they hang together with. */
  const isIn = (text: Element): boolean =>
    app.renderRoot.querySelector('homeward-form')?.shadowRoot?.activeElement === text;
  const label = (): string => (inForm('label[for^="box:child-own-words"]') as HTMLElement | null)?.innerText ?? '';

  /** What a pointer does to a button, in every engine: it takes the focus unless the button declines. */
  function press(button: HTMLElement): void {
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true });
    if (button.dispatchEvent(down)) button.focus();
    button.click();
  }

  /** What typing does to a box: the words stand where the caret was, and the page is told. */
  function type(into: HTMLTextAreaElement, words: string): void {
    into.setRangeText(words, into.selectionStart, into.selectionEnd, 'end');
    into.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  it('keeps text, caret and keyboard, and the sentence goes on', async () => {
    const text = await box();
    text.focus();
    type(text, 'She said the garden ');
    type(text, 'smells of rain');
    text.setSelectionRange(9, 12);

    press(await eventually(otherLanguage));
    await eventually(() => label().includes("Beth y mae'r plentyn wedi'i ddweud"));

    expect(spoken()).to.equal('cy');
    expect((await box()) === text, 'the same box').to.equal(true);
    expect(isIn(text), 'the keyboard is in it').to.equal(true);
    expect(text.value).to.equal('She said the garden smells of rain');
    expect([text.selectionStart, text.selectionEnd]).to.deep.equal([9, 12]);

    type(text, 'her');
    expect(text.value).to.equal('She said her garden smells of rain');
    press(await eventually(otherLanguage));
    await eventually(() => label().includes('What has the child said'));
    expect(text.value).to.equal('She said her garden smells of rain');
    expect(isIn(text), 'the keyboard is in it').to.equal(true);
  });

  it('stands in the title of the window too', async () => {
    await box();
    const title = (): string | false => document.title.includes('TRAINING-1') && document.title;
    const english = await eventually(title);
    expect(english).to.contain('voice');
    press(await eventually(otherLanguage));
    await eventually(() => document.title !== english && document.title.includes('Llais y plentyn'));
  });

  it('shows interface, questions and the guidance of the open stage in Welsh, and English pieces as English', async () => {
    await box();
    press(await eventually(otherLanguage));
    const help = await eventually(() => {
      const shown = (inForm('.hw-guidance') as HTMLElement | null)?.innerText ?? '';
      return shown.includes('Ni all plentyn siarad yn rhydd') && shown;
    });
    expect(help).to.contain('Pam y gofynnir hyn');
    const page = app.renderRoot.querySelector('.hw-page');
    expect(page?.getAttribute('lang')).to.equal('cy');
    expect(document.documentElement.lang).to.equal('cy');
    const sources = inForm('.hw-guidance .hw-sources li > :first-child') as HTMLElement | null;
    expect(sources?.lang).to.equal('en');
    expect(inForm('.hw-section h1')?.querySelector('[lang]') ?? null).to.equal(null);
    expect(otherLanguage()?.innerText).to.equal('English');
    expect(otherLanguage()?.lang).to.equal('en');
  });

  it('is remembered for the next time', async () => {
    await box();
    press(await eventually(otherLanguage));
    await eventually(() => spoken() === 'cy');
    await eventually(() => localStorage.getItem('homeward-language') === 'cy');
  });
});
