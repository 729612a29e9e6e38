import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords, weekdayInWords } from '../../i18n/dates.ts';
import type { Pack } from '../../model/pack.ts';
import type { DraftSummary, Vault } from '../../session/ports.ts';
import type { Removal } from '../removal.ts';
import { chosenReviewDays, reviewOf } from '../retention.ts';
import { hashOf } from '../routes.ts';

/** The drafts on this computer, the one changed last first. */
export function assessmentsPage(
  all: readonly DraftSummary[],
  pack: Pack | null,
  vault: Vault,
  removal: Removal | null,
): TemplateResult {
  const drafts = all.filter(({ id }) => !(removal?.pending && removal.id === id));
  return html`
    ${
      removal?.pending
        ? html`<div class="hw-banner" role="status">
            <p class="govuk-body">
              ${msg('Deleted:', { id: 'deleted' })} <bdi>${removal.reference}</bdi>.
              <button type="button" class="hw-link-button" @click=${() => removal.cancel()}>
                ${msg('Undo', { id: 'undo' })}
              </button>
            </p>
          </div>`
        : nothing
    }
    <h1 class="govuk-heading-xl">${msg('Assessments on this computer', { id: 'assessments-title' })}</h1>
    <a class="govuk-button" href=${hashOf({ page: 'new' })} role="button" draggable="false"
      >${msg('Start an assessment', { id: 'start-new' })}</a
    >
    ${
      drafts.length === 0
        ? html`<p class="govuk-body">${msg('There are none yet in this browser.', { id: 'assessments-none' })}</p>`
        : html`<ul class="govuk-task-list">
            ${drafts.map(
              ({ id, reference, children, changedAt }) =>
                html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
                  <div class="govuk-task-list__name-and-hint">
                    <a
                      class="govuk-link govuk-task-list__link"
                      href=${hashOf({ page: 'tasks', id })}
                      aria-describedby="draft:${id}"
                      ><bdi>${reference}</bdi></a
                    >
                    <div class="govuk-task-list__hint" id="draft:${id}">
                      ${children.length > 0 ? html`<bdi>${children.join(', ')}</bdi>. ` : ''}${msg('Last changed', { id: 'last-changed' })}
                      <time datetime=${changedAt}
                        >${weekdayInWords(new Date(changedAt))} ${momentInWords(new Date(changedAt))}</time
                      >
                      ${review(changedAt)}
                    </div>
                  </div>
                  <div class="govuk-task-list__status">${msg('Training', { id: 'training' })}</div>
                </li>`,
            )}
          </ul>`
    }
    <homeward-open-file .pack=${pack} .vault=${vault} .drafts=${all}></homeward-open-file>
  `;
}

/** Until when a draft may rest, or that somebody should look at it now. Nothing is deleted by itself. */
function review(changedAt: string): TemplateResult {
  const { on, due } = reviewOf(changedAt, Date.now(), chosenReviewDays());
  const day = momentInWords(on);
  return html`<br />${due ? html`<strong class="govuk-tag govuk-tag--yellow">${msg('Look at it again: keep it or delete it', { id: 'review-due' })}</strong>` : msg(str`Look at it again by ${day}`, { id: 'review-by' })}`;
}
