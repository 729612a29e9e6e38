import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { lightSaid } from '../../../elements/shared/light.ts';
import { dateInWords } from '../../../i18n/dates.ts';
import type { SupportGaps } from '../../../model/progress-gaps.ts';
import type { GoalPicture } from '../../../model/progress-goals.ts';
import type { WayHome } from '../../../model/progress-way.ts';
import { choice, own, type Showing } from './said.ts';

/** What stands under the title of a part while it is folded: every goal, child or gap in a line of its own. */
const lines = (of: readonly unknown[]): TemplateResult | typeof nothing =>
  of.length === 0
    ? nothing
    : html`<ul class="govuk-list govuk-list--bullet hw-measure">
        ${of.map((each) => html`<li>${each}</li>`)}
      </ul>`;

/** Each goal with the colours given last, the parent's beside the worker's. */
export const goalsInBrief = ({ pack }: Showing, goals: readonly GoalPicture[]): unknown =>
  goals.length === 0
    ? html`<p class="govuk-body">${msg('No goals have been written yet.', { id: 'progress-no-goals' })}</p>`
    : lines(
        goals.map(({ words, looks }) => {
          const last = looks.at(-1);
          const named = words === '' ? msg('A goal without words yet', { id: 'progress-goal-empty' }) : own(words);
          if (!last) return html`${named}: ${msg('No colour has been given yet.', { id: 'progress-no-looks' })}`;
          const said = (who: 'parent' | 'worker'): unknown =>
            last[who] === null ? msg('None given', { id: 'progress-no-colour' }) : lightSaid(pack, last[who]);
          if (last.parent !== null && last.parent === last.worker)
            return html`${named}<br />${msg('Parent and worker', { id: 'progress-both-colours' })}: ${said('worker')}`;
          return html`${named}<br />${msg('Parent’s colour', { id: 'progress-parent-colour' })}: ${said('parent')}<br />${msg('Worker’s colour', { id: 'progress-worker-colour' })}:
            ${said('worker')}`;
        }),
      );

export const gapsInBrief = (showing: Showing, { open }: SupportGaps): unknown =>
  open.length === 0
    ? html`<p class="govuk-body">${msg('No support is written down as missing.', { id: 'progress-gaps-none' })}</p>`
    : lines(
        open.map(
          ({ status, gaps }) =>
            html`${status === null ? msg('How it stands has not been said', { id: 'progress-gap-unsaid' }) : choice(showing, status, 'support-gaps', 'status')}:
            ${gaps.map(({ what }, at) => html`${at > 0 ? '; ' : nothing}${what === '' ? msg('Not named yet', { id: 'progress-gap-unnamed' }) : own(what)}`)}`,
        ),
      );

/** One line for each child; none of those there is nothing to say of. */
export const waysInBrief = (ways: readonly WayHome[], said: (way: WayHome) => unknown): unknown =>
  lines(
    ways.flatMap((way) => {
      const text = said(way);
      const name = way.child.name.trim() || msg('No name yet', { id: 'no-name-yet' });
      return text === nothing ? [] : [html`<bdi>${name}</bdi>: ${text}`];
    }),
  );

export function moveInBrief({ isOpen, returnDate, steps }: WayHome): unknown {
  if (returnDate !== null)
    return html`${msg('Date of the move', { id: 'progress-return-date' })}:
      <strong>${dateInWords(returnDate)}</strong>`;
  return isOpen || steps.length > 0
    ? msg('The date of the move has not been set.', { id: 'progress-no-return-date' })
    : nothing;
}

export const outcomeInBrief = (showing: Showing, { outcome, sixMonths }: WayHome): unknown =>
  outcome === null
    ? sixMonths?.state === 'overdue'
      ? msg('Nobody has recorded how things are.', { id: 'progress-overdue-words' })
      : msg('Not recorded yet', { id: 'progress-not-recorded' })
    : choice(showing, outcome, 'outcome-record');
