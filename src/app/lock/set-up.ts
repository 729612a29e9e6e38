import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../model/problem.ts';
import type { LockableVault } from '../../session/ports.ts';
import { Page } from '../pages/page.ts';
import type { PassphraseChoice } from './passphrase.ts';
import { passphraseForm } from './passphrase-form.ts';
import { noteCode } from './unkept.ts';

/** A council's age key, which can open the vault too, and what to call its keeper. */
export interface CouncilRecipient {
  readonly name: string;
  readonly recipient: string;
}

/** Real drafts can be kept now: passphrase chosen, recovery code kept. */
export class SetUpEvent extends Event {
  static readonly type = 'homeward-set-up';

  constructor() {
    super(SetUpEvent.type, { bubbles: true });
  }
}

/** The one step before the first real assessment: a passphrase, then the recovery code. */
export class SetUp extends Page {
  @property({ attribute: false }) vault: LockableVault | null = null;
  @property({ attribute: false }) council: CouncilRecipient | null = null;
  /** What was typed before, which will not do as a passphrase. */
  @property({ attribute: false }) typed: readonly string[] = [];
  /** What is waited for as soon as real drafts can be kept, before the code is shown. */
  @property({ attribute: false }) opened: () => Promise<void> = () => Promise.resolve();
  /** The level of its heading. */
  @property({ type: Number }) level: 1 | 2 = 1;
  @state() private code: string | null = null;
  @state() private busy = false;
  @state() private failed: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1, h2')?.focus());
  }

  protected override render(): TemplateResult {
    if (this.code !== null)
      return html`<homeward-recovery-code
        .code=${this.code}
        .level=${this.level}
        .council=${this.council?.name ?? ''}
        @homeward-code-kept=${this.#done}
      ></homeward-recovery-code>`;
    const title = msg('Set a passphrase', { id: 'set-up-title' });
    return html`${this.level === 1 ? html`<h1 class="govuk-heading-xl" tabindex="-1">${title}</h1>` : html`<h2 class="govuk-heading-l" tabindex="-1">${title}</h2>`}
      <p class="govuk-body-l hw-measure">
        ${msg('What you write about real families is encrypted on this computer, and the passphrase is what opens it. You are asked for it when you come back, and when nothing has been done for a while.', { id: 'set-up-what' })}
      </p>
      ${passphraseForm({ typed: this.typed, known: this.#known(), failed: this.failed, busy: this.busy, submit: this.#submit })}`;
  }

  #known(): TemplateResult {
    return html`<div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">${msg('Warning', { id: 'warning' })}</span>
          ${msg('Homeward cannot reset a passphrase: it never learns it. The next page gives you a recovery code for the day you forget it.', { id: 'set-up-no-reset' })}
        </strong>
      </div>
      ${
        this.council
          ? html`<p class="govuk-body">
              ${msg('Your council can open your assessments on this computer too, with a key that is kept by:', { id: 'set-up-council' })}
              <bdi>${this.council.name}</bdi>.
            </p>`
          : nothing
      }`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const passphrase = await this.querySelector<PassphraseChoice>('homeward-passphrase')?.chosen();
    if (!this.vault || !passphrase || this.busy) return;
    this.busy = true;
    this.failed = null;
    const made = await this.vault.create(passphrase, this.council?.recipient);
    if (made.ok) {
      noteCode(false);
      await this.opened();
      this.code = made.value.recoveryCode;
    } else [this.failed] = made.problems;
    this.busy = false;
  };

  readonly #done = (): void => {
    this.code = null;
    noteCode(true);
    this.dispatchEvent(new SetUpEvent());
  };
}
