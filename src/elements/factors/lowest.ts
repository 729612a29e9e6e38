import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CapacityOfAdult } from '../../model/factor-capacity.ts';
import { packIndex } from '../../model/pack-index.ts';
import { words } from '../shared/pack-words.ts';
import type { FactorView } from './matrix.ts';
import { names, whose } from './words.ts';

/** Whose change counts, in words: the adult whose change is least, and never an average. */
export function lowestWords(
  view: Pick<FactorView, 'pack' | 'assessment' | 'picture'>,
): TemplateResult | typeof nothing {
  const { assessment, picture } = view;
  const { lowest } = picture;
  if (!lowest) return nothing;
  const { adults, counts } = lowest;
  const unrated = adults.filter(({ rated }) => !rated).map(({ of }) => of);
  const others = adults.filter((each) => each.rated && !counts.includes(each));
  const list = (of: readonly CapacityOfAdult[]): TemplateResult =>
    html`<ul class="govuk-list govuk-list--bullet">
      ${of.map((each) => html`<li>${capacityWords(view, each)}</li>`)}
    </ul>`;
  return html`<div class="govuk-inset-text hw-lowest">
    <p class="govuk-body"><strong>${msg('Whose change counts?', { id: 'lowest-title' })}</strong></p>
    ${
      unrated.length > 0
        ? html`<p class="govuk-body">
            ${msg('No rating counts yet, because nobody has rated how far the change has come of:', { id: 'lowest-unrated' })}
            ${names(assessment, unrated)}.
          </p>`
        : list(counts)
    }
    ${
      others.length > 0
        ? html`<p class="govuk-body">${msg('Rated too:', { id: 'lowest-others' })}</p>
            ${list(others)}`
        : nothing
    }
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${msg('Why that is so', { id: 'lowest-why' })}</span>
      </summary>
      <div class="govuk-details__text">
        ${msg('Of the adults in the home or assessed as carers who carry a risk, the one whose change is least counts, by their least changed concern. Past concerns count only where none is live now. It is never an average.', { id: 'lowest-rule' })}
      </div>
    </details>
  </div>`;
}

function capacityWords(
  { pack, assessment }: Pick<FactorView, 'pack' | 'assessment'>,
  { of, rated, concern }: CapacityOfAdult,
): TemplateResult {
  const column = packIndex(pack)
    .questions.get('change-evidence')
    ?.columns?.find(({ id }) => id === 'capacity');
  const label = column?.choices?.find(({ id }) => id === rated?.capacity)?.label ?? rated?.capacity ?? '';
  return html`<bdi>${whose(assessment, of)}</bdi>, ${msg('change so far:', { id: 'lowest-change' })}
    <strong>${words(pack, label)}</strong>${
      concern === '' ? nothing : html` (<bdi>${msg(str`concern: ${concern}`, { id: 'lowest-concern' })}</bdi>)`
    }`;
}
