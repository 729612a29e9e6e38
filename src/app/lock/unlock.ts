import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../model/problem.ts';
import type { LockableVault, Secret } from '../../session/ports.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { UnlockedEvent } from './events.ts';
import { Following } from './following.ts';
import { lockStyles } from './lock.styles.ts';
import type { PassphraseChoice } from './passphrase.ts';
import { passphraseForm } from './passphrase-form.ts';
import { secretProblem } from './problems.ts';
import { secretField } from './secret-field.ts';

/** What is asked: the passphrase; the recovery code; then, after the code, a new passphrase. */
type Asked = 'passphrase' | 'code' | 'renew';

/** Asks for what opens real drafts. Whoever shows it hears `homeward-unlocked`. */
export class UnlockPage extends Page {
  @property({ attribute: false }) vault: LockableVault | null = null;
  /** Whether work that could not be saved is held in this page. */
  @property({ type: Boolean }) held = false;
  @state() private asked: Asked = 'passphrase';
  @state() private shown = false;
  @state() private busy = false;
  @state() private failed: Problem | null = null;
  #code = '';
  /** Locked again before a new passphrase was chosen: from the beginning. */
  readonly #following = new Following(this, () => {
    if (this.vault?.state === 'locked' && this.asked === 'renew') this.#ask('passphrase');
  });

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
    this.#goToBox();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#code = '';
  }

  protected override willUpdate(): void {
    this.#following.follow(this.vault);
  }

  protected override render(): TemplateResult {
    return html`<h1 class="govuk-heading-xl" tabindex="-1">${this.#title()}</h1>
      ${
        this.held
          ? html`<div class="govuk-inset-text hw-measure">
              ${msg('Your last changes could not be saved yet. They are held in this page, out of sight: do not close it, and unlock it to try again.', { id: 'unlock-held' })}
            </div>`
          : nothing
      }
      ${this.asked === 'renew' ? this.#renewal() : this.#secret()}`;
  }

  #title(): string {
    switch (this.asked) {
      case 'passphrase':
        return msg('Your assessments are locked', { id: 'unlock-title' });
      case 'code':
        return msg('Unlock with the recovery code', { id: 'unlock-code-title' });
      case 'renew':
        return msg('Choose a new passphrase', { id: 'unlock-renew-title' });
    }
  }

  #secret(): TemplateResult {
    const byCode = this.asked === 'code';
    return html`${
        byCode
          ? html`<p class="govuk-body-l hw-measure">
              ${msg('It was shown when the passphrase was set: letters and numbers in groups, printed or saved in a file. Capitals, spaces and hyphens do not matter.', { id: 'unlock-code-words' })}
            </p>`
          : this.failed?.code === 'damaged'
            ? html`<p class="govuk-body-l hw-measure">
                ${msg('The passphrase may be right: it is this computer that cannot read what it kept. Copies you saved to a file are not affected. They can be opened on another computer.', { id: 'unlock-damaged' })}
              </p>`
            : html`<p class="govuk-body-l hw-measure">
                ${
                  this.held
                    ? msg('Enter the passphrase to go on where you were.', { id: 'unlock-words-held' })
                    : msg('Nothing is lost. Enter the passphrase to go on where you were.', { id: 'unlock-words' })
                }
              </p>`
      }
      <form class="hw-measure" novalidate @submit=${this.#submit}>
        ${secretField({
          id: byCode ? 'unlock:code' : 'unlock:passphrase',
          label: byCode ? msg('Recovery code', { id: 'unlock-code' }) : msg('Passphrase', { id: 'unlock-passphrase' }),
          ...(this.failed ? { error: secretProblem(this.failed) } : {}),
          autocomplete: byCode ? 'off' : 'current-password',
          shown: this.shown || byCode,
          ...(byCode ? {} : { toggle: () => (this.shown = !this.shown) }),
        })}
        <div class="govuk-button-group">
          <button class="govuk-button" aria-disabled=${this.busy ? 'true' : nothing}>
            ${this.busy ? msg('One moment.', { id: 'one-moment' }) : msg('Unlock', { id: 'unlock' })}
          </button>
          <button type="button" class="hw-link-button" @click=${() => this.#ask(byCode ? 'passphrase' : 'code')}>
            ${byCode ? msg('Use the passphrase', { id: 'unlock-by-passphrase' }) : msg('Use the recovery code', { id: 'unlock-by-code' })}
          </button>
        </div>
        ${byCode ? nothing : html`<homeward-council-way .vault=${this.vault}></homeward-council-way>`}
      </form>`;
  }

  #renewal(): TemplateResult {
    return html`<p class="govuk-body-l hw-measure">
        ${msg('The recovery code was right and your assessments are open. The old passphrase still opens them until you choose a new one here; the recovery code stays as it is.', { id: 'unlock-renew-words' })}
      </p>
      ${passphraseForm({ failed: this.failed, busy: this.busy, submit: this.#renew })}`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const typed = this.querySelector<HTMLInputElement>('.hw-secret input')?.value ?? '';
    if (!this.vault || this.busy) return;
    const byCode = this.asked === 'code';
    const secret: Secret = byCode ? { recoveryCode: typed } : { passphrase: typed };
    this.busy = true;
    this.failed = null;
    const unlocked = await this.vault.unlock(secret);
    this.busy = false;
    if (!unlocked.ok) {
      [this.failed] = unlocked.problems;
      this.#goToBox();
    } else if (byCode) {
      this.#code = typed;
      this.#ask('renew');
    } else this.dispatchEvent(new UnlockedEvent());
  };

  readonly #renew = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const next = await this.querySelector<PassphraseChoice>('homeward-passphrase')?.chosen();
    if (!this.vault || !next || this.busy) return;
    this.busy = true;
    this.failed = null;
    const changed = await this.vault.changePassphrase({ recoveryCode: this.#code }, next);
    this.busy = false;
    if (changed.ok) {
      this.#code = '';
      this.dispatchEvent(new UnlockedEvent());
    } else [this.failed] = changed.problems;
  };

  #ask(asked: Asked): void {
    this.asked = asked;
    if (asked !== 'renew') this.#code = '';
    const box = this.querySelector<HTMLInputElement>('.hw-secret input');
    if (box) box.value = '';
    this.failed = null;
    this.shown = false;
    this.#goToBox();
  }

  #goToBox(): void {
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(this.asked === 'renew' ? 'h1' : '.hw-secret input')?.focus(),
    );
  }
}
