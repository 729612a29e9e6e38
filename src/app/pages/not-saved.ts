import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { draftFile } from '../../exchange/draft-file.ts';
import { handOver } from '../../exchange/hand-over.ts';
import { problem } from '../../model/problem.ts';
import { Rescuer } from '../../session/rescuer.ts';
import type { KeptVault } from '../../store/kept-vault.ts';
import { download } from '../download.ts';
import { calledDraft, makingBy, saveFile } from '../files/save-file.ts';
import type { Save } from '../files/save-form.ts';
import { footBarStyles } from '../foot-bar.styles.ts';
import type { Work } from '../work.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';

/** One for each assessment that storage refused: it goes on while somebody looks at another page. */
const rescuers = new WeakMap<Work, Rescuer>();

/** What to do while changes are not saved: keep them aside, take a copy, make room on the disk, start the browser again. */
export class NotSaved extends Page {
  @property({ attribute: false }) work: Work | null = null;
  @property({ attribute: false }) vault: KeptVault | null = null;
  #rescuer: Rescuer | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, footBarStyles);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { work, vault } = this;
    if (work && vault?.state === 'suspect') void this.#rescue(work, vault);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rescuer?.removeEventListener('change', this.#update);
    this.#rescuer = null;
  }

  async #rescue(work: Work, vault: KeptVault): Promise<void> {
    let rescuer = rescuers.get(work);
    if (!rescuer) {
      const repair = await vault.repair();
      if (!repair || rescuers.has(work)) return;
      rescuer = new Rescuer({ session: work.session, saver: work.saver, repair });
      rescuers.set(work, rescuer);
    }
    if (this.#rescuer === rescuer) return;
    this.#rescuer?.removeEventListener('change', this.#update);
    this.#rescuer = rescuer;
    rescuer.addEventListener('change', this.#update);
    this.requestUpdate();
  }

  readonly #update = (): void => this.requestUpdate();

  protected override render(): TemplateResult | typeof nothing {
    const { work, vault } = this;
    if (!work || !vault) return nothing;
    if (vault.state === 'suspect')
      return html`${this.#suspect(work)}
      ${this.#bar(msg('Changes are no longer saved on this computer.', { id: 'banner-suspect' }))}`;
    if (!work.saver.problems.some(({ detail }) => detail === 'QuotaExceededError')) return nothing;
    return html`${this.#noRoom(work)}
    ${this.#bar(msg('There is no room left on this computer for your last changes.', { id: 'no-room' }))}`;
  }

  /** Whoever types far down the page does not see its top. It is told aloud there, so here it is only seen. */
  #bar(words: string): TemplateResult {
    return html`<div class="hw-foot-bar hw-foot-bar--refused">
      <p class="govuk-body"><strong>${words}</strong></p>
      <button type="button" class="hw-link-button" @click=${this.#lead}>
        ${msg('What to do now', { id: 'recovery-do' })}
      </button>
    </div>`;
  }

  readonly #lead = (): void => {
    const told = this.querySelector<HTMLElement>('.hw-banner');
    told?.scrollIntoView({ block: 'center' });
    told?.focus({ preventScroll: true });
  };

  /** Not where another tab, with a newer version or by deleting, ended the writing: then the disk is well. */
  get #isDisk(): boolean {
    const warnings = this.vault?.warnings ?? [];
    return !warnings.some(
      ({ code, detail }) => (code === 'newer-than-program' || code === 'drafts-gone') && detail === undefined,
    );
  }

  #suspect(work: Work): TemplateResult {
    return html`<div
      class="hw-banner hw-banner--warning"
      tabindex="-1"
      role="region"
      aria-label=${msg('What to do now', { id: 'recovery-do' })}
      data-kept-aside=${this.#rescuer?.kept ?? false}
    >
      <ol class="govuk-list govuk-list--number">
        <li>${this.#copy(work)}</li>
        ${
          this.#isDisk
            ? html`<li>
                  ${msg('If the disk is full, make room: empty the recycle bin, delete downloads you no longer need, or ask your IT support.', { id: 'not-saved-room' })}
                </li>
                <li>
                  ${msg('Then close every window of this browser and start it again. Until then it cannot be trusted to save anything.', { id: 'not-saved-restart' })}
                </li>`
            : html`<li>${msg('Then load this page again.', { id: 'not-saved-load' })}</li>`
        }
        <li>${this.#afterwards()}</li>
      </ol>
    </div>`;
  }

  #afterwards(): string {
    const kept = this.#rescuer?.kept ?? false;
    if (!this.#isDisk)
      return kept
        ? msg('What you typed is also kept aside in this browser, and will be offered to you.', {
            id: 'not-saved-offered',
          })
        : msg('Open the file you saved.', { id: 'not-saved-open' });
    return kept
      ? msg('Open Homeward again. What you typed is also kept aside in this browser, and will be offered to you.', {
          id: 'not-saved-aside',
        })
      : msg('Open Homeward again, and open the file you saved.', { id: 'not-saved-file' });
  }

  #noRoom(work: Work): TemplateResult {
    return html`<div class="hw-banner hw-banner--warning" role="alert" tabindex="-1">
      <p class="govuk-body">
        <strong>${msg('There is no room left on this computer for your last changes.', { id: 'no-room' })}</strong>
        ${msg('Everything is still on this page: do not close it. Saving is tried again by itself.', { id: 'no-room-safe' })}
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>${this.#copy(work)}</li>
        <li>
          ${msg('Make room on the disk: empty the recycle bin, delete downloads you no longer need, or ask your IT support.', { id: 'no-room-disk' })}
        </li>
        <li>
          ${msg('Wait a moment on this page. Once there is room, your changes are saved by themselves and this message goes. If it stays, close every window of the browser, open Homeward again and open the file you saved.', { id: 'no-room-then' })}
        </li>
      </ol>
    </div>`;
  }

  #copy(work: Work): TemplateResult {
    if (work.session.assessment.kind === 'real')
      return html`<details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${msg('Save a copy to a file', { id: 'draft-save' })}</span>
        </summary>
        <div class="govuk-details__text">
          <homeward-save-form
            .save=${this.#save}
            .called=${calledDraft(work.id, work.saver.revision)}
            .label=${msg('Save the file', { id: 'copy-save' })}
          ></homeward-save-form>
        </div>
      </details>`;
    return html`<button
        type="button"
        class="hw-link-button"
        @click=${() => {
          const { name, bytes } = draftFile(work.session.assessment);
          download(bytes, name, 'application/json');
        }}
      >
        ${msg('Save a copy to a file', { id: 'draft-save' })}
      </button>
      <br />
      <span class="hw-quiet"
        >${msg('The file is not encrypted: anybody who has it can read it. Keep it where the case record is kept.', { id: 'draft-save-warning' })}</span
      >`;
  }

  /** What is on the page now, which is more than storage has. */
  readonly #save: Save = (lock, from) => {
    const { work } = this;
    if (!work) return Promise.resolve(problem('not-saved'));
    const { assessment } = work.session;
    const { revision } = work.saver;
    return saveFile(handOver(assessment.kind, [{ assessment, revision }], makingBy(from)), lock);
  };
}
