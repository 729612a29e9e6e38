import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Lock } from '../../exchange/age-file.ts';
import type { Outcome } from '../../model/problem.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { filesStyles } from './files.styles.ts';
import type { LockFields } from './lock-fields.ts';

/** Makes the file and hands it over; its name. */
export type Save = (lock: Lock | null, from: string) => Promise<Outcome<string>>;

/** Who a file is from, how it is protected, and the button that saves it. */
export class SaveForm extends Page {
  @property({ attribute: false }) plain = false;
  @property({ attribute: false }) save: Save | null = null;
  @property({ attribute: false }) label = '';
  @state() private busy = false;
  @state() private saved: string | null = null;
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
  }

  protected override render(): TemplateResult {
    return html`<form autocomplete="off" @submit=${this.#submit}>
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
      <button class="govuk-button" ?disabled=${this.busy}>${this.label}</button>
      <div role="status">
        ${this.busy ? html`<p class="govuk-body">${msg('The file is being made.', { id: 'save-busy' })}</p>` : nothing}
        ${
          this.saved === null
            ? nothing
            : html`<div class="govuk-inset-text">
                <p class="govuk-body">
                  ${msg('Saved by your browser, usually to “Downloads”, as', { id: 'save-done' })}
                  <bdi><strong class="hw-hash">${this.saved}</strong></bdi>
                </p>
                <p class="govuk-body">
                  ${msg('Move it to where the case record is kept. The “r” and number in its name say how recent it is: the higher, the later.', { id: 'save-done-move' })}
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
    if (saved.ok) this.saved = saved.value;
    else this.failed = true;
  };
}
