import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FileContent } from '../../exchange/read-file.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { hashOf } from '../routes.ts';
import { mostShown } from './compared.ts';
import { protectionWords } from './door.ts';
import { facts } from './facts.ts';
import { resultHeading } from './result.ts';
import { askedView } from './said.ts';

/** Comments out of a file, and the draft they are about as it is here. */
export interface CommentsView {
  readonly pack: Pack;
  readonly content: Extract<FileContent, { is: 'comments' }>;
  readonly here: Assessment | undefined;
  readonly isKept: boolean;
  add(): void;
}

export function commentsView({ pack, content, here, isKept, add }: CommentsView): TemplateResult {
  const { file } = content;
  return html`<section aria-labelledby="open:what">
    <h2 class="govuk-heading-l" id="open:what" tabindex="-1">
      ${msg('Comments on a draft', { id: 'open-comments-title' })}
    </h2>
    ${facts([
      [
        msg('Made by', { id: 'open-from' }),
        file.from === ''
          ? msg('Whoever made it did not give a name', { id: 'open-unnamed' })
          : html`<bdi>${file.from}</bdi>`,
      ],
      [msg('Made on', { id: 'open-made-at' }), momentInWords(new Date(file.madeAt))],
      [msg('Reference', { id: 'reference' }), html`<bdi>${file.reference}</bdi>`],
      [msg('Protection', { id: 'open-protection' }), protectionWords(content)],
      [msg('Comments', { id: 'open-comments' }), file.comments.length],
    ])}
    <ul class="govuk-list">
      ${file.comments.slice(0, mostShown).map(
        ({ place, text }) =>
          html`<li>
            <p class="govuk-body">
              <strong
                >${place !== undefined && here ? askedView(pack, here, place) : msg('On the draft as a whole', { id: 'comment-whole' })}</strong
              ><br />
              <bdi class="hw-own">${text}</bdi>
            </p>
          </li>`,
      )}
    </ul>
    ${
      !here
        ? html`<p class="govuk-body">
            <strong
              >${msg('The draft these comments are about is not on this computer, or it is locked.', { id: 'open-comments-nowhere' })}</strong
            >
          </p>`
        : isKept
          ? nothing
          : html`<button type="button" class="govuk-button" @click=${add}>
              ${msg('Add the comments to my draft', { id: 'open-comments-add' })}
            </button>`
    }
    <div role="status" data-landed>
      ${
        here && isKept
          ? html`${resultHeading(3, msg('The comments are added', { id: 'open-comments-added' }))}
              <p class="govuk-body">
                ${msg('Each stands under the answer it is about.', { id: 'open-comments-under' })}
                <a class="govuk-link" href=${hashOf({ page: 'output', id: file.draft, kind: 'comments' })}
                  >${msg('See them', { id: 'open-comments-see' })}</a
                >
              </p>`
          : nothing
      }
    </div>
  </section>`;
}
