import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dateWords } from '../../model/phrases.ts';
import type { Pack } from '../../model/pack.ts';
import type { DraftSummary } from '../../session/ports.ts';
import { hashOf } from '../routes.ts';
import { clockTime } from '../words.ts';

/** The drafts on this computer, the one changed last first. */
export function assessmentsPage(drafts: readonly DraftSummary[], pack: Pack | null): TemplateResult {
  return html`
    <h1 class="govuk-heading-xl">${msg('Assessments on this computer', { id: 'assessments-title' })}</h1>
    <a class="govuk-button" href=${hashOf({ page: 'new' })} role="button" draggable="false">${msg('Start an assessment', { id: 'start-new' })}</a>
    ${drafts.length === 0
      ? html`<p class="govuk-body">${msg('There are none yet in this browser.', { id: 'assessments-none' })}</p>`
      : html`<ul class="govuk-task-list">
          ${drafts.map(
            ({ id, reference, children, changedAt }) => html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
              <div class="govuk-task-list__name-and-hint">
                <a class="govuk-link govuk-task-list__link" href=${hashOf({ page: 'tasks', id })} aria-describedby="draft:${id}"><bdi>${reference}</bdi></a>
                <div class="govuk-task-list__hint" id="draft:${id}">
                  ${children.length > 0 ? html`<bdi>${children.join(', ')}</bdi>. ` : ''}${msg('Last changed', { id: 'last-changed' })}
                  ${pack ? dateWords(pack, changedAt.slice(0, 10)) : changedAt.slice(0, 10)}, ${clockTime(changedAt)}
                </div>
              </div>
              <div class="govuk-task-list__status">${msg('Training', { id: 'training' })}</div>
            </li>`,
          )}
        </ul>`}
  `;
}
