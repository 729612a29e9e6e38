import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FileContent, ReadDraft } from '../../exchange/read-file.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Pack } from '../../model/pack.ts';
import { initials } from '../../model/people.ts';
import type { OnOneVersion } from '../questions/merged.ts';
import { hashOf } from '../routes.ts';
import { broughtView, type Bringing } from './bring.ts';
import { compared } from './compared.ts';
import { protectionWords } from './door.ts';
import { facts } from './facts.ts';
import { resultHeading } from './result.ts';

/** Drafts out of a file, and by the id of each what is here of it and what was done with it. */
export interface DraftsView {
  readonly pack: Pack;
  readonly content: Extract<FileContent, { is: 'drafts' }>;
  /** The draft of the same id on this computer and the one in the file, on the same questions. */
  readonly here: ReadonlyMap<string, OnOneVersion>;
  /** The draft that each was added as. */
  readonly kept: ReadonlyMap<string, string>;
  readonly brought: ReadonlyMap<string, Bringing>;
  readonly isBusy: boolean;
  keep(draft: ReadDraft): void;
  keepAll(): void;
  bring(draft: ReadDraft): void;
}

/** What a file holds, draft by draft, beside what is here of each. */
export function draftsView(view: DraftsView): TemplateResult {
  const { from, madeAt, drafts, kind } = view.content;
  return html`<section aria-labelledby="open:what">
    <h2 class="govuk-heading-l" id="open:what" tabindex="-1">${msg('What is in the file', { id: 'open-what' })}</h2>
    ${facts([
      [
        msg('Made by', { id: 'open-from' }),
        from === '' ? msg('Whoever made it did not give a name', { id: 'open-unnamed' }) : html`<bdi>${from}</bdi>`,
      ],
      ...(madeAt === undefined
        ? []
        : [[msg('Made on', { id: 'open-made-at' }), momentInWords(new Date(madeAt))] as const]),
      [msg('Protection', { id: 'open-protection' }), html`<bdi>${protectionWords(view.content)}</bdi>`],
      [
        msg('Kind', { id: 'open-kind' }),
        kind === 'real' ? msg('Real', { id: 'kind-real' }) : msg('Training', { id: 'training' }),
      ],
    ])}
    ${
      drafts.length > 1
        ? html`<p class="govuk-body">
            <button
              type="button"
              class="govuk-button"
              @click=${() => {
                view.keepAll();
              }}
            >
              ${msg(str`Add all ${drafts.length} drafts`, { id: 'open-keep-all' })}
            </button>
          </p>`
        : nothing
    }
    ${drafts.map((draft) => draftView(view, draft))}
  </section>`;
}

function draftView(view: DraftsView, draft: ReadDraft): TemplateResult {
  const { pack, content, isBusy } = view;
  const { assessment, revision } = draft;
  const children = assessment.people.filter(({ role }) => role === 'child').map(({ name }) => initials(name));
  const here = view.here.get(assessment.id);
  const keptAs = view.kept.get(assessment.id);
  const brought = view.brought.get(assessment.id);
  return html`<h3 class="govuk-heading-m">
      ${msg('Reference', { id: 'reference' })} <bdi>${assessment.reference}</bdi>
    </h3>
    ${facts([
      [msg('Children', { id: 'open-children' }), html`<bdi>${children.join(', ')}</bdi>`],
      [msg('People in all', { id: 'open-people' }), assessment.people.length],
      [msg('Answers', { id: 'open-answers' }), Object.keys(assessment.answers).length],
      [msg('Comments', { id: 'open-comments' }), assessment.comments?.length ?? 0],
      [msg('Last changed', { id: 'last-changed' }), momentInWords(new Date(assessment.changedAt))],
      ...(revision === undefined
        ? []
        : [
            [
              msg('Version', { id: 'open-version' }),
              msg(str`Saved ${revision} times. Of two copies, the one saved more often is the later.`, {
                id: 'open-version-words',
              }),
            ] as const,
          ]),
    ])}
    ${questionsOf(pack, draft)} ${here && !brought ? compared(here) : nothing}
    ${
      keptAs === undefined
        ? html`<div class="govuk-button-group">
              ${
                here && !brought && here.here.kind === content.kind
                  ? html`<button
                      type="button"
                      class="govuk-button"
                      aria-describedby="open:bring"
                      ?disabled=${isBusy}
                      @click=${() => {
                        view.bring(draft);
                      }}
                    >
                      ${msg('Bring it together with mine', { id: 'open-bring' })}
                    </button>`
                  : nothing
              }
              <button
                type="button"
                class="govuk-button ${here ? 'govuk-button--secondary' : ''}"
                ?disabled=${isBusy}
                @click=${() => {
                  view.keep(draft);
                }}
              >
                ${here ? msg('Add as a draft of its own', { id: 'open-keep-beside' }) : msg('Add to my drafts', { id: 'open-keep' })}
              </button>
            </div>
            ${
              here && !brought
                ? html`<p class="govuk-body hw-quiet" id="open:bring">
                    ${msg('Bringing together takes over what only the file says. Where both say something different, both are kept and you choose. Nothing of yours is overwritten.', { id: 'open-bring-hint' })}
                  </p>`
                : nothing
            }`
        : nothing
    }
    <div role="status" data-landed=${assessment.id}>
      ${
        keptAs === undefined
          ? nothing
          : html`${resultHeading(4, msg('Added to your drafts', { id: 'open-kept-title' }))}
              <p class="govuk-body">
                <a class="govuk-link" href=${hashOf({ page: 'tasks', id: keptAs })}
                  >${msg('Go to it', { id: 'open-go' })}</a
                >
              </p>`
      }
      ${brought ? broughtView(assessment.id, brought) : nothing}
    </div>`;
}

/** Which questions a draft is on, where these are not the ones in hand. */
function questionsOf(
  pack: Pack,
  { assessment, earlierQuestions, leftOut }: ReadDraft,
): TemplateResult | typeof nothing {
  const { version } = assessment.pack;
  const said = [
    leftOut > 0
      ? msg(
          str`It was made with a council’s own questions that are not here. Answers to them, or parts of answers: ${leftOut}. They are kept with the draft, without the words of their questions; the page on the version of the questions lists them.`,
          { id: 'open-left-out' },
        )
      : earlierQuestions
        ? msg('It was made with a council’s own questions that are not here. Every answer fits the questions here.', {
            id: 'open-fits-here',
          })
        : '',
    version < pack.version
      ? msg(
          str`It is on version ${version} of the questions, and stays on it. Once it is among your drafts you can move it.`,
          { id: 'open-own-version' },
        )
      : '',
  ].filter((each) => each !== '');
  return said.length === 0 ? nothing : html`<p class="govuk-body hw-measure">${said.join(' ')}</p>`;
}
