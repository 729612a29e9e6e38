import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { hashOf } from '../routes.ts';
import { GoEvent } from './page.ts';

/** Where words to search for are typed. What is looked for stands in the address; it is never an answer. */
export function searchBox(words: string): TemplateResult {
  return html`<form role="search" autocomplete="off" @submit=${go}>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="search:words"
        >${msg('What are you looking for?', { id: 'search-label' })}</label
      >
      <div class="govuk-hint" id="search:hint">
        ${msg('A word of the guidance, a question or a term. Do not type anybody’s name: answers are not searched.', { id: 'search-hint' })}
      </div>
      <input
        class="govuk-input govuk-input--width-20"
        type="search"
        id="search:words"
        name="words"
        aria-describedby="search:hint"
        spellcheck="true"
        .value=${words}
      />
    </div>
    <button class="govuk-button">${msg('Search', { id: 'search-go' })}</button>
  </form>`;
}

function go(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const words = new FormData(form).get('words');
  if (typeof words === 'string' && words.trim() !== '')
    form.dispatchEvent(new GoEvent(hashOf({ page: 'search', words: words.trim() })));
}
