import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Why no file was made. */
export function refused(code: string): TemplateResult {
  return html`<p class="govuk-error-message">
    ${
      code === 'kept-words'
        ? msg(
            'No file was made: it would say something you marked to be kept out of copies. Change the words, or look at “What to keep out of copies”.',
            { id: 'out-kept-words' },
          )
        : msg(
            'The file could not be made. Nothing was changed; try again, and load the page again if it does not help.',
            { id: 'out-failed' },
          )
    }
  </p>`;
}

/** A file was handed to the browser. */
export const saved = (name: string): TemplateResult =>
  html`<p class="govuk-body">
    ${msg('Saved by your browser, usually to “Downloads”, as', { id: 'save-done' })}
    <bdi><strong class="hw-hash">${name}</strong></bdi>
  </p>`;
