import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords, weekdayInWords } from '../../i18n/dates.ts';
import type { DraftSummary } from '../../session/ports.ts';
import type { BothVaults } from '../both-vaults.ts';
import { AskUnlockEvent } from '../lock/events.ts';
import type { Removal } from '../removal.ts';
import { hashOf } from '../routes.ts';

/** The drafts on this computer, the one changed last first. */
export function assessmentsPage(
  all: readonly DraftSummary[],
  vault: BothVaults,
  removal: Removal | null,
): TemplateResult {
  const drafts = all.filter(({ id }) => !(removal?.pending && removal.id === id));
  void import('./define-due.ts');
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
        : html`<homeward-deleted .removal=${removal}></homeward-deleted>`
    }
    <homeward-lapsed .vault=${vault}></homeward-lapsed>
    <h1 class="govuk-heading-xl">${msg('Assessments on this computer', { id: 'assessments-title' })}</h1>
    <a class="govuk-button" href=${hashOf({ page: 'new' })} role="button" draggable="false"
      >${msg('Start an assessment', { id: 'start-new' })}</a
    >
    ${vault.isLocked ? lockedDrafts(vault.locked) : nothing}
    ${
      drafts.length === 0
        ? vault.isLocked
          ? nothing
          : html`<p class="govuk-body">${msg('There are none in this browser.', { id: 'assessments-none' })}</p>`
        : html`<ul class="govuk-task-list">
            ${drafts.map((draft) => {
              const { id, kind, reference, children, changedAt } = draft;
              return html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
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
                    <br /><homeward-due
                      .draft=${draft}
                      .vault=${vault}
                      .alike=${drafts.filter((each) => each.reference === reference)}
                    ></homeward-due>
                  </div>
                </div>
                <div class="govuk-task-list__status">
                  ${kind === 'training' ? html`<strong class="govuk-tag govuk-tag--grey">${msg('Training', { id: 'training' })}</strong>` : nothing}
                </div>
              </li>`;
            })}
          </ul>`
    }
    <homeward-pdf-door></homeward-pdf-door>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href=${hashOf({ page: 'open' })}>${msg('Open a file', { id: 'open-page-title' })}</a>
      </li>
      <li>
        <a class="govuk-link" href=${hashOf({ page: 'copies' })}>${msg('Copies and keys', { id: 'copies-title' })}</a>
      </li>
      <li>
        <a class="govuk-link" href=${hashOf({ page: 'review' })}>${msg('Read and comment', { id: 'review-title' })}</a>
      </li>
    </ul>
  `;
}

/** How many drafts nobody can see now, and the way to them. */
function lockedDrafts(count: number): TemplateResult {
  const ask = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new AskUnlockEvent());
  };
  return html`<div class="govuk-inset-text">
    <p class="govuk-body">
      ${
        count === 1
          ? msg('1 assessment is locked.', { id: 'list-locked-one' })
          : msg(str`${count} assessments are locked.`, { id: 'list-locked' })
      }
    </p>
    <button type="button" class="govuk-button" @click=${ask}>${msg('Unlock', { id: 'unlock' })}</button>
  </div>`;
}
