import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DraftSummary } from '../../session/ports.ts';
import { storageOf } from '../../store/open-vault.ts';
import { Sentinel } from '../../store/sentinel.ts';
import { wipeComputer, type WipeReceipt, wipedPlaces } from '../../store/wipe-computer.ts';
import { exportNamed, lastExport } from '../exports.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { Page } from './page.ts';
import { placeWords } from './wipe-receipt.ts';

/** The computer was wiped: what stood on the page is no longer true. */
export class WipedEvent extends Event {
  static readonly type = 'homeward-wiped';
  readonly receipt: WipeReceipt;

  constructor(receipt: WipeReceipt) {
    super(WipedEvent.type, { bubbles: true });
    this.receipt = receipt;
  }
}

/** Deletes everything of ours from this browser, once a person has seen what goes and typed a word. */
export class WipePart extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private drafts: readonly DraftSummary[] = [];
  /** How many real drafts are locked, and how many of these have no copy as they are now. */
  @state() private locked = { all: 0, uncopied: 0 };
  @state() private wrong: 'word' | 'open-elsewhere' | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
    this.visit?.services.vault.addEventListener('change', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.visit?.services.vault.removeEventListener('change', this.#look);
  }

  protected override render(): TemplateResult {
    const word = wipeWord();
    return html`<h2 class="govuk-heading-l" id="wipe">${msg('Wipe this computer', { id: 'wipe-title' })}</h2>
      <p class="govuk-body hw-measure">
        ${msg('Before this computer goes to somebody else, or when you no longer work with it. These go, for good:', { id: 'wipe-what' })}
      </p>
      <ul class="govuk-list govuk-list--bullet hw-measure">
        ${wipedPlaces.map((place) => html`<li>${placeWords(place)}</li>`)}
      </ul>
      ${this.#uncopied()}
      <form autocomplete="off" novalidate @submit=${this.#submit}>
        <div class="govuk-form-group ${this.wrong ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label" for="wipe:word"
            >${msg('To wipe it, type this word:', { id: 'wipe-type' })} <strong>${word}</strong></label
          >
          <p class="govuk-error-message" id="wipe:error" role="alert" ?hidden=${!this.wrong}>
            ${
              this.wrong === 'word'
                ? msg(str`Type the word “${word}”`, { id: 'wipe-wrong' })
                : this.wrong === 'open-elsewhere'
                  ? msg('A draft is open in another tab. Close it there first, then wipe', { id: 'wipe-open' })
                  : nothing
            }
          </p>
          <input
            class="govuk-input govuk-input--width-10"
            id="wipe:word"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby=${this.wrong ? 'wipe:error' : nothing}
          />
        </div>
        <button class="govuk-button govuk-button--warning" aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.busy ? msg('One moment.', { id: 'one-moment' }) : msg('Wipe this computer', { id: 'wipe-title' })}
        </button>
      </form>`;
  }

  /** What would be lost: the drafts that no file holds as they are now. */
  #uncopied(): TemplateResult | typeof nothing {
    const drafts = this.drafts.filter(({ id, revision }) => (lastExport(id)?.revision ?? 0) < revision);
    const { all, uncopied } = this.locked;
    if (drafts.length === 0 && all === 0)
      return this.drafts.length === 0
        ? nothing
        : html`<p class="govuk-body">
            ${msg('Every draft here has been saved to a file since it was last changed. Homeward cannot see whether that file is still there.', { id: 'wipe-all-copied' })}
          </p>`;
    return html`<div class="govuk-warning-text hw-measure">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text"
          ><span class="govuk-visually-hidden">${msg('Warning', { id: 'warning' })}</span> ${
            drafts.length === 0
              ? msg(
                  str`Locked assessments: ${all}. Of these, ${uncopied} have no copy in a file, or one older than the last change.`,
                  { id: 'wipe-locked' },
                )
              : msg('These have no copy in a file, or one older than the last change, and would be lost:', {
                  id: 'wipe-uncopied',
                })
          }</strong
        >
      </div>
      ${
        drafts.length === 0
          ? nothing
          : html`<ul class="govuk-list govuk-list--bullet">
                ${drafts.map(
                  ({ id, reference }) =>
                    html`<li>
                      <a class="govuk-link" href=${hashOf({ page: 'output', id, kind: 'copy' })}
                        ><bdi>${reference}</bdi></a
                      >
                    </li>`,
                )}
              </ul>
              ${all === 0 ? nothing : html`<p class="govuk-body">${msg(str`Locked assessments: ${all}. Of these, ${uncopied} have no copy in a file, or one older than the last change.`, { id: 'wipe-locked' })}</p>`}`
      }`;
  }

  readonly #look = (): void => {
    void this.#read();
  };

  async #read(): Promise<void> {
    const vault = this.visit?.services.vault;
    if (!vault || this.busy) return;
    const listed = await vault.list();
    this.drafts = listed.ok ? listed.value : [];
    // Its names and revisions are known outside the vault; no more than their number is shown.
    const known = vault.isLocked ? Object.entries(new Sentinel('real', storageOf(globalThis)).recall()) : [];
    const uncopied = known.filter(([name, revision]) => (exportNamed(name)?.revision ?? 0) < revision).length;
    this.locked = { all: vault.locked, uncopied: Math.min(uncopied, vault.locked) };
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const box = this.querySelector<HTMLInputElement>('[id="wipe:word"]');
    const vault = this.visit?.services.vault;
    if (!vault || this.busy) return;
    this.wrong = box?.value.trim().toLowerCase() === wipeWord() ? null : 'word';
    if (this.wrong) {
      box?.focus();
      return;
    }
    this.busy = true;
    const wiped = await wipeComputer(vault);
    this.busy = false;
    if (wiped.ok) this.dispatchEvent(new WipedEvent(wiped.value));
    else {
      this.wrong = 'open-elsewhere';
      box?.focus();
    }
  };
}

const wipeWord = (): string => msg('wipe', { id: 'wipe-word' });
