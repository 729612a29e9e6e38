import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../fields/context.ts';
import { later } from '../fields/later.ts';

const said = later(async () => (await import('./model-answer-said.ts')).modelAnswerSaid);

/** What the training case answers here, folded until somebody wants to see it. */
export function modelAnswer({ context: { pack, model }, instance }: Field): TemplateResult | typeof nothing {
  const answer = model?.answers[instance.key];
  if (!model || answer === undefined) return nothing;
  return html`<details class="govuk-details hw-model">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('Model answer', { id: 'model-answer' })}</span>
    </summary>
    <div class="govuk-details__text">${said(pack, model, { ...instance, answer })}</div>
  </details>`;
}
