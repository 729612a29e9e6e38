import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { langOf } from '../shared/pack-words.ts';
import { idFor, type FieldContext } from './context.ts';
import { roleLabel } from './people.ts';

/** Which role somebody new has: nobody's is taken for granted, as what is asked about them follows from it. */
export function roleChoice({ pack }: FieldContext, box: string, roles: readonly string[]): TemplateResult {
  const missing = idFor(box, 'missing');
  return html`<label class="govuk-label" for="${box}.role">${msg('Who they are', { id: 'who-they-are' })}</label>
    <p class="govuk-error-message" id=${missing} role="alert" hidden>
      ${msg('Choose who they are first.', { id: 'role-missing' })}
    </p>
    <select class="govuk-select" id="${box}.role">
      ${roles.length > 1 ? html`<option value="">${msg('Choose who they are', { id: 'role-choose' })}</option>` : nothing}
      ${roles.map((role) => html`<option value=${role} lang=${langOf(pack, roleLabel(pack, role)) ?? nothing}>${roleLabel(pack, role)}</option>`)}
    </select>`;
}

/** The role chosen beside a button, ready to be chosen anew; null where there is none, which is then said. */
export function takeRole(within: ParentNode | null | undefined): string | null {
  const select = within?.querySelector<HTMLSelectElement>('select[id$=".role"]');
  const missing = within?.querySelector<HTMLElement>('.govuk-error-message');
  if (!select || !missing) return null;
  const role = select.value;
  missing.hidden = role !== '';
  select.setAttribute('aria-invalid', String(role === ''));
  select.setAttribute('aria-describedby', role === '' ? missing.id : '');
  if (role === '') select.focus();
  else select.selectedIndex = 0;
  return role || null;
}
