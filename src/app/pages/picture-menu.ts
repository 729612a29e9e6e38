import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Menu {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: string;
  choose(id: string): void;
}

/** A menu that says what a picture shows. Nothing is kept of it. */
export function menu({ id, label, choices, chosen, choose }: Menu): TemplateResult {
  return html`<div class="govuk-form-group">
    <label class="govuk-label govuk-label--s" for=${id}>${label}</label>
    <select
      class="govuk-select"
      id=${id}
      @change=${(event: Event) => {
        choose((event.currentTarget as HTMLSelectElement).value);
      }}
    >
      ${choices.map((choice) => html`<option value=${choice.id} .selected=${live(choice.id === chosen)}>${choice.label.trim() || msg('No name yet', { id: 'no-name-yet' })}</option>`)}
    </select>
  </div>`;
}
