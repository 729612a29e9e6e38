import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { factorHistory, type FactorCell } from '../../model/factor-picture.ts';
import { formName, parsePlaceKey } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { isRisk } from '../../model/suggest-ratings.ts';
import { choiceButtons, phraseChoices } from '../fields/choice.ts';
import { idFor } from '../fields/context.ts';
import { riskStatuses, strengthStatuses, trends } from '../fields/read-ratings.ts';
import { headingOf } from '../shared/heading.ts';
import { langOf, words } from '../shared/pack-words.ts';
import { guardLink, type FactorView } from './matrix.ts';
import {
  dateShown,
  movementWords,
  sourceText,
  statusWords,
  supportWords,
  trendWords,
  unguardedWords,
  whose,
} from './words.ts';

/** Everything known about one cell, and how to change it. */
export function factorDetail(view: FactorView, cell: FactorCell): TemplateResult {
  const { pack, assessment, headingLevel } = view;
  const title = html`${words(pack, cell.factor.label)}: <bdi>${whose(assessment, cell.of)}</bdi>`;
  return html`<div class="hw-detail" role="group" aria-labelledby="detail" tabindex="-1" data-detail>
    ${headingOf(headingLevel, 'govuk-heading-s', 'detail', title)} ${factsOf(view, cell)} ${tiesOf(view, cell)}
    ${historyOf(view, cell)} ${wayToChange(view, cell)}
    <p class="govuk-body">
      <button type="button" class="govuk-button govuk-button--secondary" data-close>
        ${msg('Close', { id: 'factors-close' })}<span class="govuk-visually-hidden"
          >: ${words(pack, cell.factor.label)}</span
        >
      </button>
    </p>
  </div>`;
}

function factsOf({ pack, assessment }: FactorView, cell: FactorCell): TemplateResult {
  const { rating, support, since, factor } = cell;
  if (!rating) return html`<p class="govuk-body">${msg('Nobody has rated this yet.', { id: 'factor-nobody' })}</p>`;
  const meaning = pack.phrases[`status-${rating.status}-means`];
  const trend = trendWords(pack, rating);
  const fact = (name: PhraseId, value: unknown): TemplateResult =>
    html`<div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${words(pack, phrase(pack, name))}</dt>
      <dd class="govuk-summary-list__value">${value}</dd>
    </div>`;
  const none = html`<span class="hw-quiet">${msg('Not given', { id: 'factors-not-given' })}</span>`;
  return html`<dl class="govuk-summary-list govuk-summary-list--no-border hw-facts">
      ${fact('status', html`${statusWords(pack, rating)}${meaning === undefined ? nothing : html`<br /><span class="hw-quiet">${words(pack, meaning)}</span>`}`)}
      ${trend === nothing ? nothing : fact('trend', trend)}
      ${fact('note', rating.note ? html`<bdi class="hw-own">${rating.note}</bdi>` : none)}
      ${fact('source', html`${rating.source ? html`<bdi>${sourceText(pack, rating.source)}</bdi><br />` : nothing}${supportWords(support)}`)}
      ${fact('date', rating.date === undefined ? none : dateShown(rating.date))}
    </dl>
    ${since && since.kind !== 'never' ? html`<p class="govuk-body">${msg('Since the round before:', { id: 'since-before' })} ${movementWords(pack, since)}</p>` : nothing}
    ${cell.unguardedFor.length > 0 && isRisk(factor) ? html`<p class="govuk-body">${unguardedWords(assessment, cell)}</p>` : nothing}`;
}

/** The other ends: what a strength guards against, or what guards against a risk. */
function tiesOf(view: FactorView, { guards, guardedBy, factor, of }: FactorCell): TemplateResult | typeof nothing {
  const ties = isRisk(factor) ? guardedBy : guards;
  if (ties.length === 0) return nothing;
  return html`<p class="govuk-body hw-detail__title">
      ${isRisk(factor) ? msg('Strengths that guard against it', { id: 'guarded-by' }) : msg('Guards against', { id: 'guards-against' })}
    </p>
    <ul class="govuk-list">
      ${ties.map((tie) => html`<li>${guardLink(view, tie, of, '0')}</li>`)}
    </ul>`;
}

/** What each round said, where it said something new. */
function historyOf({ pack, assessment }: FactorView, cell: FactorCell): TemplateResult | typeof nothing {
  const told = factorHistory(pack, assessment, cell);
  if (told.length < 2) return nothing;
  return html`<p class="govuk-body hw-detail__title">${msg('Round by round', { id: 'factor-history' })}</p>
    <ol class="govuk-list hw-detail__history">
      ${told.map(
        ({ round, rating }) =>
          html`<li>
            ${msg(str`Round ${round}`, { id: 'rounds-round-n' })}: ${statusWords(pack, rating)}
            ${trendWords(pack, rating)}
            ${dateShown(rating.date)}${rating.note ? html`<br /><bdi class="hw-own">${rating.note}</bdi>` : nothing}${
              rating.source
                ? html`<br /><span class="hw-quiet"
                      >${words(pack, phrase(pack, 'source'))}: <bdi>${sourceText(pack, rating.source)}</bdi></span
                    >`
                : nothing
            }
          </li>`,
      )}
    </ol>`;
}

/** A way to where it is asked; without one, the rating itself. */
function wayToChange(view: FactorView, cell: FactorCell): TemplateResult | typeof nothing {
  const { pack, linkTo, readonly, picture } = view;
  const { asked, of } = cell;
  if (readonly) return nothing;
  if (of !== null && picture.left.has(of))
    return html`<p class="govuk-body hw-quiet">
      ${msg('This adult is not counted any more. What was said of them then stays as it was.', { id: 'factor-of-left' })}
    </p>`;
  if (asked === null)
    return html`<p class="govuk-body hw-quiet">
      ${msg('This adult is not asked about yet: say first that they live in the home or are assessed as a carer.', { id: 'factor-not-asked' })}
    </p>`;
  if (!linkTo) return inPlace(view, cell, asked);
  const href = linkTo(asked);
  return href === null
    ? nothing
    : html`<p class="govuk-body">
        <a class="govuk-link" href=${href} data-focus=${asked}
          >${msg('Change this rating', { id: 'factor-change' })}<span class="govuk-visually-hidden"
            >: ${words(pack, cell.factor.label)}</span
          ></a
        >
      </p>`;
}

function inPlace({ pack }: FactorView, { factor, rating }: FactorCell, asked: string): TemplateResult | typeof nothing {
  const place = parsePlaceKey(asked);
  if (!place) return nothing;
  const name = (column: string): string => formName({ ...place, row: factor.id, column });
  const statuses = phraseChoices(pack, isRisk(factor) ? riskStatuses : strengthStatuses, 'status-');
  const label = (id: PhraseId): TemplateResult =>
    html`${words(pack, phrase(pack, id))}<span class="govuk-visually-hidden">: ${words(pack, factor.label)}</span>`;
  return html`<fieldset class="govuk-fieldset hw-detail__change">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${label('status')}</legend>
      ${choiceButtons({ pack, name: name('status'), choices: statuses, chosen: rating ? [rating.status] : [] })}
    </fieldset>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for=${idFor(name('trend'))}>${label('trend')}</label>
      <select class="govuk-select" id=${idFor(name('trend'))} name=${name('trend')}>
        <option value="" .selected=${live(rating?.trend === undefined)}>
          ${msg('Choose one', { id: 'choose-one' })}
        </option>
        ${trends.map((id) => html`<option value=${id} lang=${langOf(pack, phrase(pack, `trend-${id}`)) ?? nothing} .selected=${live(rating?.trend === id)}>${phrase(pack, `trend-${id}`)}</option>`)}
      </select>
    </div>`;
}
