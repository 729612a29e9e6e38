import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { contentLanguage } from '../i18n/locale.ts';
import type { Locale } from '../model/pack.ts';

/** Each language by its own name, which is never translated. */
const names: Readonly<Record<Locale, string>> = { en: 'English', cy: 'Cymraeg' };

/** The way to the other language. A pointer leaves the keyboard where it is: in the middle of a sentence, perhaps. */
export function languageSwitch(choose: (language: Locale) => void): TemplateResult {
  const other = contentLanguage() === 'cy' ? 'en' : 'cy';
  const stay = (event: Event): void => {
    event.preventDefault();
  };
  return html`<button
    type="button"
    class="hw-link-button"
    lang=${other}
    @mousedown=${stay}
    @click=${() => choose(other)}
  >
    ${names[other]}
  </button>`;
}

/** Said when a language was chosen and could not be fetched. */
export function languageNotFetched(failed: boolean): TemplateResult | typeof nothing {
  return failed
    ? html`<div class="hw-banner hw-banner--warning" role="alert">
        <p class="govuk-body">
          ${msg('The other language could not be fetched. Nothing has changed. Load the page again when you are online, then try once more.', { id: 'language-failed' })}
        </p>
      </div>`
    : nothing;
}
