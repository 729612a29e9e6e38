import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { frame, frameStyles } from './frame.ts';
import { registerRem } from './rem.ts';
import { sheet } from './sheet.ts';
import { tokens } from './tokens.ts';

class SheetSample extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles];
  @property() override dir: 'ltr' | 'rtl' = 'ltr';

  protected override render(): TemplateResult {
    return frame(
      'en',
      this.dir,
      html`<h1 class="govuk-heading-l">A heading</h1>
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="box">A label</label>
          <input class="govuk-input" id="box" />
        </div>
        <details class="govuk-details">
          <summary class="govuk-details__summary"><span class="govuk-details__summary-text">More</span></summary>
        </details>
        <a class="govuk-link" href="#">A link</a>
        <section class="hw-section">A section</section>`,
    );
  }
}

registerRem();
customElements.define('sheet-sample', SheetSample);

const hostile = `
  html { font-size: 62.5% }
  * { font-size: 9px; letter-spacing: 2px !important; word-spacing: 9px; font-family: fantasy; text-transform: uppercase;
      line-height: 3; color: red; margin: 0 !important; padding: 0 !important; text-align: right; visibility: visible }
  label { color: red !important } input { border: 0 } h1 { display: none !important }
`;

function adopt(text: string): () => void {
  const page = new CSSStyleSheet();
  page.replaceSync(text);
  document.adoptedStyleSheets.push(page);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
  };
}

describe('the design sheet in a shadow root', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    fixtureCleanup();
    for (const each of undo.splice(0)) each();
  });

  async function sample(width: number, dir: 'ltr' | 'rtl' = 'ltr'): Promise<(selector: string) => CSSStyleDeclaration> {
    const place = await fixture<HTMLDivElement>(html`<div><sheet-sample dir=${dir}></sheet-sample></div>`);
    place.style.width = `${width}px`;
    const root = place.querySelector('sheet-sample')?.shadowRoot;
    return (selector) => {
      const [name = '', pseudo] = selector.split('::');
      const found = root?.querySelector(name);
      if (!found) throw new Error(`nothing matches ${name}`);
      return getComputedStyle(found, pseudo ? `::${pseudo}` : undefined);
    };
  }

  it('keeps its sizes, font and spacing on a page that sets everything', async () => {
    undo.push(adopt(hostile));
    const style = await sample(900);
    const heading = style('h1');
    expect(heading.fontSize).to.equal('36px');
    expect(heading.display).to.equal('block');
    expect(heading.letterSpacing).to.equal('normal');
    expect(heading.wordSpacing).to.equal('0px');
    expect(heading.textTransform).to.equal('none');
    expect(heading.fontFamily).to.equal('arial, helvetica, sans-serif');
    expect(heading.color).to.equal('rgb(11, 12, 12)');
    expect(heading.marginBottom).to.equal('30px');
    expect(style('label').color).to.equal('rgb(11, 12, 12)');
    expect(style('label').fontSize).to.equal('19px');
    expect(style('input').borderTopWidth).to.equal('2px');
    expect(style('.hw-page').textAlign).to.equal('start');
  });

  it('lays out by the width of its place, not of the window', async () => {
    const style = await sample(300);
    expect(window.innerWidth).to.be.greaterThan(640);
    expect(style('h1').fontSize).to.equal('27px');
  });

  it('has the red bar of a group with an error, on the side where lines start', async () => {
    const left = await sample(900);
    expect(left('.govuk-form-group').borderLeftWidth).to.equal('5px');
    const right = await sample(900, 'rtl');
    expect(right('.govuk-form-group').borderLeftWidth).to.equal('0px');
    expect(right('.govuk-form-group').borderRightWidth).to.equal('5px');
  });

  it('turns the triangle of closed details round when read from right to left', async () => {
    const left = await sample(900);
    expect(left('summary::before').borderLeftWidth).to.match(/^12(\.\d+)?px$/);
    const right = await sample(900, 'rtl');
    expect(right('summary::before').borderRightWidth).to.match(/^12(\.\d+)?px$/);
    expect(right('summary::before').borderRightColor).to.equal(right('summary').color);
  });

  it("takes a council's colour and font from any element above", async () => {
    undo.push(adopt(':root { --govuk-link-colour: rgb(1, 2, 3); --homeward-font-family: serif }'));
    const style = await sample(900);
    expect(style('a').color).to.equal('rgb(1, 2, 3)');
    expect(style('a').fontFamily).to.equal('serif');
  });

  it('lays out a section only where somebody looks', async () => {
    expect((await sample(900))('.hw-section').contentVisibility).to.equal('auto');
  });

  it('is one sheet for every element, and making its length twice is no fault', async () => {
    registerRem();
    const place = await fixture<HTMLDivElement>(
      html`<div><sheet-sample></sheet-sample><sheet-sample></sheet-sample></div>`,
    );
    const [first, second] = [...place.querySelectorAll('sheet-sample')].map(
      (each) => each.shadowRoot?.adoptedStyleSheets[0],
    );
    expect(first).to.be.instanceOf(CSSStyleSheet);
    expect(first).to.equal(second);
  });
});
