import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { minimumsFor } from '../../model/minimums.ts';
import { words } from '../shared/pack-words.ts';
import type { Field } from './context.ts';

/** The least the law asks for of this child, above the rows that plan it, with the rule it rests on. */
export function minimumLines({ context, instance }: Field): TemplateResult | typeof nothing {
  const { question, person } = instance;
  if (question.minimums === undefined) return nothing;
  const { pack } = context;
  const least = minimumsFor(pack, context.assessment, question, person?.id ?? null);
  const kind = (of: (typeof least)[number]['of']): string =>
    question.columns?.find(({ id }) => id === of.column)?.choices?.find(({ id }) => id === of.choice)?.label ?? '';
  return html`<div class="govuk-inset-text hw-minimums">
    ${
      least.length === 0
        ? msg(
            'No legal minimum is known here for this child’s legal status. Ask your legal team, and look at your council’s own procedures.',
            {
              id: 'progress-no-minimum',
            },
          )
        : html`<p class="govuk-body">
              <strong>${msg('The least the law asks for', { id: 'minimum-title' })}</strong>
            </p>
            <ul class="govuk-list govuk-list--spaced">
              ${least.map(
                ({ of, words: said, law, check }) =>
                  html`<li>
                    ${words(pack, kind(of))}: ${words(pack, said)}<br /><span class="hw-quiet"
                      >${words(pack, law)}.</span
                    >${check ? html` <strong>${msg('Check this with your legal team.', { id: 'progress-legal' })}</strong>` : nothing}
                  </li>`,
              )}
            </ul>`
    }
  </div>`;
}
