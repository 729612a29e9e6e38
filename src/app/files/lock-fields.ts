import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { tidy, type Lock } from '../../exchange/age-file.ts';
import { fiveWords } from '../../exchange/five-words.ts';
import { isRecipient } from '../../exchange/identity.ts';
import { filePhraseFault } from '../lock/weak-words.ts';
import { weaknessOf } from '../lock/weakness.ts';
import { Page } from '../pages/page.ts';

type Way = 'passphrase' | 'recipients' | 'none';

/** How a file is to be protected: with a passphrase, for colleagues' keys, or (training only) not at all. */
export class LockFields extends Page {
  /** Whether a file without protection may be made. */
  @property({ attribute: false }) plain = false;
  @state() private way: Way = 'passphrase';
  @state() private error = '';

  protected override render(): TemplateResult {
    const ways: readonly (readonly [Way, string, string])[] = [
      [
        'passphrase',
        msg('With a passphrase', { id: 'lock-passphrase' }),
        msg(
          'Whoever has the file and the passphrase can open it. Say the passphrase by telephone, never in the same message as the file.',
          { id: 'lock-passphrase-hint' },
        ),
      ],
      [
        'recipients',
        msg('For a colleague’s key', { id: 'lock-key' }),
        msg('Only they can open it, and no passphrase has to be shared.', { id: 'lock-key-hint' }),
      ],
      ...(this.plain
        ? ([
            [
              'none',
              msg('Not protected', { id: 'lock-none' }),
              msg('For training only: anybody can read it.', { id: 'lock-none-hint' }),
            ],
          ] as const)
        : []),
    ];
    return html`<fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          ${msg('How the file is protected', { id: 'lock-legend' })}
        </legend>
        <div class="govuk-radios govuk-form-group">
          ${ways.map(
            ([way, label, hint]) =>
              html`<div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name="lock-way"
                  id="lock:${way}"
                  .checked=${this.way === way}
                  aria-describedby="lock:${way}-hint"
                  @change=${() => {
                    this.way = way;
                    this.error = '';
                  }}
                />
                <label class="govuk-label govuk-radios__label" for="lock:${way}">${label}</label>
                <div class="govuk-hint govuk-radios__hint" id="lock:${way}-hint">${hint}</div>
              </div>`,
          )}
        </div>
      </fieldset>
      ${this.way === 'passphrase' ? this.#passphrase() : this.way === 'recipients' ? this.#recipients() : nothing}`;
  }

  #passphrase(): TemplateResult {
    return html`<div class="govuk-form-group ${this.error ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for="lock:phrase"
        >${msg('Passphrase for this file', { id: 'lock-phrase' })}</label
      >
      <div class="govuk-hint" id="lock:phrase-hint">
        ${msg('Write it down where you will find it: without it nobody can open the file, and it cannot be reset.', { id: 'lock-phrase-hint' })}
      </div>
      ${this.#error()}
      <input
        class="govuk-input govuk-input--width-30"
        id="lock:phrase"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="lock:phrase-hint${this.error ? ' lock:error' : ''}"
      />
      <p class="govuk-body">
        <button type="button" class="hw-link-button" @click=${this.#offer}>
          ${msg('Use five words chosen by chance', { id: 'lock-offer' })}
        </button>
      </p>
    </div>`;
  }

  #recipients(): TemplateResult {
    return html`<div class="govuk-form-group ${this.error ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for="lock:keys"
        >${msg('Public keys, one on each line', { id: 'lock-keys' })}</label
      >
      <div class="govuk-hint" id="lock:keys-hint">
        ${msg('A public key begins with “age1”. A colleague finds theirs under “Copies and keys”. Check with them that it is theirs.', { id: 'lock-keys-hint' })}
      </div>
      ${this.#error()}
      <textarea
        class="govuk-textarea"
        id="lock:keys"
        rows="3"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="lock:keys-hint${this.error ? ' lock:error' : ''}"
      ></textarea>
    </div>`;
  }

  #error(): TemplateResult | typeof nothing {
    return this.error ? html`<p class="govuk-error-message" id="lock:error" role="alert">${this.error}</p>` : nothing;
  }

  /** How the name of the file ends, as things stand. */
  get ending(): 'age' | 'json' {
    return this.way === 'none' ? 'json' : 'age';
  }

  readonly #offer = async (): Promise<void> => {
    const words = await fiveWords();
    const input = this.querySelector<HTMLInputElement>('[id="lock:phrase"]');
    if (!input) return;
    input.value = words;
    input.focus();
  };

  /** The lock as it was asked for; null for none, undefined (and said beside the field) where something is missing. */
  async lock(): Promise<Lock | null | undefined> {
    this.error = '';
    if (this.way === 'none') return null;
    if (this.way === 'passphrase') {
      const passphrase = tidy(this.querySelector<HTMLInputElement>('[id="lock:phrase"]')?.value ?? '');
      this.error = filePhraseFault(weaknessOf(passphrase));
      if (this.error === '') return { passphrase };
    } else {
      const typed = this.querySelector<HTMLTextAreaElement>('[id="lock:keys"]')?.value ?? '';
      const recipients = typed.split(/[\s,;]+/).filter((key) => key !== '');
      const known = await Promise.all(recipients.map(isRecipient));
      if (recipients.length > 0 && known.every(Boolean)) return { recipients };
      this.error = msg('Enter public keys that begin with “age1”, whole and without other words', {
        id: 'lock-no-key',
      });
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('[id="lock:phrase"], [id="lock:keys"]')?.focus();
    return undefined;
  }
}
