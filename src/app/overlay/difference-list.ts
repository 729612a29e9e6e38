import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Difference } from '../../content/overlay/differences.ts';
import { dateInWords } from '../../i18n/dates.ts';

/** What an overlay changes, each thing a line with its id for whoever keeps the files. */
export function differenceList(differences: readonly Difference[]): TemplateResult {
  if (differences.length === 0)
    return html`<p class="govuk-body">${msg('Nothing in the questions changes.', { id: 'overlay-no-difference' })}</p>`;
  const [thing, published, overlaid] = [
    msg('What', { id: 'overlay-column-what' }),
    msg('Published', { id: 'overlay-column-before' }),
    msg('With the overlay', { id: 'overlay-column-after' }),
  ];
  // In a narrow place its rows are cards: roles are said anew, because such a table is none to some browsers.
  return html`<table class="govuk-table hw-told" role="table">
    <thead class="govuk-table__head">
      <tr class="govuk-table__row" role="row">
        ${[thing, published, overlaid].map(
          (name) => html`<th class="govuk-table__header" scope="col" role="columnheader">${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${differences.map(
        ({ what, id, before, after }) =>
          html`<tr class="govuk-table__row" role="row" data-difference=${what}>
            <th class="govuk-table__header" scope="row" role="rowheader">
              ${whatWords(what)}<br /><span class="hw-quiet hw-hash">${id}</span>
            </th>
            ${cell(published, before ?? '–')} ${cell(overlaid, afterWords(what, id, after))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const cell = (name: string, said: string): TemplateResult =>
  html`<td class="govuk-table__cell" role="cell">
    <span class="hw-told__name" aria-hidden="true">${name}</span>${said}
  </td>`;

function afterWords(what: Difference['what'], id: string, after = ''): string {
  switch (what) {
    case 'not-asked':
      return msg('Not asked, and every output says so', { id: 'overlay-not-asked' });
    case 'closed':
      return dateInWords(id);
    case 'guidance':
      return msg(str`More guidance: ${after === '' ? id : after}`, { id: 'overlay-more-guidance' });
    case 'logo':
      return msg('A picture at the head of every page, and on the cover of every PDF', { id: 'overlay-logo-where' });
    case 'suggestion':
      return msg('No class is suggested, and every output says so', { id: 'overlay-no-suggestion' });
    case 'route':
      return after === 'core'
        ? msg('The shorter route', { id: 'route-core' })
        : msg('All questions', { id: 'route-full' });
    default:
      return after;
  }
}

function whatWords(what: Difference['what']): string {
  switch (what) {
    case 'renamed':
      return msg('Renamed', { id: 'overlay-renamed' });
    case 'not-asked':
      return msg('Left out', { id: 'overlay-left-out' });
    case 'asked':
      return msg('A question of yours', { id: 'overlay-asked' });
    case 'section':
      return msg('A section of yours', { id: 'overlay-section' });
    case 'guidance':
      return msg('Guidance', { id: 'overlay-guidance' });
    case 'contact':
      return msg('Whom to ring', { id: 'overlay-contact' });
    case 'brand':
      return msg('Colour of lines and marks', { id: 'overlay-brand' });
    case 'link':
      return msg('Colour of links', { id: 'overlay-link' });
    case 'logo':
      return msg('Logo', { id: 'overlay-logo' });
    case 'closed':
      return msg('Closed on', { id: 'overlay-closed' });
    case 'suggestion':
      return msg('Suggested class', { id: 'overlay-suggestion' });
    case 'secondManagerFrom':
      return msg('Classes from the suggested one at which a second manager is named', { id: 'overlay-second-manager' });
    case 'monthsToLower':
      return msg(
        'Months a change has lasted before it counts as sustained, and before a class comes down without a reason',
        {
          id: 'overlay-lowering',
        },
      );
    case 'route':
      return msg('Route offered first', { id: 'overlay-route' });
    case 'lockMinutes':
      return msg('Minutes without a touch after which real drafts are locked', { id: 'overlay-lock-minutes' });
    case 'reviewDays':
      return msg('Days without a change after which a draft is to be looked at again', { id: 'overlay-review-days' });
    case 'recoveryRecipient':
      return msg('Recovery key offered', { id: 'overlay-recovery' });
    case 'pdfUa':
      return msg('Whose word it is that PDFs of a version were checked as PDF/UA', { id: 'overlay-pdf-ua' });
    case 'trustedKeys':
      return msg('Whose signing keys are trusted', { id: 'overlay-trusted' });
  }
}
