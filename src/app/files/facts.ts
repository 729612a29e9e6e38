import { html, type TemplateResult } from 'lit';

/** What is known of something, each fact under its name. */
export function facts(rows: readonly (readonly [string, unknown])[]): TemplateResult {
  return html`<dl class="govuk-summary-list">
    ${rows.map(
      ([name, value]) =>
        html`<div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">${name}</dt>
          <dd class="govuk-summary-list__value">${value}</dd>
        </div>`,
    )}
  </dl>`;
}
