import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Instance } from '../../model/evaluate.ts';

/** The question to show of `instances` where only one is shown: the one asked for, or else the first. */
export function oneOf(instances: readonly Instance[], key: string | null): readonly Instance[] {
  const found = instances.find((instance) => instance.key === key) ?? instances[0];
  return found ? [found] : [];
}

/** Back and on among the questions of a section, where they are shown one at a time. */
export function oneByOneButtons(
  instances: readonly Instance[],
  key: string | null,
  go: (key: string) => void,
): TemplateResult | typeof nothing {
  const [shown] = oneOf(instances, key);
  if (!shown) return nothing;
  const place = instances.indexOf(shown);
  const button = (to: Instance | undefined, label: string): TemplateResult | typeof nothing =>
    to === undefined
      ? nothing
      : html`<button
          type="button"
          class="govuk-button govuk-button--secondary"
          @click=${() => {
            go(to.key);
          }}
        >
          ${label}
        </button>`;
  return html`<div class="hw-one-by-one">
    <p class="govuk-body" role="status">
      ${msg(str`Question ${place + 1} of ${instances.length}`, { id: 'question-n-of' })}
    </p>
    <div class="govuk-button-group">
      ${button(instances[place - 1], msg('Previous question', { id: 'question-previous' }))}
      ${button(instances[place + 1], msg('Next question', { id: 'question-next' }))}
    </div>
  </div>`;
}
