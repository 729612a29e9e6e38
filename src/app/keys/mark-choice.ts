import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Whether a mark is drawn or typed; `form` begins the ids of its radios. */
export function markChoice(form: string, draws: boolean, choose: (draws: boolean) => void): TemplateResult {
  return html`<div class="govuk-radios govuk-radios--small">
    ${[true, false].map((each) => {
      const how = each ? 'draw' : 'type';
      return html`<div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          type="radio"
          name="how"
          id="${form}:how:${how}"
          value=${how}
          .checked=${draws === each}
          @change=${() => {
            choose(each);
          }}
        />
        <label class="govuk-label govuk-radios__label" for="${form}:how:${how}"
          >${each ? msg('Draw it', { id: 'sign-draw' }) : msg('Type it', { id: 'sign-type' })}</label
        >
      </div>`;
    })}
  </div>`;
}
