import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { momentInWords } from '../../i18n/dates.ts';
import type { Mark } from '../../model/answer.ts';
import type { Pack } from '../../model/pack.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import { AskUnlockEvent } from '../lock/events.ts';
import { Following } from '../lock/following.ts';
import type { DrawPad } from '../pages/draw-pad.ts';
import { Page } from '../pages/page.ts';
import { hashOf } from '../routes.ts';
import { fingerprintView } from './fingerprint-view.ts';
import type { KeyCard } from './key-card.ts';
import { chooseRole, roleLabel, roleSelect } from './role-select.ts';
import { ringOf, type Said } from './signer.ts';

const needed = ['name', 'role', 'organisation', 'mark', 'consent'] as const;
type Needed = (typeof needed)[number];

/** Somebody signs: everything that has to be said was said. */
export class SignEvent extends Event {
  static readonly type = 'homeward-sign';
  readonly said: Said;

  constructor(said: Said) {
    super(SignEvent.type, { bubbles: true });
    this.said = said;
  }
}

/** Who signs, in which role, with which key and which mark. With a kept key only the mark is left to look at. */
export class SignerForm extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  /** Role ids to choose from. */
  @property({ attribute: false }) roles: readonly string[] = [];
  /** The role chosen for whoever has no key; empty where somebody has to choose. */
  @property({ attribute: false }) chosen = '';
  @property() kind: 'real' | 'training' = 'training';
  @property({ attribute: false }) real: RealVault | null = null;
  /** While it is being signed. */
  @property({ type: Boolean }) busy = false;
  /** Something has to be confirmed first, as a sentence; empty where nothing has. */
  @property() consent = '';
  @state() private card: KeyCard | null = null;
  @state() private missing: readonly Needed[] = [];
  @state() private draws = false;
  readonly #following = new Following(this, () => void this.#look());

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#following.follow(this.real);
    if (changed.has('real') || changed.has('kind')) void this.#look();
  }

  async #look(): Promise<void> {
    const ring = this.kind === 'real' ? ringOf(this.real) : null;
    const current = await ring?.current();
    this.card = current?.ok ? current.value : null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pack, card } = this;
    if (!pack) return nothing;
    return html`${this.#summary()}
      <form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
        ${card ? this.#kept(card) : html`${this.#box('name', msg('Your name', { id: 'sign-name' }))}`}
        ${roleSelect({
          id: 'sign:role',
          pack,
          roles: this.roles,
          chosen: card?.roleId ?? this.chosen,
          isMissing: this.missing.includes('role'),
        })}
        ${
          card
            ? nothing
            : html`${this.#box('organisation', msg('Your organisation', { id: 'sign-organisation' }))}
              ${this.#box('registration', msg('Your registration number (optional)', { id: 'sign-registration' }))}`
        }
        ${this.#mark()} ${card ? nothing : this.#whichKey()} ${this.#confirm()}
        <p class="govuk-body">${msg('The time printed is the time stated by this device.', { id: 'sign-time' })}</p>
        <button class="govuk-button" ?disabled=${this.busy}>
          ${this.busy ? msg('Making the PDF…', { id: 'sign-busy' }) : msg('Sign and save the PDF', { id: 'sign-title' })}
        </button>
      </form>`;
  }

  #kept(card: KeyCard): TemplateResult {
    return html`<div class="hw-panel hw-panel--plain">
      <h3 class="govuk-heading-s">${msg('You sign with your key', { id: 'signer-kept' })}</h3>
      <p class="govuk-body">
        <strong><bdi>${card.name}</bdi></strong
        >${card.organisation === '' ? nothing : html`, <bdi>${card.organisation}</bdi>`}<br />
        ${
          card.origin === 'file'
            ? msg(str`From your council’s file, brought here on ${momentInWords(new Date(card.keptAt))}`, {
                id: 'signer-from-file',
              })
            : msg(str`Made on this computer on ${momentInWords(new Date(card.keptAt))}`, { id: 'signer-made' })
        }
      </p>
      ${fingerprintView(card.fingerprint)}
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'settings' })}
          >${msg('Another name or another key', { id: 'signer-another' })}</a
        >
      </p>
    </div>`;
  }

  /** Which key signs where none is kept yet. */
  #whichKey(): TemplateResult {
    const { kind, real } = this;
    if (kind === 'training')
      return html`<p class="govuk-body" id="sign:key">
        ${msg('This is training: it is signed with a key made for this signature alone, with TRAINING in its name.', { id: 'signer-training' })}
      </p>`;
    if (ringOf(real))
      return html`<p class="govuk-body" id="sign:key">
        ${msg('A signing key is made for you now and kept on this computer under your passphrase. From the next time on you sign with one step.', { id: 'signer-first' })}
      </p>`;
    return html`<div class="govuk-inset-text" id="sign:key">
      <p class="govuk-body">
        ${msg('No key of yours can be used here just now, so it is signed with a key made for this signature alone. It proves that nothing was changed, but nobody can recognise it another time.', { id: 'signer-once' })}
      </p>
      ${
        real?.state === 'locked'
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => this.dispatchEvent(new AskUnlockEvent())}
            >
              ${msg('Unlock to use your key', { id: 'signer-unlock' })}
            </button>`
          : html`<p class="govuk-body">
              <a class="govuk-link" href=${hashOf({ page: 'settings' })}
                >${msg('Set a passphrase in the settings to keep a key here', { id: 'signer-set-up' })}</a
              >
            </p>`
      }
    </div>`;
  }

  #mark(): TemplateResult {
    return html`<fieldset
      class="govuk-fieldset govuk-form-group ${this.missing.includes('mark') ? 'govuk-form-group--error' : ''}"
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${msg('Your mark', { id: 'sign-mark' })}</legend>
      <div class="govuk-hint">
        ${msg('It is printed beside your name. Type it or draw it.', { id: 'sign-mark-hint' })}
      </div>
      <div class="govuk-radios govuk-radios--small">
        ${[false, true].map(
          (draws) =>
            html`<div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                name="how"
                id="sign:how:${draws ? 'draw' : 'type'}"
                value=${draws ? 'draw' : 'type'}
                .checked=${this.draws === draws}
                @change=${() => (this.draws = draws)}
              />
              <label class="govuk-label govuk-radios__label" for="sign:how:${draws ? 'draw' : 'type'}"
                >${draws ? msg('Draw it', { id: 'sign-draw' }) : msg('Type it', { id: 'sign-type' })}</label
              >
            </div>`,
        )}
      </div>
      ${
        this.draws
          ? html`<homeward-draw-pad></homeward-draw-pad>`
          : this.#box('mark', msg('Your mark, typed', { id: 'sign-mark-typed' }), this.card?.name ?? '')
      }
    </fieldset>`;
  }

  #confirm(): TemplateResult | typeof nothing {
    if (this.consent === '') return nothing;
    const wrong = this.missing.includes('consent');
    return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
      ${wrong ? html`<p class="govuk-error-message" id="sign:consent:error">${neededWords('consent')}</p>` : nothing}
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="sign:consent"
            name="consent"
            aria-describedby=${wrong ? 'sign:consent:error' : nothing}
          />
          <label class="govuk-label govuk-checkboxes__label" for="sign:consent">${this.consent}</label>
        </div>
      </div>
    </div>`;
  }

  #summary(): TemplateResult | typeof nothing {
    if (this.missing.length === 0) return nothing;
    return html`<div class="govuk-error-summary" role="alert" tabindex="-1">
      <h2 class="govuk-error-summary__title">${msg('There is a problem', { id: 'there-is-a-problem' })}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        ${this.missing.map((id) => html`<li><a href="#" @click=${(event: Event) => this.#goTo(event, id)}>${neededWords(id)}</a></li>`)}
      </ul>
    </div>`;
  }

  #box(id: 'name' | 'organisation' | 'registration' | 'mark', label: string, value = ''): TemplateResult {
    const wrong = this.missing.some((each) => each === id);
    return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for="sign:${id}">${label}</label>
      ${wrong ? html`<p class="govuk-error-message" id="sign:${id}:error">${neededWords(id as Needed)}</p>` : nothing}
      <input
        class="govuk-input govuk-input--width-20"
        id="sign:${id}"
        name=${id}
        value=${value}
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${wrong ? `sign:${id}:error` : nothing}
      />
    </div>`;
  }

  #goTo(event: Event, id: string): void {
    event.preventDefault();
    this.querySelector<HTMLElement>(`[name="${id}"], homeward-draw-pad canvas`)?.focus();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { pack, card } = this;
    if (!pack || this.busy) return;
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const mark = this.#markSaid(text('mark'));
    const name = card?.name ?? text('name');
    const organisation = card?.organisation ?? text('organisation');
    const isMissing: Readonly<Record<Needed, boolean>> = {
      name: name === '',
      role: text('role') === '',
      // A council's key may name none.
      organisation: organisation === '' && !card,
      mark: mark === null,
      consent: this.consent !== '' && !given.has('consent'),
    };
    this.missing = needed.filter((each) => isMissing[each]);
    if (mark === null || this.missing.length > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.govuk-error-summary[role=alert]')?.focus());
      return;
    }
    const role = text('role');
    const registration = card ? (card.registration ?? '') : text('registration');
    this.dispatchEvent(
      new SignEvent({ name, role, roleLabel: roleLabel(pack, role), organisation, registration, mark, card }),
    );
  };

  #markSaid(typed: string): Mark | null {
    if (this.draws) return this.querySelector<DrawPad>('homeward-draw-pad')?.mark ?? null;
    return typed === '' ? null : { kind: 'typed', text: typed };
  }
}

function neededWords(id: Needed): string {
  switch (id) {
    case 'name':
      return msg('Enter your name', { id: 'sign-need-name' });
    case 'role':
      return chooseRole();
    case 'organisation':
      return msg('Enter your organisation', { id: 'sign-need-organisation' });
    case 'mark':
      return msg('Type or draw your mark', { id: 'sign-need-mark' });
    case 'consent':
      return msg('Confirm this before you sign', { id: 'sign-need-consent' });
  }
}
