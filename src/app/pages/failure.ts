import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import type { VaultState } from '../../session/ports.ts';
import { hashOf } from '../routes.ts';
import { failureWords } from '../failure-words.ts';

export { unexpectedPage } from './unexpected.ts';

// This comes on every visit, when the first page stands: the time for what keeps the site on this computer, too.
import('../offline/offline.ts').catch(() => undefined);

/** Every failure has the same page: what happened, what is safe, what to do, and details for IT without content. */
export function failurePage(problem: Problem): TemplateResult {
  const { happened, safe, now } = failureWords(problem);
  return html`<h1 class="govuk-heading-l hw-measure">${happened}</h1>
    <p class="govuk-body-l hw-measure">${safe}</p>
    <p class="govuk-body hw-measure">${now}</p>
    <p>
      <a class="govuk-button" role="button" draggable="false" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
    </p>
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${msg('Details for IT', { id: 'details-it' })}</span>
      </summary>
      <div class="govuk-details__text">
        <code>${problem.code}${problem.detail === undefined ? '' : ` (${problem.detail})`}</code>
      </div>
    </details>`;
}

/** What to say above every page while drafts do not outlive it, or can no longer be written. */
export function vaultBanner(
  state: VaultState,
  warnings: readonly Problem[],
  trustAgain: () => void,
): TemplateResult | null {
  if (state === 'memory')
    return html`<div
      class="hw-banner hw-banner--warning"
      role="region"
      aria-label=${msg('Not kept', { id: 'banner-memory-label' })}
    >
      <p class="govuk-body">
        <strong>${msg('Nothing is kept when this page closes.', { id: 'banner-memory' })}</strong>
        ${
          warnings.some(({ detail }) => detail === 'frame')
            ? msg(
                'This page is shown inside another site. Browsers do not keep drafts there. Save a copy in a file before you leave, or open Homeward in a window of its own.',
                { id: 'banner-memory-frame' },
              )
            : warnings.some(({ detail }) => detail === 'file')
              ? msg(
                  'It was opened from a file, where a browser cannot keep drafts safely. Save the PDF before you leave.',
                  { id: 'banner-memory-file' },
                )
              : msg(
                  'This browser does not let the page keep drafts, as in a private window. Save the PDF before you leave.',
                  { id: 'banner-memory-browser' },
                )
        }
      </p>
    </div>`;
  if (state === 'suspect')
    return html`<div class="hw-banner hw-banner--warning" role="alert">
      <p class="govuk-body">
        <strong>${msg('Changes are no longer saved on this computer.', { id: 'banner-suspect' })}</strong>
        ${
          warnings.some(({ code }) => code === 'newer-than-program')
            ? msg('A newer version of Homeward was opened in another tab. Load this page again to go on with it.', {
                id: 'banner-suspect-newer',
              })
            : warnings.some(({ detail }) => detail === 'suspect')
              ? html`${msg('This browser failed to write to the disk. Until every window of it has been closed and it was started again, it cannot be trusted to save anything.', { id: 'banner-suspect-before' })}
                  <button
                    type="button"
                    class="hw-link-button"
                    @click=${() => {
                      trustAgain();
                      location.reload();
                    }}
                  >
                    ${msg('I have started the browser again', { id: 'banner-suspect-again' })}
                  </button>`
              : msg(
                  'This browser could not write to the disk. Everything is still on this page: do not close it yet.',
                  {
                    id: 'banner-suspect-now',
                  },
                )
        }
      </p>
    </div>`;
  const gone = warnings.some(({ code }) => code === 'drafts-gone' || code === 'data-loss');
  const hurt = warnings.filter(({ code }) => code === 'damaged' || code === 'draft-older');
  if (!gone && hurt.length > 0)
    return html`<div
      class="hw-banner hw-banner--warning"
      role="region"
      aria-label=${msg('Damaged drafts', { id: 'banner-hurt-label' })}
    >
      <p class="govuk-body">
        <strong>${msg('Something is wrong with a draft kept here.', { id: 'banner-hurt' })}</strong>
        ${hurt.map(({ detail }) => html`<a class="govuk-link" href=${hashOf({ page: 'tasks', id: detail ?? '' })}>${msg('See what can be done', { id: 'banner-hurt-open' })}</a> `)}
      </p>
    </div>`;
  return gone
    ? html`<div
        class="hw-banner hw-banner--warning"
        role="region"
        aria-label=${msg('Drafts are gone', { id: 'banner-gone-label' })}
      >
        <p class="govuk-body">
          <strong>${msg('This browser has deleted drafts.', { id: 'banner-gone' })}</strong>
          ${msg('They were kept here before and are not any more, as happens when browsing data are cleared. Signed PDFs you saved are not affected.', { id: 'banner-gone-now' })}
        </p>
      </div>`
    : null;
}
