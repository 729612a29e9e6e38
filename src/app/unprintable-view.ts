import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Unprintable } from './services.ts';

/** What no font here can draw, and what is printed in its place. */
export function unprintableView(words: string, list: readonly Unprintable[]): TemplateResult {
  return html`<div class="govuk-inset-text" role="status">
    <h2 class="govuk-heading-s">${msg('Some characters cannot be printed', { id: 'undrawn-title' })}</h2>
    <p class="govuk-body">${words}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${list.map(({ text, printed }) => html`<li><bdi>${text}</bdi> ${msg('is printed as', { id: 'undrawn-as' })} <code>${printed}</code></li>`)}
    </ul>
  </div>`;
}
