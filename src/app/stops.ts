import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Evaluation } from '../model/evaluate.ts';
import type { StageId } from '../model/pack.ts';

/** What the law forbids for now, child by child; nothing that is typed is blocked by it. */
export function stopWarnings({ stops }: Evaluation, stage: StageId | undefined): TemplateResult | typeof nothing {
  const here = stops.filter((stop) => stop.stage === stage);
  if (here.length === 0) return nothing;
  return html`${here.map(
    ({ child, words }) =>
      html`<div class="govuk-warning-text" data-stop>
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">${msg('Warning', { id: 'warning' })}</span>
          <bdi>${child.name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi>: ${words}
        </strong>
      </div>`,
  )}`;
}
