import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Why nothing about a real family can be kept here, and what would help. */
export function whyNoReal(): TemplateResult {
  return html`<p class="govuk-body hw-measure">
    ${msg('Assessments of real families are kept encrypted, and a browser encrypts only on pages with a secure address (https). Ask your IT support for the secure address of Homeward.', { id: 'no-real-insecure' })}
  </p>`;
}
