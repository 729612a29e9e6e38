import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { answerBlocks } from '../../model/report-answers.ts';
import { supportBlocks } from '../../model/report-evidence.ts';
import type { Field } from '../fields/context.ts';
import { blockWithLanguages } from '../shared/pack-words.ts';
import { blocksView } from '../shared/report-view.ts';

/** What the training case answers here, folded until somebody wants to see it. */
export function modelAnswer({ context: { pack, model }, instance }: Field): TemplateResult | typeof nothing {
  const answer = model?.answers[instance.key];
  if (!model || answer === undefined) return nothing;
  const said = { ...instance, answer };
  return html`<details class="govuk-details hw-model">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('Model answer', { id: 'model-answer' })}</span>
    </summary>
    <div class="govuk-details__text">
      ${blocksView([...answerBlocks(pack, model, said), ...supportBlocks(pack, model, said, new Set(Object.keys(model.answers)))].map((block) => blockWithLanguages(block, pack)))}
    </div>
  </details>`;
}
