import { expect, fixture } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { focused } from './focused.ts';
import { Landing } from './landing.ts';

/** A form within a page, each with a root of its own. */
class LittleForm extends LitElement {
  protected override render(): unknown {
    return html`<input name="one" /><input name="two" />`;
  }
}
customElements.define('landing-form', LittleForm);

class LittleApp extends LitElement {
  readonly landing = new Landing(this);

  protected override render(): unknown {
    return html`<a href="#">Away</a>
      <main tabindex="-1"><landing-form></landing-form></main>`;
  }

  goTo(name: string): void {
    const form = this.renderRoot.querySelector<LittleForm>('landing-form');
    form?.renderRoot.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  /** What has the keyboard, by its name or tag. */
  get at(): string | undefined {
    return focused()?.getAttribute('name') ?? focused()?.localName;
  }
}
customElements.define('landing-app', LittleApp);

describe('where the keyboard is once a new page stands', () => {
  let app: LittleApp;
  beforeEach(async () => {
    app = await fixture(html`<landing-app></landing-app>`);
    await app.renderRoot.querySelector<LittleForm>('landing-form')?.updateComplete;
  });

  it('is at its top for whoever stayed where they were', async () => {
    app.goTo('one');
    await app.landing.land(true, focused());
    expect(app.at).to.equal('main');
  });

  it('is where somebody went who was quicker, though that is in the form they came from', async () => {
    app.goTo('one');
    const before = focused();
    app.goTo('two');
    await app.landing.land(true, before);
    expect(app.at).to.equal('two');
  });
});
