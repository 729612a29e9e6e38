import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Mark } from '../../model/answer.ts';
import type { Pack } from '../../model/pack.ts';
import type { SigningKey } from '../../signing/index.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import { AskUnlockEvent } from '../lock/events.ts';
import { Following } from '../lock/following.ts';
import type { DrawPad } from '../pages/draw-pad.ts';
import { Page } from '../pages/page.ts';
import { unprintableView } from '../unprintable-view.ts';
import type { Unprintable } from '../services.ts';
import type { KeyCard } from './key-card.ts';
import { chooseKeyFile, keyFileIn, keyFromFile } from './key-file.ts';
import { keyFailure } from './key-words.ts';
import { markChoice } from './mark-choice.ts';
import { chooseRole, roleLabel, roleSelect } from './role-select.ts';
import { ringOf, type Said } from './signer.ts';
import { fileForOnce, keptKey, keyOrFile, whichKey } from './which-key.ts';

const needed = ['name', 'role', 'organisation', 'file', 'mark', 'consent'] as const;
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
  /** Whether a key file signs, for this once. */
  @state() private usesFile = false;
  /** Why the file chosen last could not be used. */
  @state() private fileFailed = '';
  @state() private opening = false;
  /** What of their words cannot be printed: said before they sign. */
  @state() private unprintable: readonly Unprintable[] = [];
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
    const { pack } = this;
    if (!pack) return nothing;
    const card = this.usesFile ? null : this.card;
    const busy = this.busy || this.opening;
    return html`${this.#summary()}
      <form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
        ${this.kind === 'real' ? keyOrFile(this.usesFile, (uses) => (this.usesFile = uses)) : nothing}
        ${card ? keptKey(card) : this.usesFile ? fileForOnce(this.missing.includes('file') ? chooseKeyFile() : this.fileFailed) : this.#box('name', msg('Your name', { id: 'sign-name' }))}
        ${roleSelect({
          id: 'sign:role',
          pack,
          roles: this.roles,
          chosen: card?.roleId ?? this.chosen,
          isMissing: this.missing.includes('role'),
        })}
        ${
          card || this.usesFile
            ? nothing
            : html`${this.#box('organisation', msg('Your organisation', { id: 'sign-organisation' }))}
              ${this.#box('registration', msg('Your registration number (optional)', { id: 'sign-registration' }))}`
        }
        ${this.#mark()}
        ${card || this.usesFile ? nothing : whichKey(this.kind, this.real, () => this.dispatchEvent(new AskUnlockEvent()))}
        ${this.#confirm()}
        ${
          this.unprintable.length === 0
            ? nothing
            : unprintableView(
                msg(
                  'Your signature shows them as written here; its certificate keeps your name exactly. Write them in other letters, or sign again to go on.',
                  { id: 'signer-undrawn' },
                ),
                this.unprintable,
              )
        }
        <p class="govuk-body">${msg('The time printed is the time stated by this device.', { id: 'sign-time' })}</p>
        <button class="govuk-button" ?disabled=${busy}>
          ${busy ? msg('Making the PDF…', { id: 'sign-busy' }) : msg('Sign and save the PDF', { id: 'sign-title' })}
        </button>
      </form>`;
  }

  #mark(): TemplateResult {
    return html`<fieldset
      class="govuk-fieldset govuk-form-group ${this.missing.includes('mark') ? 'govuk-form-group--error' : ''}"
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${msg('Your mark', { id: 'sign-mark' })}</legend>
      <div class="govuk-hint">
        ${msg('It is printed beside your name. Type it or draw it.', { id: 'sign-mark-hint' })}
      </div>
      ${markChoice('sign', this.draws, (draws) => (this.draws = draws))}
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
    if (this.pack && !this.busy && !this.opening) void this.#say(this.pack, event.target as HTMLFormElement);
  };

  async #say(pack: Pack, form: HTMLFormElement): Promise<void> {
    const given = new FormData(form);
    const text = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const mark = this.#markSaid(text('mark'));
    const card = this.usesFile ? null : this.card;
    const file = this.usesFile ? keyFileIn(given) : null;
    const isMissing: Readonly<Record<Needed, boolean>> = {
      name: !this.usesFile && !card && text('name') === '',
      role: text('role') === '',
      // A council's key may name none.
      organisation: !this.usesFile && !card && text('organisation') === '',
      file: this.usesFile && !file,
      mark: mark === null,
      consent: this.consent !== '' && !given.has('consent'),
    };
    this.fileFailed = '';
    this.missing = needed.filter((each) => isMissing[each]);
    if (mark === null || this.missing.length > 0) return this.#show('.govuk-error-summary[role=alert]');
    const key = file ? await this.#opened(file, given) : null;
    if (file && !key) return this.#show('[name=file]');
    const {
      name,
      organisation,
      registration = '',
    } = key ?? card ?? { name: text('name'), organisation: text('organisation'), registration: text('registration') };
    const role = text('role');
    const said = { name, role, roleLabel: roleLabel(pack, role), organisation, registration, mark, card, key };
    if (await this.#toldAnew(said)) return this.#show('[role=status]');
    for (const box of form.querySelectorAll<HTMLInputElement>('[name=file], [name=password]')) box.value = '';
    this.dispatchEvent(new SignEvent(said));
  }

  async #show(what: string): Promise<void> {
    await this.updateComplete;
    const shown = this.querySelector<HTMLElement>(what);
    shown?.focus();
    shown?.scrollIntoView({ block: 'nearest' });
  }

  async #opened(file: File, given: FormData): Promise<SigningKey | null> {
    const password = given.get('password');
    this.opening = true;
    const opened = await keyFromFile(file, typeof password === 'string' ? password : '');
    this.opening = false;
    if (opened.ok) return opened.value;
    this.fileFailed = keyFailure(opened.problems[0]);
    return null;
  }

  /** Whether something cannot be printed that was not said before. */
  async #toldAnew({ name, organisation, roleLabel, mark }: Said): Promise<boolean> {
    const { undrawnIn } = await import('../../signing/index.ts');
    const undrawn = await undrawnIn([name, organisation, roleLabel, mark.kind === 'typed' ? mark.text : '']);
    const before = new Set(this.unprintable.map(({ text }) => text));
    this.unprintable = undrawn.map(({ character, mark: printed }) => ({ text: character, printed }));
    return undrawn.some(({ character }) => !before.has(character));
  }

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
    case 'file':
      return chooseKeyFile();
    case 'mark':
      return msg('Type or draw your mark', { id: 'sign-need-mark' });
    case 'consent':
      return msg('Confirm this before you sign', { id: 'sign-need-consent' });
  }
}
