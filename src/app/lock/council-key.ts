import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fingerprintOf, isRecipient } from '../../exchange/identity.ts';
import type { Problem } from '../../model/problem.ts';
import type { RealVault } from '../../store/open-vaults.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import { Page } from '../pages/page.ts';
import { local } from '../../content/packs.ts';
import { councilFileButton } from './council-file.ts';
import { secretProblem } from './problems.ts';
import { secretField } from './secret-field.ts';

/** What is being done: a public key is entered; it is compared and confirmed; the one there is is taken away. */
type Doing = 'nothing' | 'enter' | 'confirm' | 'remove';
type Council = Extract<Awaited<ReturnType<RealVault['council']>>, { ok: true }>['value'];

/** The part of the lock settings about a council's recovery key: given, looked at, taken away. */
export class CouncilKey extends Page {
  @property({ attribute: false }) vault: RealVault | null = null;
  @state() private council: Council = null;
  @state() private known = false;
  @state() private doing: Doing = 'nothing';
  @state() private entered = '';
  @state() private notAKey = false;
  @state() private failed: Problem | null = null;
  @state() private shown = false;
  @state() private busy = false;
  /** What came of it, as a heading. */
  @state() private came = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#look());
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.known) return nothing;
    return html`<h3 class="govuk-heading-m">${msg('Your council’s recovery key', { id: 'council-title' })}</h3>
      <div role="status">${this.came === '' ? nothing : resultHeading(4, this.came)}</div>
      ${this.doing === 'nothing' ? (this.council ? this.#there(this.council) : this.#none()) : nothing}
      ${this.doing === 'enter' ? this.#enter() : nothing}
      ${this.doing === 'confirm' || this.doing === 'remove' ? this.#confirm() : nothing}`;
  }

  #none(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('A council may keep a recovery key for the day when somebody has lost both passphrase and recovery code, or is not there any more. Whoever holds its secret part can then open your assessments, together with a file from this computer. Add one only if your council has told you to.', { id: 'council-why' })}
      </p>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('enter')}>
        ${msg('Add your council’s key', { id: 'council-add' })}
      </button>`;
  }

  #there({ recipient, file }: NonNullable<Council>): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('Whoever holds the secret part of this key can open your assessments, together with a file from this computer.', { id: 'council-there' })}
      </p>
      ${keyFacts(recipient)}
      <div class="govuk-button-group">
        ${councilFileButton(file)}
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('enter')}>
          ${msg('Put another key in its place', { id: 'council-replace' })}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin('remove')}>
          ${msg('Remove the key', { id: 'council-remove' })}
        </button>
      </div>`;
  }

  #enter(): TemplateResult {
    return html`<form class="hw-measure" novalidate autocomplete="off" @submit=${this.#compare}>
      <div class="govuk-form-group ${this.notAKey ? 'govuk-form-group--error' : ''}">
        <label class="govuk-label govuk-label--s" for="council:key"
          >${msg('Public part of your council’s recovery key', { id: 'council-key' })}</label
        >
        <div class="govuk-hint" id="council:key-hint">
          ${msg('It begins with “age1”. Take it from a page of your council that you know, not from a message.', { id: 'council-key-hint' })}
        </div>
        <p class="govuk-error-message" id="council:key-error" role="alert" ?hidden=${!this.notAKey}>
          ${this.notAKey ? msg('Enter a public key that begins with “age1”, whole and without other words', { id: 'council-no-key' }) : nothing}
        </p>
        <textarea
          class="govuk-textarea"
          id="council:key"
          rows="2"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="council:key-hint${this.notAKey ? ' council:key-error' : ''}"
          .defaultValue=${this.entered}
        ></textarea>
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button">${msg('Continue', { id: 'continue' })}</button>
        ${this.#cancel()}
      </div>
    </form>`;
  }

  #confirm(): TemplateResult {
    const removes = this.doing === 'remove';
    return html`<form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
      <h4 class="govuk-heading-s" tabindex="-1" data-result>
        ${removes ? msg('Remove your council’s recovery key?', { id: 'council-remove-title' }) : msg('Is this your council’s key?', { id: 'council-compare' })}
      </h4>
      ${
        removes
          ? html`<p class="govuk-body">
              ${msg('From then on only your passphrase and your recovery code open your assessments. A file for the holder of the key that was saved before still opens them: ask for it to be destroyed.', { id: 'council-remove-what' })}
            </p>`
          : html`<p class="govuk-body">
                ${msg('Compare the fingerprint with the one your council has published. Go on only if every group is the same: whoever owns this key will be able to open your assessments.', { id: 'council-compare-what' })}
              </p>
              ${keyFacts(this.entered)}`
      }
      ${secretField({
        id: 'council:now',
        label: msg('The passphrase now', { id: 'lock-now' }),
        ...(this.failed ? { error: secretProblem(this.failed) } : {}),
        autocomplete: 'current-password',
        shown: this.shown,
        toggle: () => (this.shown = !this.shown),
      })}
      <div class="govuk-button-group">
        <button
          class="govuk-button ${removes ? 'govuk-button--warning' : ''}"
          aria-disabled=${this.busy ? 'true' : nothing}
        >
          ${
            this.busy
              ? msg('One moment.', { id: 'one-moment' })
              : removes
                ? msg('Remove the key', { id: 'council-remove' })
                : msg('Add this key', { id: 'council-add-this' })
          }
        </button>
        ${this.#cancel()}
      </div>
    </form>`;
  }

  #cancel(): TemplateResult {
    return html`<button type="button" class="hw-link-button" @click=${() => void this.#cancelled()}>
      ${msg('Cancel', { id: 'cancel' })}
    </button>`;
  }

  async #look(): Promise<void> {
    const council = await this.vault?.council();
    this.council = council?.ok ? council.value : null;
    this.known = council?.ok ?? false;
  }

  #begin(doing: Doing): void {
    this.doing = doing;
    // The council's overlay may name it; comparing the fingerprint stays with the person.
    this.entered = local.inForce?.thresholds.recoveryRecipient ?? '';
    this.notAKey = false;
    this.failed = null;
    this.shown = false;
    this.came = '';
    if (doing === 'remove') void goToResult(this);
    else this.#goTo('[id="council:key"]');
  }

  async #cancelled(): Promise<void> {
    this.doing = 'nothing';
    await this.updateComplete;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  readonly #compare = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.entered = this.querySelector<HTMLTextAreaElement>('textarea')?.value.trim() ?? '';
    this.notAKey = !(await isRecipient(this.entered));
    if (this.notAKey) this.#goTo('[id="council:key"]');
    else {
      this.doing = 'confirm';
      await goToResult(this);
    }
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { vault, entered } = this;
    const passphrase = this.querySelector<HTMLInputElement>('[id="council:now"]')?.value ?? '';
    if (!vault || this.busy) return;
    const removes = this.doing === 'remove';
    this.busy = true;
    this.failed = null;
    const changed = await vault.changeCouncil({ passphrase }, removes ? null : entered);
    this.busy = false;
    if (!changed.ok) {
      [this.failed] = changed.problems;
      this.#goTo('[id="council:now"]');
      return;
    }
    this.doing = 'nothing';
    this.came = removes
      ? msg('Your council’s key is removed', { id: 'council-removed' })
      : msg('Your council’s key is added', { id: 'council-added' });
    await this.#look();
    await goToResult(this);
  };

  #goTo(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }
}

/** A public key and what two people compare of it. */
export function keyFacts(recipient: string): TemplateResult {
  return html`<dl class="govuk-summary-list">
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${msg('Public key', { id: 'council-public' })}</dt>
      <dd class="govuk-summary-list__value"><code class="hw-hash">${recipient}</code></dd>
    </div>
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${msg('Fingerprint', { id: 'council-fingerprint' })}</dt>
      <dd class="govuk-summary-list__value">
        <code class="hw-hash" data-fingerprint>${fingerprintOf(recipient)}</code>
      </dd>
    </div>
  </dl>`;
}
