import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { Page } from '../pages/page.ts';
import { hashOf } from '../routes.ts';
import { isCodeUnkept } from './unkept.ts';

/** Says on the page of a real draft that there is a recovery code nobody confirmed. */
export class CodeNotice extends Page {
  protected override render(): TemplateResult | typeof nothing {
    if (!isCodeUnkept()) return nothing;
    return html`<div class="govuk-inset-text hw-measure">
      <p class="govuk-body">${codeUnkept()}</p>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'settings' })}
          >${msg('Make a new recovery code in the settings', { id: 'code-unkept-settings' })}</a
        >
      </p>
    </div>`;
  }
}

export const codeUnkept = (): string =>
  msg(
    'There is a recovery code, but nobody has said that it is kept. If you do not have it, make a new one: without it, a forgotten passphrase cannot be mended.',
    { id: 'code-unkept' },
  );
