import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dayIn, idIn, idsIn, textIn, type PlacedRow } from '../../../model/progress-cells.ts';
import { choice, day, facts, label, own, people, type Showing } from './said.ts';

/** Early signs, and what happens then. */
export function contingency(showing: Showing, rows: readonly PlacedRow[]): TemplateResult {
  const of = (column: string): unknown => label(showing, 'contingency-plan', column);
  if (rows.length === 0)
    return html`<p class="govuk-body">
      ${msg('No early signs have been written yet.', { id: 'progress-no-contingency' })}
    </p>`;
  return html`<ul class="govuk-list govuk-list--spaced">
    ${rows.map(
      ({ row }) =>
        html`<li>
          <h3 class="govuk-heading-s">${of('sign')}: ${own(textIn(row, 'sign'))}</h3>
          ${facts([
            [of('noticed-by'), people(showing, idsIn(row, 'noticed-by'))],
            [of('response'), own(textIn(row, 'response'))],
            [of('within'), choice(showing, idIn(row, 'within'), 'contingency-plan', 'within')],
            [of('decided-by'), people(showing, idsIn(row, 'decided-by'))],
            [of('out-of-hours'), own(textIn(row, 'out-of-hours'))],
            [of('fallback'), choice(showing, idIn(row, 'fallback'), 'contingency-plan', 'fallback')],
            [of('fallback-with'), people(showing, idsIn(row, 'fallback-with'))],
            [of('held-until'), day(dayIn(row, 'held-until'))],
            [of('fallback-note'), own(textIn(row, 'fallback-note'))],
          ])}
        </li>`,
    )}
  </ul>`;
}
