import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Why no file was made. */
export function refused(code: string): TemplateResult {
  return html`<p class="govuk-error-message">
    ${
      code === 'kept-words'
        ? msg(
            'Nothing was made: it would say something that has to be kept out of copies. Look through the words below, or at “What to keep out of copies”.',
            { id: 'out-kept-words' },
          )
        : msg(
            'The file could not be made. Nothing was changed; try again, and load the page again if it does not help.',
            { id: 'out-failed' },
          )
    }
  </p>`;
}
