import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../../elements/shared/pack-words.ts';
import { dayWords } from '../../../elements/progress/day.ts';
import type { PersonId } from '../../../model/answer.ts';
import type { Assessment } from '../../../model/assessment.ts';
import { packIndex } from '../../../model/pack-index.ts';
import type { Pack } from '../../../model/pack.ts';
import { personById } from '../../../model/people.ts';
import type { Day } from '../../../model/progress-cells.ts';

/** What the page shows, and whom it names. */
export interface Showing {
  readonly pack: Pack;
  readonly assessment: Assessment;
}

/** One line of facts; what nobody said is left out. */
export type Fact = readonly [label: unknown, said: unknown];

export const own = (text: string): unknown => (text === '' ? nothing : html`<bdi>${text}</bdi>`);

export const day = (on: Day): unknown => (on === null ? nothing : dayWords(on));

/** Names in a row; nothing where there are none. */
export function people({ assessment }: Showing, ids: readonly (PersonId | null)[]): unknown {
  const names = ids.flatMap((id) => {
    const person = id === null ? undefined : personById(assessment, id);
    return person ? [person.name.trim() || msg('No name yet', { id: 'no-name-yet' })] : [];
  });
  return names.length === 0
    ? nothing
    : names.map((name, index) => html`${index > 0 ? ', ' : nothing}<bdi>${name}</bdi>`);
}

/** The words of a column. */
export function label({ pack }: Showing, question: string, column: string): unknown {
  const found = packIndex(pack)
    .questions.get(question)
    ?.columns?.find(({ id }) => id === column);
  return words(pack, found?.label ?? column);
}

/** The words of a choice; of a question's own where no column is named. */
export function choice({ pack }: Showing, id: string | null, question: string, column?: string): unknown {
  if (id === null) return nothing;
  const asked = packIndex(pack).questions.get(question);
  const choices = column === undefined ? asked?.choices : asked?.columns?.find((each) => each.id === column)?.choices;
  return words(pack, choices?.find((each) => each.id === id)?.label ?? id);
}

export function facts(rows: readonly Fact[]): TemplateResult {
  return html`<dl class="govuk-summary-list govuk-summary-list--no-border hw-facts hw-measure">
    ${rows
      .filter(([, said]) => said !== nothing)
      .map(
        ([name, said]) =>
          html`<div class="govuk-summary-list__row govuk-!-margin-bottom-0">
            <dt class="govuk-summary-list__key govuk-!-margin-bottom-0">${name}</dt>
            <dd class="govuk-summary-list__value govuk-!-margin-bottom-0">${said}</dd>
          </div>`,
      )}
  </dl>`;
}
