import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { SupportGap, SupportGaps } from '../../../model/progress-gaps.ts';
import { choice, day, facts, label, own, people, type Showing } from './said.ts';

/** Support that is needed and not there, by how it stands. */
export function gapsPart(showing: Showing, { open, closed }: SupportGaps): TemplateResult {
  return html`
    ${
      open.length === 0
        ? html`<p class="govuk-body">${msg('No support is written down as missing.', { id: 'progress-gaps-none' })}</p>`
        : html`<p class="govuk-body hw-measure">
            ${msg('What is missing is a risk that the family did not make. It counts neither as protection nor against a parent.', { id: 'progress-gaps-lead' })}
          </p>`
    }
    ${open.map(
      ({ status, gaps }) =>
        html`<h3 class="govuk-heading-m">
            ${status === null ? msg('How it stands has not been said', { id: 'progress-gap-unsaid' }) : choice(showing, status, 'support-gaps', 'status')}
          </h3>
          <ul class="govuk-list govuk-list--spaced">
            ${gaps.map((gap) => html`<li>${gapFacts(showing, gap)}</li>`)}
          </ul>`,
    )}
    ${
      closed.length === 0
        ? nothing
        : html`<h3 class="govuk-heading-m">${msg('Was missing and has begun', { id: 'progress-gaps-closed' })}</h3>
            <ul class="govuk-list govuk-list--spaced">
              ${closed.map((gap) => html`<li>${gapFacts(showing, gap)}</li>`)}
            </ul>`
    }
  `;
}

function gapFacts(showing: Showing, gap: SupportGap): TemplateResult {
  const written = (column: string): unknown => label(showing, 'support-gaps', column);
  const listed = gap.of === 'support-gaps';
  return html`<h4 class="govuk-heading-s">
      ${gap.what === '' ? msg('Not named yet', { id: 'progress-gap-unnamed' }) : own(gap.what)}
    </h4>
    ${facts([
      [msg('For', { id: 'progress-gap-for' }), people(showing, [gap.about])],
      [listed ? written('effect') : label(showing, gap.of, 'need'), own(gap.effect)],
      [written('owner'), owner(showing, gap)],
      [written('due'), day(gap.due)],
      [written('raised-on'), day(gap.raisedOn)],
      [written('raised-by'), people(showing, [gap.raisedBy])],
      [listed ? written('raised-with') : msg('Asked of', { id: 'progress-gap-provider' }), own(gap.raisedWith)],
      [written('reply'), choice(showing, gap.reply, 'support-gaps', 'reply')],
      [msg('Weeks of waiting', { id: 'progress-gap-weeks' }), own(gap.weeks)],
      [written('interim'), own(gap.interim)],
      [written('closed-on'), day(gap.closed)],
    ])}`;
}

const owner = (showing: Showing, { owners, closed }: SupportGap): unknown => {
  const named = people(showing, owners);
  if (named !== nothing || closed !== null) return named;
  return html`<strong>${msg('Nobody yet', { id: 'progress-gap-nobody' })}</strong>`;
};
