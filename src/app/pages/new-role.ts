import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../../elements/shared/pack-words.ts';
import type { Pack } from '../../model/pack.ts';

/** Who a child might live with: the roles an adult may have here. */
const roles = ['parent', 'carer'];

/** Who an adult is, by the name of the control: nobody is taken for a parent unsaid, since what is asked about them and printed follows from it. */
export function roleField(
  pack: Pack,
  { name, role, isMissing }: { readonly name: string; readonly role: string; readonly isMissing: boolean },
  choose: (role: string) => void,
): TemplateResult {
  return html`<div class="govuk-form-group ${isMissing ? 'govuk-form-group--error' : ''}">
    <fieldset class="govuk-fieldset" aria-describedby=${isMissing ? `new:${name}:error` : nothing}>
      <legend class="govuk-fieldset__legend">${msg('Who they are', { id: 'who-they-are' })}</legend>
      ${isMissing ? html`<p class="govuk-error-message" id="new:${name}:error">${msg('Choose who they are first.', { id: 'role-missing' })}</p>` : nothing}
      <div class="govuk-radios govuk-radios--small govuk-radios--inline">
        ${pack.roles
          .filter((each) => roles.includes(each.id))
          .map(
            (each) =>
              html`<div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name=${name}
                  id="new:${name}:${each.id}"
                  value=${each.id}
                  .checked=${live(each.id === role)}
                  @change=${() => {
                    choose(each.id);
                  }}
                />
                <label class="govuk-label govuk-radios__label" for="new:${name}:${each.id}"
                  >${words(pack, each.label)}</label
                >
              </div>`,
          )}
      </div>
    </fieldset>
  </div>`;
}
