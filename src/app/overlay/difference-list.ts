import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Difference } from '../../content/overlay/differences.ts';
import { dateInWords } from '../../i18n/dates.ts';

/** What an overlay changes, each thing a line with its id for whoever keeps the files. */
export function differenceList(differences: readonly Difference[]): TemplateResult {
  if (differences.length === 0)
    return html`<p class="govuk-body">${msg('Nothing in the questions changes.', { id: 'overlay-no-difference' })}</p>`;
  return html`<table class="govuk-table">
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th class="govuk-table__header" scope="col">${msg('What', { id: 'overlay-column-what' })}</th>
        <th class="govuk-table__header" scope="col">${msg('Published', { id: 'overlay-column-before' })}</th>
        <th class="govuk-table__header" scope="col">${msg('With the overlay', { id: 'overlay-column-after' })}</th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${differences.map(
        ({ what, id, before, after }) =>
          html`<tr class="govuk-table__row" data-difference=${what}>
            <th class="govuk-table__header" scope="row">
              ${whatWords(what)}<br /><span class="hw-quiet hw-hash">${id}</span>
            </th>
            <td class="govuk-table__cell">${before ?? '–'}</td>
            <td class="govuk-table__cell">
              ${what === 'not-asked' ? msg('Not asked, and every output says so', { id: 'overlay-not-asked' }) : what === 'closed' ? dateInWords(id) : what === 'guidance' ? msg(str`More guidance: ${after ?? id}`, { id: 'overlay-more-guidance' }) : after}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
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
    case 'closed':
      return msg('Closed on', { id: 'overlay-closed' });
  }
}
