import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import { hashOf } from '../routes.ts';
import { failureWords } from '../failure-words.ts';

export { unexpectedPage } from './unexpected.ts';
export { vaultBanner } from './vault-banner.ts';

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
