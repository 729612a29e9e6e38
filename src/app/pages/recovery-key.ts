import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../model/problem.ts';
import { filesStyles } from '../files/files.styles.ts';
import { inWorker } from '../files/in-worker.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import type { Visit } from '../later.ts';
import { secretField } from '../lock/secret-field.ts';
import { lockStyles } from '../lock/lock.styles.ts';
import { hashOf } from '../routes.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';

/** Larger ones are neither a key nor what a vault makes for one. */
const mostBytes = 100_000;

/** For whoever holds a council's recovery key: the file of a locked vault becomes a code that unlocks it. Nothing is kept. */
export class RecoveryKeyPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private busy = false;
  @state() private shown = false;
  @state() private missing: 'file' | 'key' | null = null;
  @state() private failed: Problem | null = null;
  @state() private code = '';

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
    adoptStyles(this, filesStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.code = '';
  }

  protected override render(): TemplateResult {
    return html`<a class="govuk-back-link" href=${hashOf({ page: 'copies' })}
        >${msg('Copies and keys', { id: 'copies-title' })}</a
      >
      <h1 class="govuk-heading-xl">${msg('Open with a council’s recovery key', { id: 'holder-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('For whoever holds the recovery key of a council. A worker who has lost both passphrase and recovery code sends you a file from their computer. With your key it becomes a code that opens their assessments there. Nothing of it is kept here.', { id: 'holder-lead' })}
      </p>
      <form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
        ${this.#file('file', msg('The file from the worker’s computer', { id: 'holder-file' }), msg('Its name begins with “homeward-for-recovery”.', { id: 'holder-file-hint' }))}
        ${this.#file('key', msg('The file with the recovery key', { id: 'holder-key' }), msg('As Homeward or “age-keygen” made it.', { id: 'holder-key-hint' }))}
        ${secretField({
          id: 'holder:phrase',
          label: msg('The passphrase of the key', { id: 'holder-phrase' }),
          hint: msg('Leave it empty where the file with the key has none.', { id: 'holder-phrase-hint' }),
          ...(this.failed ? { error: words(this.failed) } : {}),
          autocomplete: 'off',
          shown: this.shown,
          toggle: () => (this.shown = !this.shown),
        })}
        <button class="govuk-button" aria-disabled=${this.busy ? 'true' : nothing}>
          ${this.busy ? msg('One moment.', { id: 'one-moment' }) : msg('Show the code', { id: 'holder-show' })}
        </button>
      </form>
      <div role="status" class="hw-measure">${this.code === '' ? nothing : this.#shown()}</div>
      <h2 class="govuk-heading-l">${msg('A draft that was saved for the key', { id: 'holder-draft' })}</h2>
      <p class="govuk-body hw-measure">
        ${msg('A file with drafts that was made for your public key opens with the same key:', { id: 'holder-draft-what' })}
        <a class="govuk-link" href=${hashOf({ page: 'review' })}
          >${msg('to be read, and nothing of it stays here', { id: 'holder-draft-read' })}</a
        >,
        <a class="govuk-link" href=${hashOf({ page: 'open' })}
          >${msg('or to be kept among the drafts of this computer', { id: 'holder-draft-keep' })}</a
        >.
      </p>
      <h2 class="govuk-heading-l">${msg('Making such a key', { id: 'holder-make' })}</h2>
      <p class="govuk-body hw-measure">
        ${msg('Make it under “Copies and keys” or with “age-keygen”, on a computer of those who will hold it. Keep the file and its passphrase with two people. Publish the public part and its fingerprint where workers can be sure of it; each adds it in the settings.', { id: 'holder-make-what' })}
      </p>`;
  }

  #file(of: 'file' | 'key', label: string, hint: string): TemplateResult {
    const id = `holder:${of}`;
    const missing = this.missing === of;
    return html`<div class="govuk-form-group ${missing ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for=${id}>${label}</label>
      <div class="govuk-hint" id="${id}-hint">${hint}</div>
      <p class="govuk-error-message" id="${id}-error" role="alert" ?hidden=${!missing}>
        ${missing ? msg('Choose this file', { id: 'holder-missing' }) : nothing}
      </p>
      <input
        class="govuk-file-upload"
        type="file"
        id=${id}
        accept=".age,.txt"
        aria-describedby="${id}-hint${missing ? ` ${id}-error` : ''}"
      />
    </div>`;
  }

  #shown(): TemplateResult {
    return html`${resultHeading(2, msg('The code for this worker', { id: 'holder-code' }))}
      <p class="hw-phrase hw-phrase--code" translate="no" data-vault-code>${this.code}</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          ${msg('Make sure who asks, as your council’s procedure says, and note who asked and when.', { id: 'holder-code-who' })}
        </li>
        <li>
          ${msg('Read the code out by telephone. Never send it together with the file.', { id: 'holder-code-say' })}
        </li>
        <li>
          ${msg('They choose “Use the recovery code” on the locked page, enter it, and choose a new passphrase.', { id: 'holder-code-enter' })}
        </li>
        <li>
          ${msg('Delete the file, and do not write the code down: it opens the assessments on that computer at any time.', { id: 'holder-code-forget' })}
        </li>
      </ol>`;
  }

  async #bytesOf(of: 'file' | 'key'): Promise<Uint8Array | null> {
    const input = this.querySelector<HTMLInputElement>(`[id="holder:${of}"]`);
    const [file] = input?.files ?? [];
    if (file && file.size <= mostBytes) return new Uint8Array(await file.arrayBuffer());
    this.missing = of;
    input?.focus();
    return null;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.code = '';
    this.failed = null;
    this.missing = null;
    const bytes = await this.#bytesOf('file');
    const keptIn = bytes && (await this.#bytesOf('key'));
    if (!bytes || !keptIn) return;
    const passphrase = this.querySelector<HTMLInputElement>('[id="holder:phrase"]')?.value ?? '';
    this.busy = true;
    const read = await inWorker({ do: 'vault-code', bytes, key: { keptIn, passphrase } });
    this.busy = false;
    if (read.ok) {
      this.code = read.value;
      await goToResult(this);
    } else {
      [this.failed] = read.problems;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[id="holder:phrase"]')?.focus();
    }
  };
}

/** Why there is no code, in words. */
function words({ code }: Problem): string {
  switch (code) {
    case 'wrong-passphrase':
      return msg('This passphrase does not open the file with the key', { id: 'holder-wrong-passphrase' });
    case 'not-an-identity':
      return msg('The second file holds no key. Choose the file that was saved when the key was made', {
        id: 'holder-not-a-key',
      });
    case 'wrong-key':
      return msg('The file from the worker’s computer was made for another key', { id: 'holder-wrong-key' });
    case 'not-a-vault-file':
      return msg('The first file is not one that a locked computer made for a recovery key', {
        id: 'holder-not-a-vault',
      });
    default:
      return msg('These files could not be read. Ask for the first one to be sent again', { id: 'holder-failed' });
  }
}
