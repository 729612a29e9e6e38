import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dayWords } from '../../../elements/progress/day.ts';
import { words } from '../../../elements/shared/pack-words.ts';
import { dateInWords } from '../../../i18n/dates.ts';
import type { Minimum } from '../../../model/pack.ts';
import { dayIn, idIn, textIn, type PlacedRow } from '../../../model/progress-cells.ts';
import type { SixMonths, Step, Visit, Watch, WayHome } from '../../../model/progress-way.ts';
import { choice, day, facts, label, own, people, type Showing } from './said.ts';

const notExpected = (): TemplateResult =>
  html`<p class="govuk-body">
    ${msg('Nothing is expected here until it is decided that this child lives at home.', { id: 'progress-not-expected' })}
  </p>`;

/** The steps of the move home, one under the other by their days. */
export function ladder(showing: Showing, { steps, returnDate, isOpen }: WayHome): TemplateResult {
  if (!isOpen && returnDate === null && steps.length === 0) return notExpected();
  const of = (column: string): unknown => label(showing, 'transition-plan', column);
  return html`
    <p class="govuk-body">
      ${
        returnDate === null
          ? msg('The date of the move has not been set.', { id: 'progress-no-return-date' })
          : html`${msg('Date of the move', { id: 'progress-return-date' })}:
              <strong>${dateInWords(returnDate)}</strong>`
      }
    </p>
    ${
      steps.length === 0
        ? html`<p class="govuk-body">${msg('No steps have been written yet.', { id: 'progress-no-steps' })}</p>`
        : html`<ol class="govuk-list govuk-list--spaced">
            ${steps.map(
              (step) =>
                html`<li>
                  <h4 class="govuk-heading-s">
                    ${when(step)}: ${choice(showing, step.kind, 'transition-plan', 'step-kind')}
                  </h4>
                  ${facts([
                    [of('step'), own(step.what)],
                    [of('who'), people(showing, step.who)],
                    [of('support'), own(step.support)],
                    [of('needed'), own(step.needed)],
                  ])}
                </li>`,
            )}
          </ol>`
    }
  `;
}

function when({ from, until }: Step): string {
  if (from === null) return msg('No date yet', { id: 'progress-step-undated' });
  return until === null
    ? dayWords(from)
    : msg(str`${dayWords(from)} to ${dayWords(until)}`, { id: 'progress-from-to' });
}

/** Seeing the child, kind by kind: the least the law asks for beside what is planned, and what was done. */
export function watching(showing: Showing, { watches, isOpen }: WayHome): TemplateResult {
  if (!isOpen && watches.every(({ planned, done }) => planned.length + done.length === 0)) return notExpected();
  const least = watches.some(({ minimums }) => minimums.length > 0);
  return html`
    ${
      least
        ? nothing
        : html`<div class="govuk-inset-text">
            ${msg('No legal minimum is known here for this child’s legal status. Ask your legal team, and look at your council’s own procedures.', { id: 'progress-no-minimum' })}
          </div>`
    }
    ${watches.map(
      ({ kind, planned, minimums, done }) =>
        html`<h4 class="govuk-heading-s">
            ${kind === null ? msg('Other', { id: 'progress-watch-other' }) : choice(showing, kind, 'monitoring-schedule', 'what-kind')}
          </h4>
          ${facts([
            [
              msg('Planned', { id: 'progress-planned' }),
              planned.length === 0
                ? html`<strong>${msg('Nothing yet', { id: 'progress-planned-nothing' })}</strong>`
                : html`<ul class="govuk-list govuk-!-font-size-16">
                    ${planned.map((row) => html`<li>${plannedWords(showing, row)}</li>`)}
                  </ul>`,
            ],
            [
              msg('Legal minimum', { id: 'progress-minimum' }),
              minimums.length === 0 ? nothing : minimums.map((minimum) => minimumWords(showing, minimum)),
            ],
            [msg('Done', { id: 'progress-done' }), doneWords(showing, kind, done)],
          ])}`,
    )}
  `;
}

/** A minimum with the rule it rests on. */
function minimumWords({ pack }: Showing, { words: said, law, check }: Minimum): TemplateResult {
  return html`<p class="govuk-body govuk-!-font-size-16">
    ${words(pack, said)}<br /><span class="hw-quiet">${words(pack, law)}.</span>
    ${check ? html`<br /><strong>${msg('Check this with your legal team.', { id: 'progress-legal' })}</strong>` : nothing}
  </p>`;
}

function plannedWords(showing: Showing, { row }: PlacedRow): TemplateResult {
  const of = (column: string): unknown => choice(showing, idIn(row, column), 'monitoring-schedule', column);
  const more: readonly (readonly [column: string, said: unknown])[] = [
    ['frequency-later', own(textIn(row, 'frequency-later'))],
    ['alone', of('alone')],
    ['unannounced', of('unannounced')],
    ['until', day(dayIn(row, 'until'))],
    ['until-event', of('until-event')],
    ['what', own(textIn(row, 'what'))],
  ];
  const who = people(showing, [idIn(row, 'who')]);
  const from = dayIn(row, 'from');
  return html`${who === nothing ? nothing : html`<strong>${who}</strong>: `}${of('frequency')}${from === null ? nothing : html`, ${msg(str`from ${dayWords(from)}`, { id: 'progress-from-day' })}`}${more
    .filter(([, said]) => said !== nothing)
    .map(([column, said]) => html`<br />${label(showing, 'monitoring-schedule', column)}: ${said}`)}`;
}

function doneWords(showing: Showing, kind: Watch['kind'], done: readonly Visit[]): unknown {
  if (done.length === 0)
    return kind === 'statutory-visit' || kind === 'home-visit'
      ? msg('None written down here.', { id: 'progress-done-nothing' })
      : nothing;
  return html`<ul class="govuk-list govuk-!-font-size-16">
    ${done.map(
      ({ on, by, alone, unannounced }) =>
        html`<li>
          ${on === null ? msg('No date yet', { id: 'progress-step-undated' }) : day(on)},
          ${people(showing, [by])}${alone === 'yes' ? html`, ${msg('child seen alone', { id: 'progress-seen-alone' })}` : nothing}${unannounced === 'yes' ? html`, ${msg('unannounced', { id: 'progress-unannounced' })}` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** What became of it: at closing, after six months, and at each look back. */
export function outcomes(showing: Showing, { outcome, later, sixMonths }: WayHome): TemplateResult {
  const of = (column: string): unknown => label(showing, 'outcome-later', column);
  return html`${facts([
    [
      msg('At closing', { id: 'progress-at-closing' }),
      outcome === null
        ? msg('Not recorded yet', { id: 'progress-not-recorded' })
        : choice(showing, outcome, 'outcome-record'),
    ],
    [
      msg('Six months after the return', { id: 'progress-six-months' }),
      sixMonths === null ? nothing : markerWords(showing, sixMonths),
    ],
  ])}
  ${later.map(
    ({ row }) =>
      html`<h4 class="govuk-heading-s">${choice(showing, idIn(row, 'point'), 'outcome-later', 'point')}</h4>
        ${facts([
          [of('date'), day(dayIn(row, 'date'))],
          [of('outcome'), choice(showing, idIn(row, 'outcome'), 'outcome-later', 'outcome')],
          [of('main-reason'), own(textIn(row, 'main-reason'))],
          [of('first-sign'), own(textIn(row, 'first-sign'))],
          [of('by'), people(showing, [idIn(row, 'by')])],
        ])}`,
  )}`;
}

/** The marker in words; the day it is due is always said with the rule it comes from. */
function markerWords(showing: Showing, { state, due, on, outcome }: SixMonths): TemplateResult {
  const dueWords =
    due === null
      ? nothing
      : html`<br /><span class="hw-quiet"
            >${msg(str`Due on ${dateInWords(due)}: six months after the date of the move, as in Leeds (read second-hand, check). Your council may set another time.`, { id: 'progress-due' })}</span
          >`;
  switch (state) {
    case 'recorded':
      return html`<strong class="govuk-tag govuk-tag--green">${msg('Recorded', { id: 'progress-recorded' })}</strong>
        ${day(on)}: ${choice(showing, outcome, 'outcome-later', 'outcome')}${dueWords}`;
    case 'overdue':
      return html`<strong class="govuk-tag govuk-tag--orange">${msg('Overdue', { id: 'progress-overdue' })}</strong>
        ${msg('Nobody has recorded how things are.', { id: 'progress-overdue-words' })}${dueWords}`;
    case 'coming':
      return html`<strong class="govuk-tag govuk-tag--blue">${msg('Still to come', { id: 'progress-coming' })}</strong
        >${dueWords}`;
    case 'no-date':
      return html`${msg('No day yet, because the date of the move has not been set.', { id: 'progress-marker-no-date' })}`;
  }
}
