import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { langOf } from '../../elements/shared/pack-words.ts';
import type { Pack } from '../../model/pack.ts';

export const roleLabel = (pack: Pack, role: string): string => pack.roles.find(({ id }) => id === role)?.label ?? role;

export const chooseRole = (): string => msg('Choose your role', { id: 'sign-need-role' });

interface Offered {
  readonly id: string;
  readonly pack: Pack;
  readonly roles: readonly string[];
  /** The role chosen beforehand; where it is none of `roles`, somebody has to choose, and becomes nobody by overlooking it. */
  readonly chosen: string;
  readonly isMissing: boolean;
}

/** In which role somebody signs. */
export function roleSelect({ id, pack, roles, chosen, isMissing }: Offered): TemplateResult {
  return html`<div class="govuk-form-group ${isMissing ? 'govuk-form-group--error' : ''}">
    <label class="govuk-label govuk-label--s" for=${id}>${msg('Your role', { id: 'sign-role' })}</label>
    ${isMissing ? html`<p class="govuk-error-message" id="${id}:error">${chooseRole()}</p>` : nothing}
    <select class="govuk-select" id=${id} name="role" aria-describedby=${isMissing ? `${id}:error` : nothing}>
      ${roles.includes(chosen) ? nothing : html`<option value="">${chooseRole()}</option>`}
      ${roles.map((role) => {
        const label = roleLabel(pack, role);
        return html`<option value=${role} lang=${langOf(pack, label) ?? nothing} ?selected=${role === chosen}>
          ${label}
        </option>`;
      })}
    </select>
  </div>`;
}
