import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Session } from '../../session/session.ts';
import { focused } from '../focused.ts';
import { isControl } from '../lock/place.ts';
import { footBarStyles } from '../foot-bar.styles.ts';
import { hashOf } from '../routes.ts';
import type { ReadOnly } from '../work.ts';
import { adoptStyles } from './own-styles.ts';
import { AgainEvent, SessionPage } from './page.ts';
import { Refusals } from './refusals.ts';

type Why = ReadOnly['why'];

/** Somebody wants to write in this tab instead of the one that has the assessment. */
export class TakeOverEvent extends Event {
  static readonly type = 'homeward-take-over';

  constructor() {
    super(TakeOverEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * Says that an assessment is only to be read here and why, and that something in it waits for a decision.
 *
 * Whoever is in the middle of a sentence does not see the top of the page: they are told where they are, and again when
 * they go on typing.
 */
export class ReadOnlyBanner extends SessionPage {
  @property({ attribute: false }) why: Why | null = null;
  @state() private told = false;
  /** How many things waited for a decision when somebody said that they know. */
  @state() private known = 0;
  /** Where somebody was when they were told. */
  #at: HTMLElement | null = null;
  readonly #refusals = new Refusals((at) => {
    if (this.why !== null) this.#tell(at);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, footBarStyles);
    window.addEventListener('hashchange', this.#leave);
    this.#refusals.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#leave);
    this.#refusals.end();
    this.#goBack();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('why')) return;
    const at = focused();
    if (this.why === 'taken-over' && isControl(at)) this.#tell(at);
    if (this.why === null) this.#goBack();
  }

  protected override render(): TemplateResult {
    const { why } = this;
    return html`${why === null ? nothing : readOnly(why, this.#way(why))}
      <div role="alert">${why !== null && this.told ? this.#bar(why) : nothing}</div>
      ${this.session ? this.#undecided(this.session) : nothing}`;
  }

  #undecided({ assessment }: Session): TemplateResult | typeof nothing {
    const count = assessment.asides?.length ?? 0;
    if (count === 0) return nothing;
    const where = hashOf({ page: 'output', id: assessment.id, kind: 'two-places' });
    // Told aloud at the top; whoever types far down the page sees it at its foot.
    return html`${undecidedBanner(count, where)}
    ${this.why === null && count !== this.known && location.hash !== where ? this.#undecidedBar(count, where) : nothing}`;
  }

  #undecidedBar(count: number, where: string): TemplateResult {
    return html`<div class="hw-foot-bar" data-undecided-bar>
      <p class="govuk-body"><strong>${undecidedWords(count)}</strong></p>
      <a class="govuk-link govuk-body" href=${where}>${seeBoth()}</a>
      <button type="button" class="hw-link-button" @click=${() => (this.known = count)}>
        ${msg('Close', { id: 'factors-close' })}
      </button>
    </div>`;
  }

  #bar(why: Why): TemplateResult {
    return html`<div class="hw-foot-bar hw-foot-bar--refused" @keydown=${this.#escape}>
      <p class="govuk-body"><strong>${whyWords(why).what}</strong> ${toldWords(why)}</p>
      ${this.#way(why)}
      <button type="button" class="hw-link-button" @click=${this.#goBack}>
        ${msg('Close', { id: 'factors-close' })}
      </button>
    </div>`;
  }

  /** The way out of it. */
  #way(why: Why): TemplateResult {
    return html`<button
      type="button"
      class="hw-link-button"
      @click=${() => this.dispatchEvent(why === 'damaged' ? new AgainEvent() : new TakeOverEvent())}
    >
      ${why === 'damaged' ? msg('What can be done about it', { id: 'read-only-damaged-do' }) : msg('Take over here', { id: 'take-over' })}
    </button>`;
  }

  #tell(at: HTMLElement): void {
    this.#at = at;
    this.told = true;
  }

  readonly #leave = (): void => {
    this.#goBack();
    this.requestUpdate();
  };

  readonly #escape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#goBack();
  };

  /** Back to where they were, where the keyboard has been on what told them. */
  readonly #goBack = (): void => {
    const wasHere = this.contains(focused()) || focused() === document.body;
    if (this.told && wasHere && this.#at?.isConnected) this.#at.focus({ preventScroll: true });
    this.told = false;
    this.#at = null;
  };
}

function readOnly(why: Why, way: TemplateResult): TemplateResult {
  const { what, now } = whyWords(why);
  return html`<div
    class="hw-banner hw-banner--warning"
    role="region"
    aria-label=${msg('Only to be read here', { id: 'read-only-label' })}
    data-read-only=${why}
  >
    <p class="govuk-body" role="status"><strong>${what}</strong> ${now}</p>
    <p class="govuk-body">${way}</p>
  </div>`;
}

/** What becomes of what is typed. */
function toldWords(why: Why): string {
  return why === 'taken-over'
    ? msg('What you typed until then is kept. What you type here now is not.', { id: 'told-taken' })
    : msg('What you type here is not kept.', { id: 'told-read-only' });
}

const undecidedWords = (count: number): string =>
  count === 1
    ? msg('One thing was changed in two places at the same time.', { id: 'two-places-one' })
    : msg(str`${count} things were changed in two places at the same time.`, { id: 'two-places-many' });

const seeBoth = (): string => msg('Nothing is lost: see both and choose', { id: 'two-places-go' });

function undecidedBanner(count: number, where: string): TemplateResult {
  return html`<div
    class="hw-banner hw-banner--warning"
    role="region"
    aria-label=${msg('To decide', { id: 'two-places-label' })}
    data-undecided=${count}
  >
    <p class="govuk-body" role="status">
      <strong>${undecidedWords(count)}</strong>
      <a class="govuk-link" href=${where}>${seeBoth()}</a>
    </p>
  </div>`;
}

function whyWords(why: Why): { readonly what: string; readonly now: string } {
  switch (why) {
    case 'other-tab':
      return {
        what: msg('This assessment is open in another tab or window.', { id: 'read-only-other' }),
        now: msg(
          'Here you can read it, and what is saved there appears here. To write here, take it over: what was typed there is kept.',
          { id: 'read-only-other-now' },
        ),
      };
    case 'taken-over':
      return {
        what: msg('This assessment was taken over in another tab or window.', { id: 'read-only-taken' }),
        now: msg('What you typed here is kept. Here you can now read it, and what is saved there appears here.', {
          id: 'read-only-taken-now',
        }),
      };
    case 'damaged':
      return {
        what: msg('Part of this draft could not be read.', { id: 'read-only-damaged' }),
        now: msg(
          'You can read what is left and take a copy. It cannot be changed here, so that nothing more is lost.',
          { id: 'read-only-damaged-now' },
        ),
      };
  }
}
