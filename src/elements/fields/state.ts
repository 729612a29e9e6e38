import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formName } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { words as packWords } from '../shared/pack-words.ts';
import { idFor, type Field } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { typed } from './typed.ts';

/** The quiet menu at each answer: not known yet, declined, does not apply; with reason, owner and date when chosen. */
export function stateMenu(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const state = instance.answer?.is ?? '';
  const elsewhere = state === 'not-known' || state === 'declined' || state === 'not-applicable';
  if (context.readonly || instance.question.kind === 'risk-suggestion') return nothing;
  const name = formName({ ...instance.place, part: 'state' });
  const words = (id: PhraseId): string | TemplateResult => packWords(context.pack, phrase(context.pack, id));
  const box = (id: string): string => idFor(`${name}.${id}`);
  // The four are written out: every question has this menu, and one template is made several times faster than five.
  return html`<details class="govuk-details hw-state" ?open=${elsewhere}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${
          elsewhere
            ? html`<strong>${words(state)}</strong>`
            : msg('Not known, declined or does not apply', { id: 'state-menu' })
        }</span
      >
    </summary>
    <div class="govuk-details__text">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">
          ${msg('Instead of an answer', { id: 'state-legend' })}: ${packWords(context.pack, context.label(instance))}
        </legend>
        <div class="govuk-radios govuk-radios--small">
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id=${box('given')}
              name=${name}
              value="given"
              .checked=${live(!elsewhere)}
            />
            <label class="govuk-label govuk-radios__label" for=${box('given')}>${msg('Answer the question', { id: 'state-given' })}</label>
          </div>
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id=${box('not-known')}
              name=${name}
              value="not-known"
              .checked=${live(state === 'not-known')}
            />
            <label class="govuk-label govuk-radios__label" for=${box('not-known')}>${words('not-known')}</label>
          </div>
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id=${box('declined')}
              name=${name}
              value="declined"
              .checked=${live(state === 'declined')}
            />
            <label class="govuk-label govuk-radios__label" for=${box('declined')}>${words('declined')}</label>
          </div>
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id=${box('not-applicable')}
              name=${name}
              value="not-applicable"
              .checked=${live(state === 'not-applicable')}
            />
            <label class="govuk-label govuk-radios__label" for=${box('not-applicable')}>${words('not-applicable')}</label>
          </div>
        </div>
      </fieldset>
      ${elsewhere ? reasons(field) : nothing}
    </div>
  </details>`;
}

function reasons({ context, instance }: Field): TemplateResult {
  const { answer, place } = instance;
  if (answer?.is !== 'not-known' && answer?.is !== 'declined' && answer?.is !== 'not-applicable') return html``;
  const box = (part: 'reason' | 'owner', id: PhraseId, text: string): TemplateResult => {
    const name = formName({ ...place, part });
    return html`<div class="govuk-form-group">
      <label class="govuk-label" for=${idFor(name)}>${packWords(context.pack, phrase(context.pack, id))}</label>
      <input class="govuk-input" id=${idFor(name)} name=${name} autocomplete="off" spellcheck="true" ${typed(text)} />
    </div>`;
  };
  return html`${box('reason', 'reason', answer.reason ?? '')}
  ${
    answer.is === 'not-known'
      ? html`${box('owner', 'owner', answer.owner ?? '')}
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">${packWords(context.pack, phrase(context.pack, 'by-date'))}</legend>
            ${dateBoxes({ ...place }, { day: 'by.day', month: 'by.month', year: 'by.year' }, answer.by ?? null, false)}
          </fieldset>`
      : nothing
  }`;
}
