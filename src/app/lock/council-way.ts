import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LockableVault } from '../../session/ports.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import { Page } from '../pages/page.ts';
import { saveCouncilFile } from './council-file.ts';

/** On the locked page: whether anybody can open it without passphrase and code, and what to do where a council can. */
export class CouncilWay extends Page {
  @property({ attribute: false }) vault: LockableVault | null = null;
  /** The file for the holder of a council's key; null where there is none, undefined until that is known. */
  @state() private file: Uint8Array<ArrayBuffer> | null | undefined = undefined;
  @state() private saved = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#look());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (file === undefined) return nothing;
    if (file === null)
      return html`<p class="govuk-body hw-quiet">
        ${msg('Without the passphrase and without the recovery code nobody can open them. Homeward cannot reset it. Training drafts are not locked.', { id: 'unlock-no-reset' })}
      </p>`;
    return html`<p class="govuk-body hw-quiet">
        ${msg('Homeward cannot reset it. Training drafts are not locked.', { id: 'unlock-no-reset-council' })}
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${msg('I have neither the passphrase nor the recovery code', { id: 'council-way' })}</span
          >
        </summary>
        <div class="govuk-details__text">
          <p class="govuk-body">
            ${msg('Your council keeps a recovery key for your assessments. Save this file and send it to whoever holds that key, as your council’s procedure says. They give you a code by telephone: enter it here with “Use the recovery code”, and choose a new passphrase.', { id: 'council-way-what' })}
          </p>
          <button type="button" class="govuk-button govuk-button--secondary" @click=${() => void this.#save(file)}>
            ${msg('Save the file for the holder of the key', { id: 'council-file' })}
          </button>
          <div role="status">
            ${
              this.saved === ''
                ? nothing
                : html`${resultHeading(2, msg('The file is saved', { id: 'save-done-title' }))}
                    <p class="govuk-body"><bdi class="hw-hash">${this.saved}</bdi></p>`
            }
          </div>
        </div>
      </details>`;
  }

  async #look(): Promise<void> {
    const { vault } = this;
    const council = vault && 'council' in vault ? await (vault as RealVault).council() : null;
    this.file = council?.ok ? (council.value?.file ?? null) : null;
  }

  async #save(file: Uint8Array<ArrayBuffer>): Promise<void> {
    this.saved = saveCouncilFile(file);
    await goToResult(this);
  }
}
