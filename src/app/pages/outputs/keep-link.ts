import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Session } from '../../../session/session.ts';
import { hashOf } from '../../routes.ts';

/** What is kept out so far, in numbers, and the way to say more. */
export function keepLink({ assessment: { id, sharing } }: Session): TemplateResult {
  const kept = Object.keys(sharing?.kept ?? {}).length;
  const [addresses, words] = [sharing?.addresses?.length ?? 0, sharing?.words?.length ?? 0];
  return html`<p class="govuk-body hw-measure">
    ${msg(str`Kept out so far: answers ${kept}, people whose whereabouts are hidden ${addresses}, words ${words}.`, { id: 'keep-so-far' })}
    <a class="govuk-link" href=${hashOf({ page: 'output', id, kind: 'keep' })}
      >${msg('What to keep out of copies', { id: 'keep-title' })}</a
    >
  </p>`;
}
