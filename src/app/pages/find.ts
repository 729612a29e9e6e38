import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../../elements/shared/pack-words.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import type { Instance } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import { blockText } from '../../model/report-text.ts';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';
import { SessionPage } from './page.ts';

/** Letters kept before and after what was found. */
const around = 40;
const mostShown = 30;

interface Found {
  readonly instance: Instance;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Finds words in the answers of this draft. Nothing of it stands in the address. */
export class FindInDraft extends SessionPage {
  @state() private words = '';

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const found = this.words.trim().length < 2 ? [] : find(session, this.words.trim());
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
        ${this.words.trim().length < 2 ? '' : found.length === 0 ? msg('Nothing found.', { id: 'find-none' }) : found.length === 1 ? msg('Found in one answer.', { id: 'find-one' }) : msg(str`Found in ${found.length} answers.`, { id: 'find-many' })}
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
  };
}

function find({ pack, assessment, evaluation }: Session, words: string): readonly Found[] {
  const sought = words.toLocaleLowerCase();
  return evaluation.applies.flatMap((instance): readonly Found[] => {
    if (instance.answer === null) return [];
    const text = answerBlocks(pack, assessment, instance).flatMap(blockText).join(' · ');
    const at = text.toLocaleLowerCase().indexOf(sought);
    if (at < 0) return [];
    const end = at + words.length;
    const start = Math.max(0, at - around);
    return [
      {
        instance,
        before: `${start > 0 ? '…' : ''}${text.slice(start, at)}`,
        match: text.slice(at, end),
        after: `${text.slice(end, end + around)}${end + around < text.length ? '…' : ''}`,
      },
    ];
  });
}
