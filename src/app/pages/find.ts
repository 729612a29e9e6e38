import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../../elements/shared/pack-words.ts';
import { labelOf } from '../../model/label.ts';
import { hashOf } from '../routes.ts';
import { SessionPage } from './page.ts';

const mostShown = 30;

/** Finds words in the answers of this draft. Nothing of it stands in the address. */
export class FindInDraft extends SessionPage {
  @state() private words = '';
  /** Fetched with the first word: what an answer says is not needed to see that there is one. */
  @state() private find: typeof import('./find-in-answers.ts').findInAnswers | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const sought = this.find === null || this.words.trim().length < 2 ? '' : this.words.trim();
    const found = sought === '' ? [] : (this.find?.(session, sought) ?? []);
    return html`<h2 class="govuk-heading-m">
        <label for="find:words">${msg('Find in this draft', { id: 'find-title' })}</label>
      </h2>
      <input
        class="govuk-input"
        type="search"
        id="find:words"
        autocomplete="off"
        spellcheck="false"
        .value=${this.words}
        @input=${this.#input}
      />
      <p class="govuk-hint" role="status">
        ${sought === '' ? '' : found.length === 0 ? msg('Nothing found.', { id: 'find-none' }) : found.length === 1 ? msg('Found in one answer.', { id: 'find-one' }) : msg(str`Found in ${found.length} answers.`, { id: 'find-many' })}
      </p>
      ${
        found.length === 0
          ? nothing
          : html`<ul class="govuk-list govuk-list--spaced">
              ${found
                .slice(0, mostShown)
                .map(
                  ({ instance, before, match, after }) =>
                    html`<li>
                      <a
                        class="govuk-link"
                        href=${hashOf({ page: 'section', id: session.assessment.id, section: instance.section })}
                        data-focus=${instance.key}
                        >${instance.person ? html`<bdi>${instance.person.name}</bdi>: ` : nothing}${words(session.pack, labelOf(session.pack, session.assessment, instance))}</a
                      ><br /><bdi class="hw-quiet">${before}<mark>${match}</mark>${after}</bdi>
                    </li>`,
                )}
            </ul>`
      }`;
  }

  readonly #input = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value;
    void this.#fetch();
  };

  async #fetch(): Promise<void> {
    this.find ??= (await import('./find-in-answers.ts')).findInAnswers;
  }
}
