import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalContact } from '../../model/pack.ts';
import { dialled } from './dialled.ts';

/** Whom to ring here: at night first said what is for the night. */
export function contactList(contacts: readonly LocalContact[]): TemplateResult | typeof nothing {
  if (contacts.length === 0) return nothing;
  const late = msg('out of hours', { id: 'local-out-of-hours' });
  // A name may say it itself.
  return html`<ul class="govuk-list hw-local__contacts">
    ${contacts.map(
      ({ name, phone, email, link, hours, outOfHours }) =>
        html`<li>
          <strong><bdi>${name}</bdi></strong
          >${outOfHours && !name.toLowerCase().includes(late) ? html` (${late})` : nothing}:
          ${phone ? html`<a class="govuk-link" href=${`tel:${dialled(phone)}`}>${phone}</a>` : nothing}
          ${email ? html`<a class="govuk-link" href=${`mailto:${email}`}>${email}</a>` : nothing}
          ${link ? html`<a class="govuk-link" href=${link} rel="noreferrer">${new URL(link).hostname}</a>` : nothing}
          ${hours ? html`<span class="hw-quiet">${hours}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}
