import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

/** A box for something secret: hidden at first, shown on demand, and never corrected or looked up by the browser. */
export interface SecretField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** `off` for what is typed from a sheet of paper. */
  readonly autocomplete: 'current-password' | 'new-password' | 'off';
  readonly shown: boolean;
  /** Absent where another box's button shows both. */
  readonly toggle?: () => void;
}

export function secretField({ id, label, hint, error, autocomplete, shown, toggle }: SecretField): TemplateResult {
  const describes = [hint === undefined ? '' : `${id}:hint`, error === undefined ? '' : `${id}:error`];
  return html`<div class="govuk-form-group ${error === undefined ? '' : 'govuk-form-group--error'}">
    <label class="govuk-label govuk-label--s" for=${id}>${label}</label>
    ${hint === undefined ? nothing : html`<div class="govuk-hint" id="${id}:hint">${hint}</div>`}
    <p class="govuk-error-message" id="${id}:error" role="alert" ?hidden=${error === undefined}>${error ?? nothing}</p>
    <div class="hw-secret">
      <input
        class="govuk-input ${error === undefined ? '' : 'govuk-input--error'}"
        id=${id}
        type=${shown ? 'text' : 'password'}
        autocomplete=${autocomplete}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        aria-describedby=${describes.join(' ').trim() || nothing}
        aria-invalid=${error === undefined ? nothing : 'true'}
      />${
        toggle
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              aria-controls=${id}
              aria-pressed=${shown ? 'true' : 'false'}
              @click=${toggle}
            >
              ${msg('Show', { id: 'secret-show' })}<span class="govuk-visually-hidden">
                ${msg('what is typed', { id: 'secret-what' })}</span
              >
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
