import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Choice, Pack } from '../../model/pack.ts';
import { words } from '../shared/pack-words.ts';

/** What choices mean, folded and said once, where two workers could read one differently. */
export function meaningsOf(pack: Pack, of: string, choices: readonly Choice[]): TemplateResult | typeof nothing {
  const meant = choices.filter(({ definition }) => definition !== undefined);
  if (meant.length === 0) return nothing;
  return html`<details class="govuk-details hw-means">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${msg('What these mean', { id: 'choices-mean' })}<span class="govuk-visually-hidden"
          >: ${words(pack, of)}</span
        ></span
      >
    </summary>
    <dl class="govuk-details__text">
      ${meant.map(
        ({ label, definition }) =>
          html`<dt>${words(pack, label)}</dt>
            <dd>${words(pack, definition ?? '')}</dd>`,
      )}
    </dl>
  </details>`;
}
