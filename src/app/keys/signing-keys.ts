import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dateInWords } from '../../i18n/dates.ts';
import type { Outcome, Problem } from '../../model/problem.ts';
import type { Visit } from '../later.ts';
import { AskUnlockEvent } from '../lock/events.ts';
import { Following } from '../lock/following.ts';
import { whyNoReal } from '../lock/why.ts';
import { Page } from '../pages/page.ts';
import { fingerprintView } from './fingerprint-view.ts';
import { isUsable, type KeyCard } from './key-card.ts';
import { bytesOfKeyFile, chooseKeyFile, keyFileFields, keyFileIn } from './key-file.ts';
import type { KeyRing } from './key-ring.ts';
import { keyFailure } from './key-words.ts';
import { saveCertificate, saveFingerprint } from './public-part.ts';
import { chooseRole, roleLabel, roleSelect } from './role-select.ts';
import { ringOf } from './signer.ts';

type Form = 'make' | 'file';

/** The part of the settings about one's own signing keys. */
export class SigningKeysPart extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private cards: readonly KeyCard[] = [];
  @state() private busy = false;
  @state() private failed: { readonly form: Form; readonly words: string } | null = null;
  @state() private said = '';
  readonly #following = new Following(this, () => void this.#look());

  protected override willUpdate(): void {
    this.#following.follow(this.visit?.services.vault ?? null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Also when it comes back after unlocking.
    void this.updateComplete.then(() => this.#look());
  }

  get #ring(): KeyRing | null {
    return ringOf(this.visit?.services.vault.real ?? null);
  }

  async #look(): Promise<void> {
    const cards = await this.#ring?.cards();
    this.cards = cards?.ok ? cards.value : [];
  }

  protected override render(): TemplateResult {
    return html`<h2 class="govuk-heading-l" id="keys:title" tabindex="-1">
        ${msg('Your signing keys', { id: 'keys-title' })}
      </h2>
      <p class="govuk-body hw-measure">
        ${
          this.visit?.services.vault.real?.state === 'memory'
            ? msg(
                'Real assessments are signed with a key of your own. Here nothing is kept: the key is on this page only and is gone when the page closes.',
                { id: 'keys-memory' },
              )
            : msg(
                'Real assessments are signed with a key that is made once and kept on this computer, encrypted with your passphrase. It never leaves this computer. It shows that two documents were signed with the same key; that the key is yours, your council knows once its fingerprint is on the council’s list.',
                { id: 'keys-what' },
              )
        }
      </p>
      <p class="govuk-body" role="status">${this.said}</p>
      ${this.#ring ? this.#open() : this.#closed()}`;
  }

  /** Where no key can be kept or reached now. */
  #closed(): TemplateResult {
    const real = this.visit?.services.vault.real ?? null;
    if (!real) return whyNoReal();
    if (real.state === 'locked')
      return html`<p class="govuk-body">
          ${msg('Your keys are locked with your real assessments. Unlock them first.', { id: 'keys-locked' })}
        </p>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          @click=${() => this.dispatchEvent(new AskUnlockEvent())}
        >
          ${msg('Unlock', { id: 'unlock' })}
        </button>`;
    return html`<p class="govuk-body hw-measure">
      ${msg('To keep a signing key here, set a passphrase first, under “Passphrase and lock”. Until then, whatever is signed here is signed with a key made for that one signature.', { id: 'keys-no-vault' })}
    </p>`;
  }

  #open(): TemplateResult {
    const now = new Date();
    const current = this.cards.find((card) => isUsable(card, now));
    const others = this.cards.filter((card) => card !== current);
    return html`${
        current
          ? html`<h3 class="govuk-heading-m">${msg('The key you sign with', { id: 'keys-current' })}</h3>
              ${this.#card(current)}`
          : html`<p class="govuk-body">
              ${msg('You have no key yet. One is made when you first sign a real assessment, or here.', { id: 'keys-none' })}
            </p>`
      }
      ${this.#make(current !== undefined)} ${this.#file()}
      ${
        others.length === 0
          ? nothing
          : html`<details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text"
                  >${msg(str`Keys you signed with before: ${others.length}`, { id: 'keys-before' })}</span
                >
              </summary>
              <div class="govuk-details__text">
                <p class="govuk-body">
                  ${msg('They sign no more. They stay listed so that signatures made with them can be told.', { id: 'keys-before-why' })}
                </p>
                ${others.map((card) => this.#card(card))}
              </div>
            </details>`
      }
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${msg('If a key is lost, or somebody else may have used it', { id: 'keys-lost' })}</span
          >
        </summary>
        <div class="govuk-details__text hw-measure">
          <p class="govuk-body">
            ${msg('A key is gone when this computer’s browser data are deleted, or when both passphrase and recovery code are lost. It cannot be brought back, and copies of drafts do not hold it. PDFs signed with it stay valid: whoever checks them still sees the same fingerprint.', { id: 'keys-lost-gone' })}
          </p>
          <p class="govuk-body">
            ${msg('Make a new key, and give its fingerprint to your council so that it goes on the list beside the old one.', { id: 'keys-lost-new' })}
          </p>
          <p class="govuk-body">
            ${msg('If somebody else may have signed with your key, make a new one at once, tell your council which fingerprint to take off its list and from which day on, and sign again what you signed since.', { id: 'keys-lost-used' })}
          </p>
        </div>
      </details>`;
  }

  #card(card: KeyCard): TemplateResult {
    const day = (at: string): string => dateInWords(at.slice(0, 10));
    const rows: readonly (readonly [string, unknown])[] = [
      [msg('Name', { id: 'keys-name' }), html`<bdi>${card.name}</bdi>`],
      [msg('Role', { id: 'keys-role' }), html`<bdi>${card.role}</bdi>`],
      [msg('Organisation', { id: 'keys-organisation' }), html`<bdi>${card.organisation}</bdi>`],
      [
        card.origin === 'file'
          ? msg('Brought here from a file on', { id: 'keys-from-file' })
          : msg('Made on this computer on', { id: 'keys-made' }),
        day(card.keptAt),
      ],
      [msg('Valid until', { id: 'keys-until' }), day(card.validUntil)],
    ];
    return html`<dl class="govuk-summary-list">
        ${rows.map(
          ([name, value]) =>
            html`<div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">${name}</dt>
              <dd class="govuk-summary-list__value">${value}</dd>
            </div>`,
        )}
      </dl>
      ${fingerprintView(card.fingerprint)}
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void saveFingerprint(card)}>
          ${msg('Save the fingerprint for your council', { id: 'keys-save-fingerprint' })}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => saveCertificate(card)}>
          ${msg('Save the certificate', { id: 'keys-save-certificate' })}
        </button>
      </div>`;
  }

  #make(hasOne: boolean): TemplateResult {
    return html`<details class="govuk-details" ?open=${this.failed?.form === 'make'}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${msg('Make a new signing key', { id: 'keys-make' })}</span>
      </summary>
      <form class="govuk-details__text" novalidate autocomplete="off" @submit=${this.#submitMake}>
        ${
          hasOne
            ? html`<p class="govuk-body hw-measure">
                ${msg('The new key takes the place of the one above, which then signs no more. Give the new fingerprint to your council.', { id: 'keys-make-instead' })}
              </p>`
            : nothing
        }
        ${this.#failure('make')} ${box('keys:name', 'name', msg('Your name', { id: 'sign-name' }))}
        ${this.#role('make')}
        ${box('keys:organisation', 'organisation', msg('Your organisation', { id: 'sign-organisation' }))}
        ${box('keys:registration', 'registration', msg('Your registration number (optional)', { id: 'sign-registration' }))}
        <button class="govuk-button govuk-button--secondary" ?disabled=${this.busy}>
          ${msg('Make the key', { id: 'keys-make-now' })}
        </button>
      </form>
    </details>`;
  }

  #file(): TemplateResult {
    return html`<details class="govuk-details" ?open=${this.failed?.form === 'file'}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${msg('Use a key that your council issued', { id: 'keys-council' })}</span
        >
      </summary>
      <form class="govuk-details__text" novalidate autocomplete="off" @submit=${this.#submitFile}>
        <p class="govuk-body hw-measure">
          ${msg('A council can issue a key file (.p12 or .pfx) that says whose key it is. It is opened on this computer and sent nowhere. Keep the file as your council asks.', { id: 'keys-council-why' })}
        </p>
        ${this.#failure('file')} ${keyFileFields('keys', '')} ${this.#role('file')}
        <button class="govuk-button govuk-button--secondary" ?disabled=${this.busy}>
          ${msg('Use this key', { id: 'keys-use' })}
        </button>
      </form>
    </details>`;
  }

  #role(form: Form): TemplateResult | typeof nothing {
    const pack = this.visit?.pack;
    if (!pack) return nothing;
    return roleSelect({
      id: `keys:${form}-role`,
      pack,
      roles: pack.roles.map(({ id }) => id),
      chosen: '',
      isMissing: false,
    });
  }

  #failure(form: Form): TemplateResult | typeof nothing {
    if (this.failed?.form !== form) return nothing;
    return html`<p class="govuk-error-message" role="alert">${this.failed.words}</p>`;
  }

  readonly #submitMake = (event: SubmitEvent): void => {
    event.preventDefault();
    const { text } = given(event);
    const [name, organisation, role] = [text('name'), text('organisation'), text('role')];
    const pack = this.visit?.pack;
    const registration = text('registration');
    if (name === '' || organisation === '' || role === '') {
      const words = role === '' ? chooseRole() : msg('Enter your name and your organisation', { id: 'keys-need-name' });
      this.failed = { form: 'make', words };
      return;
    }
    const who = { name, organisation, role: pack ? roleLabel(pack, role) : role, roleId: role };
    void this.#do('make', event, (ring) => ring.make(registration === '' ? who : { ...who, registration }));
  };

  readonly #submitFile = (event: SubmitEvent): void => {
    event.preventDefault();
    const { text, file } = given(event);
    const chosen = file();
    if (!chosen) {
      this.failed = { form: 'file', words: chooseKeyFile() };
      return;
    }
    const [password, role] = [text('password'), text('role')];
    if (role === '') {
      this.failed = { form: 'file', words: chooseRole() };
      return;
    }
    void this.#do('file', event, async (ring) => {
      const bytes = await bytesOfKeyFile(chosen);
      return bytes.ok ? ring.takeIn(bytes.value, password, role) : bytes;
    });
  };

  async #do(form: Form, { target }: Event, work: (ring: KeyRing) => Promise<Outcome<KeyCard>>): Promise<void> {
    const ring = this.#ring;
    if (this.busy) return;
    this.busy = true;
    this.failed = null;
    this.said = '';
    const locked: Problem = { code: 'locked', place: {} };
    const made = ring ? await work(ring) : { ok: false as const, problems: [locked] as const };
    this.busy = false;
    if (!made.ok) {
      this.failed = { form, words: keyFailure(made.problems[0]) };
      return;
    }
    const element = target as HTMLFormElement;
    element.reset();
    element.closest('details')?.removeAttribute('open');
    await this.#look();
    this.said = msg('From now on you sign with this key. Give its fingerprint to your council.', { id: 'keys-done' });
    this.querySelector<HTMLElement>('[id="keys:title"]')?.focus();
  }
}

function box(id: string, name: string, label: string): TemplateResult {
  return html`<div class="govuk-form-group">
    <label class="govuk-label govuk-label--s" for=${id}>${label}</label>
    <input class="govuk-input govuk-input--width-20" id=${id} name=${name} autocomplete="off" spellcheck="false" />
  </div>`;
}

/** What was typed into a form and chosen there; a password keeps its spaces. */
function given({ target }: Event): { text(name: string): string; file(): File | null } {
  const said = new FormData(target as HTMLFormElement);
  return {
    text(name) {
      const value = said.get(name);
      if (typeof value !== 'string') return '';
      return name === 'password' ? value : value.trim();
    },
    file: () => keyFileIn(said),
  };
}
