import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contact, FamilyCopy } from '../../../model/assessment.ts';
import type { FamilyDraft } from '../../../outputs/family-draft.ts';
import type { Session } from '../../../session/session.ts';
import { settleCopy } from './settle.ts';

interface Given {
  readonly session: Session;
  /** Which copy. */
  readonly name: string;
  readonly copy: FamilyCopy;
  readonly draft: FamilyDraft;
}

/** Never fewer lines than this. */
const least = 3;

/** Whom to call: from the answers where they say it, else typed here. */
export function contactFields({ session, name, copy, draft }: Given): TemplateResult {
  const contacts = copy.contacts ?? draft.contacts;
  const lines: readonly Contact[] = Array.from(
    { length: Math.max(least, contacts.length + 1) },
    (_, index) => contacts[index] ?? { name: '', reach: '' },
  );
  const change = (index: number, set: Partial<Contact>): void => {
    const next = lines
      .map((line, at) => (at === index ? { ...line, ...set } : line))
      .filter((line) => line.name.trim() !== '' || line.reach.trim() !== '');
    settleCopy(session, name, (now) => ({ ...now, contacts: next }));
  };
  const field = (index: number, key: keyof Contact, label: string): TemplateResult =>
    html`<div class="govuk-form-group">
      <label class="govuk-label" for="contact:${index}:${key}">${label}</label>
      <textarea
        class="govuk-textarea"
        id="contact:${index}:${key}"
        rows="1"
        autocomplete="off"
        maxlength="300"
        ?disabled=${session.readonly}
        .value=${live(lines[index]?.[key] ?? '')}
        @change=${(event: Event) => {
          // A long line shows whole in such a box, and stays one line.
          change(index, { [key]: (event.target as HTMLTextAreaElement).value.replace(/\s*\n\s*/g, ' ') });
        }}
      ></textarea>
    </div>`;
  return html`<h2 class="govuk-heading-l">${msg('Who to call', { id: 'contacts-title' })}</h2>
    <p class="govuk-body hw-measure">
      ${msg('From the answers where they name somebody. Try every number before you hand it out.', { id: 'contacts-hint' })}
    </p>
    ${lines.map(
      (_, index) =>
        html`<div class="hw-contacts">
          ${field(index, 'name', msg(str`Person or team ${index + 1}`, { id: 'contact-name' }))}
          ${field(index, 'reach', msg(str`Number and times ${index + 1}`, { id: 'contact-reach' }))}
        </div>`,
    )}`;
}
