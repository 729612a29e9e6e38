import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import { secretProblem } from './problems.ts';

/** A form that asks for a new passphrase, and how it stands. */
export interface PassphraseForm {
  readonly typed?: readonly string[];
  /** What is to be known before it is used. */
  readonly known?: TemplateResult;
  readonly failed: Problem | null;
  readonly busy: boolean;
  readonly submit: (event: SubmitEvent) => Promise<void>;
}

export function passphraseForm({ typed = [], known, failed, busy, submit }: PassphraseForm): TemplateResult {
  return html`<form class="hw-measure" novalidate autocomplete="off" @submit=${submit}>
    <homeward-passphrase .typed=${typed}></homeward-passphrase>
    ${known ?? nothing}
    <p class="govuk-error-message" role="alert" ?hidden=${!failed}>${failed ? secretProblem(failed) : nothing}</p>
    <button class="govuk-button" aria-disabled=${busy ? 'true' : nothing}>
      ${busy ? msg('One moment.', { id: 'one-moment' }) : msg('Use this passphrase', { id: 'set-up-use' })}
    </button>
  </form>`;
}
