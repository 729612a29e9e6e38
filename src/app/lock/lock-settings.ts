import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../model/problem.ts';
import type { Secret } from '../../session/ports.ts';
import type { BothVaults } from '../both-vaults.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { codeUnkept } from './code-notice.ts';
import { AskUnlockEvent } from './events.ts';
import { Following } from './following.ts';
import { chooseLockAfter, LimitEvent, limits, lockAfter } from './limit.ts';
import { lockStyles } from './lock.styles.ts';
import type { PassphraseChoice } from './passphrase.ts';
import { secretProblem } from './problems.ts';
import { secretField } from './secret-field.ts';
import { isCodeUnkept, noteCode } from './unkept.ts';
import { whyNoReal } from './why.ts';

/** What is being done: setting up, changing the passphrase, making another code; or a new code is shown. */
type Doing = 'nothing' | 'set-up' | 'change' | 'renew' | 'shown';

/** The part of the settings about the lock: when it locks, another passphrase, another recovery code. */
export class LockSettings extends Page {
  @property({ attribute: false }) vault: BothVaults | null = null;
  @state() private doing: Doing = 'nothing';
  @state() private shown = false;
  @state() private busy = false;
  @state() private failed: Problem | null = null;
  @state() private said = '';
  @state() private code = '';
  /** What was begun before it locked is not gone on with. */
  readonly #following = new Following(this, () => {
    if (this.vault?.isLocked) this.doing = 'nothing';
  });

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.code = '';
  }

  protected override willUpdate(): void {
    this.#following.follow(this.vault);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { vault } = this;
    if (!vault) return nothing;
    const title = html`<h2 class="govuk-heading-l" tabindex="-1">
      ${msg('Passphrase and lock', { id: 'lock-settings' })}
    </h2>`;
    if (!vault.real) return html`${title}${whyNoReal()}`;
    if (this.doing === 'set-up')
      return html`<homeward-set-up
        .vault=${vault.real}
        level="2"
        @homeward-set-up=${() => this.#done(msg('The passphrase is set. Real assessments can be begun.', { id: 'lock-set-up-done' }))}
      ></homeward-set-up>`;
    if (this.doing === 'shown')
      return html`<homeward-recovery-code
        .code=${this.code}
        level="2"
        @homeward-code-kept=${this.#renewed}
      ></homeward-recovery-code>`;
    return html`${title}
      <p class="govuk-body" role="status">${this.said}</p>
      ${vault.real.state === 'memory' ? this.#memory() : vault.real.state === 'none' ? this.#none() : vault.isLocked ? this.#locked() : this.#open()}`;
  }

  #memory(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
      ${msg('Nothing here outlives this page, so there is nothing to lock and no passphrase to set.', { id: 'lock-memory' })}
    </p>`;
  }

  #none(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('No passphrase has been set. It is asked for before the first assessment of a real family; training drafts need none.', { id: 'lock-none-set' })}
      </p>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('set-up')}>
        ${msg('Set a passphrase', { id: 'set-up-title' })}
      </button>`;
  }

  #locked(): TemplateResult {
    return html`<p class="govuk-body hw-measure">${msg('Your assessments are locked', { id: 'unlock-title' })}.</p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        @click=${() => this.dispatchEvent(new AskUnlockEvent())}
      >
        ${msg('Unlock', { id: 'unlock' })}
      </button>`;
  }

  #open(): TemplateResult {
    return html`${isCodeUnkept() ? html`<p class="govuk-inset-text hw-measure">${codeUnkept()}</p>` : nothing}
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="lock:after"
          >${msg('Lock when nothing has been done for', { id: 'lock-after' })}</label
        >
        <div class="govuk-hint" id="lock:after:hint">
          ${msg('What you wrote is saved first, and you come back to the same place. There is a warning one minute before.', { id: 'lock-after-hint' })}
        </div>
        <select class="govuk-select" id="lock:after" aria-describedby="lock:after:hint" @change=${this.#limit}>
          ${limits.map((minutes) => html`<option value=${minutes} ?selected=${minutes === lockAfter()}>${msg(str`${minutes} minutes`, { id: 'lock-minutes' })}</option>`)}
        </select>
      </div>
      ${
        this.doing === 'nothing'
          ? html`<div class="govuk-button-group">
              <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('change')}>
                ${msg('Change the passphrase', { id: 'lock-change' })}
              </button>
              <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('renew')}>
                ${msg('Make a new recovery code', { id: 'lock-renew' })}
              </button>
            </div>`
          : this.#form()
      }
      <homeward-council-key .vault=${this.vault?.real ?? null}></homeward-council-key>`;
  }

  #form(): TemplateResult {
    const change = this.doing === 'change';
    return html`<form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
      <h3 class="govuk-heading-m">
        ${change ? msg('Change the passphrase', { id: 'lock-change' }) : msg('Make a new recovery code', { id: 'lock-renew' })}
      </h3>
      ${secretField({
        id: 'lock:now',
        label: msg('The passphrase now', { id: 'lock-now' }),
        ...(this.failed ? { error: secretProblem(this.failed) } : {}),
        autocomplete: 'current-password',
        shown: this.shown,
        toggle: () => (this.shown = !this.shown),
      })}
      ${change ? html`<homeward-passphrase name="lock-next"></homeward-passphrase>` : nothing}
      <div class="govuk-button-group">
        <button class="govuk-button" aria-disabled=${this.busy ? 'true' : nothing}>
          ${
            this.busy
              ? msg('One moment.', { id: 'one-moment' })
              : change
                ? msg('Use this passphrase', { id: 'set-up-use' })
                : msg('Make it', { id: 'lock-make' })
          }
        </button>
        <button type="button" class="hw-link-button" @click=${() => this.#done('')}>
          ${msg('Cancel', { id: 'cancel' })}
        </button>
      </div>
    </form>`;
  }

  #begin(doing: Doing): void {
    this.doing = doing;
    this.said = '';
    this.failed = null;
    this.shown = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[id="lock:now"]')?.focus());
  }

  #done(said: string): void {
    this.doing = 'nothing';
    this.said = said;
    this.code = '';
    this.failed = null;
    void this.updateComplete.then(() => this.querySelector('h2')?.focus());
  }

  readonly #limit = (event: Event): void => {
    const minutes = Number((event.target as HTMLSelectElement).value);
    this.said = chooseLockAfter(minutes)
      ? msg(str`It locks after ${minutes} minutes from now on.`, { id: 'lock-after-said' })
      : msg('This browser remembers no settings: it locks after 15 minutes.', { id: 'lock-after-not' });
    this.dispatchEvent(new LimitEvent());
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const real = this.vault?.real;
    const now: Secret = { passphrase: this.querySelector<HTMLInputElement>('[id="lock:now"]')?.value ?? '' };
    if (!real || this.busy) return;
    const { doing } = this;
    const next = doing === 'change' ? await this.querySelector<PassphraseChoice>('homeward-passphrase')?.chosen() : '';
    if (next === null || next === undefined) return;
    this.busy = true;
    this.failed = null;
    if (doing === 'change') {
      const changed = await real.changePassphrase(now, next);
      if (changed.ok)
        this.#done(msg('The passphrase is changed. The recovery code stays as it was.', { id: 'lock-changed' }));
      else this.#fail(changed.problems[0]);
    } else {
      const renewed = await real.renewRecovery(now);
      if (renewed.ok) {
        noteCode(false);
        this.code = renewed.value.recoveryCode;
        this.doing = 'shown';
      } else this.#fail(renewed.problems[0]);
    }
    this.busy = false;
  };

  readonly #renewed = (): void => {
    noteCode(true);
    this.#done(msg('The new recovery code holds. The one before opens nothing any more.', { id: 'lock-renewed' }));
  };

  #fail(problem: Problem): void {
    this.failed = problem;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[id="lock:now"]')?.focus());
  }
}
