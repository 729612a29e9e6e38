import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Why nothing about a real family can be kept here, and what would help. */
export function whyNoReal(): TemplateResult {
  return html`<p class="govuk-body hw-measure">
    ${
      isSecureContext
        ? msg(
            'This is a page of another site, whose scripts can read what is typed here. So it is for training only. Ask whoever looks after it for the address of Homeward itself.',
            { id: 'no-real-other-host' },
          )
        : msg(
            'Assessments of real families are kept encrypted, and a browser encrypts only on pages with a secure address (https). Ask your IT support for the secure address of Homeward.',
            { id: 'no-real-insecure' },
          )
    }
  </p>`;
}
