import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fileName } from '../../exchange/file-name.ts';
import { download } from '../download.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { lockStyles } from './lock.styles.ts';

/** The person said that the recovery code is kept. */
export class KeptEvent extends Event {
  static readonly type = 'homeward-code-kept';

  constructor() {
    super(KeptEvent.type, { bubbles: true });
  }
}

/** Shows a recovery code, the only time it can be shown, until somebody says that it is kept. */
export class RecoveryCode extends Page {
  @property() code = '';
  /** The council's recovery recipient by its name, where it has one. */
  @property() council = '';
  /** The level of its heading. */
  @property({ type: Number }) level: 1 | 2 = 1;
  @state() private unsaid = false;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1, h2')?.focus());
  }

  protected override render(): TemplateResult {
    const title = msg('Your recovery code', { id: 'code-title' });
    return html`<div class="hw-recovery hw-measure">
      ${this.level === 1 ? html`<h1 class="govuk-heading-xl" tabindex="-1">${title}</h1>` : html`<h2 class="govuk-heading-l" tabindex="-1">${title}</h2>`}
      <p class="govuk-body">
        ${msg('If you forget the passphrase, this code opens your assessments on this computer. It is shown now and never again.', { id: 'code-what' })}
      </p>
      <p class="hw-phrase hw-phrase--code" translate="no" data-recovery-code>${this.code}</p>
      <p class="govuk-body"><strong>${this.#whoElse()}</strong></p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#print}>
          ${msg('Print it', { id: 'code-print' })}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#save}>
          ${msg('Save it to a file', { id: 'code-save' })}
        </button>
      </div>
      <p class="govuk-body">
        ${msg('Keep it where your team keeps such things, not with this computer: on paper in a locked drawer, or in a password manager your council allows.', { id: 'code-where' })}
      </p>
      <form novalidate @submit=${this.#submit}>
        <div class="govuk-form-group ${this.unsaid ? 'govuk-form-group--error' : ''}">
          <p class="govuk-error-message" id="code:error" role="alert" ?hidden=${!this.unsaid}>
            ${this.unsaid ? msg('Say that you have kept the code', { id: 'code-unsaid' }) : nothing}
          </p>
          <div class="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="code:kept"
                aria-describedby=${this.unsaid ? 'code:error' : nothing}
              />
              <label class="govuk-label govuk-checkboxes__label" for="code:kept"
                >${msg('I have kept the recovery code', { id: 'code-kept' })}</label
              >
            </div>
          </div>
        </div>
        <button class="govuk-button">${msg('Continue', { id: 'continue' })}</button>
      </form>
    </div>`;
  }

  #whoElse(): TemplateResult {
    return this.council === ''
      ? html`${msg('Without the passphrase and without this code nobody can open your assessments. Homeward cannot reset it, and neither can your IT support.', { id: 'code-nobody' })}`
      : html`${msg('Without the passphrase and without this code only this part of your council can open your assessments:', { id: 'code-council' })}
          <bdi>${this.council}</bdi>. ${msg('Homeward cannot reset it.', { id: 'code-no-reset' })}`;
  }

  readonly #print = (): void => {
    window.print();
  };

  readonly #save = (): void => {
    const text = [
      msg('Recovery code for the assessments in Homeward', { id: 'code-file-title' }),
      '',
      this.code,
      '',
      msg('Whoever has this code and the computer can read the assessments. Do not keep the two together.', {
        id: 'code-file-warning',
      }),
      '',
    ].join('\r\n');
    download(new TextEncoder().encode(text), fileName('recovery-code', new Date(), 'txt'), 'text/plain');
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const box = this.querySelector<HTMLInputElement>('[id="code:kept"]');
    this.unsaid = box?.checked !== true;
    if (this.unsaid) box?.focus();
    else this.dispatchEvent(new KeptEvent());
  };
}
