import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Lock } from '../../exchange/age-file.ts';
import type { Outcome } from '../../model/problem.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { filesStyles } from './files.styles.ts';
import { goToResult, resultHeading } from './result.ts';
import type { LockFields } from './lock-fields.ts';

/** Makes the file and hands it over; its name. */
export type Save = (lock: Lock | null, from: string) => Promise<Outcome<string>>;

/** What a file made at a time would be called. */
export type Called = (at: Date, ending: 'age' | 'json') => string;

/** How often the name, which has the time in it, is shown anew. Milliseconds. */
const glance = 15_000;

/** Who a file is from, how it is protected, what it will be called, and the button that saves it. */
export class SaveForm extends Page {
  @property({ attribute: false }) plain = false;
  @property({ attribute: false }) save: Save | null = null;
  @property({ attribute: false }) called: Called | null = null;
  @property({ attribute: false }) label = '';
  /** The level of the heading over what came of it. */
  @property({ type: Number }) level: 2 | 3 | 4 = 3;
  @state() private busy = false;
  @state() private saved: string | null = null;
  @state() private failed = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
    this.#clock = setInterval(() => this.requestUpdate(), glance);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    return html`<form autocomplete="off" @submit=${this.#submit} @change=${() => this.requestUpdate()}>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="save:from"
          >${msg('Your name or team, for whoever opens it', { id: 'save-from' })}</label
        >
        <div class="govuk-hint" id="save:from-hint">
          ${msg('Optional. It stands inside the file, not in its name.', { id: 'save-from-hint' })}
        </div>
        <input
          class="govuk-input govuk-input--width-20"
          id="save:from"
          maxlength="200"
          autocomplete="off"
          aria-describedby="save:from-hint"
        />
      </div>
      <homeward-lock-fields .plain=${this.plain}></homeward-lock-fields>
      ${this.#name()}
      <button class="govuk-button" aria-disabled=${this.busy ? 'true' : nothing}>${this.label}</button>
      <div role="status">
        ${this.busy ? html`<p class="govuk-body">${msg('The file is being made.', { id: 'save-busy' })}</p>` : nothing}
        ${
          this.saved === null
            ? nothing
            : html`<div class="govuk-inset-text">
                ${resultHeading(this.level, msg('The file is saved', { id: 'save-done-title' }))}
                <p class="govuk-body">
                  ${msg('Your browser saved it, usually to “Downloads”, as', { id: 'save-done-as' })}
                  <bdi><strong class="hw-hash">${this.saved}</strong></bdi>
                </p>
                <p class="govuk-body">
                  ${msg('Move it to where the case record is kept.', { id: 'save-done-where' })}
                  ${/-r\d+\./.test(this.saved) ? msg('The number after the “r” at the end of its name rises with every change: the higher, the later the copy.', { id: 'save-done-number' }) : nothing}
                </p>
              </div>`
        }
      </div>
      ${
        this.failed
          ? html`<p class="govuk-error-message" role="alert">
              ${msg('The file could not be made, and nothing was changed. Try again; with many drafts, save them one by one.', { id: 'save-failed' })}
            </p>`
          : nothing
      }
    </form>`;
  }

  /** What the file will be called, so that nobody has to look for it afterwards. */
  #name(): TemplateResult | typeof nothing {
    const ending = this.querySelector<LockFields>('homeward-lock-fields')?.ending ?? 'age';
    return this.called === null
      ? nothing
      : html`<p class="govuk-body">
          ${msg('The file will be called', { id: 'save-called' })}
          <bdi><strong class="hw-hash">${this.called(new Date(), ending)}</strong></bdi>
          <br /><span class="hw-quiet"
            >${msg('Day and time are in it; no name and no reference is.', { id: 'save-called-what' })}</span
          >
        </p>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !this.save) return;
    this.saved = null;
    this.failed = false;
    const lock = await this.querySelector<LockFields>('homeward-lock-fields')?.lock();
    if (lock === undefined) return;
    this.busy = true;
    const saved = await this.save(lock, this.querySelector<HTMLInputElement>('[id="save:from"]')?.value ?? '');
    this.busy = false;
    if (saved.ok) {
      this.saved = saved.value;
      await goToResult(this);
    } else this.failed = true;
  };
}
