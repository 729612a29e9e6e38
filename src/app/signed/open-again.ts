import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { BothVaults } from '../both-vaults.ts';
import { broughtView, type Bringing } from '../files/bring.ts';
import { fileFailure, nothingOpened } from '../files/file-words.ts';
import { AskUnlockEvent } from '../lock/events.ts';
import { Page } from '../pages/page.ts';
import { hashOf } from '../routes.ts';
import { bringTogether, goOn } from './known-draft.ts';
import type { SignedContent } from './read-signed.ts';

/** Goes on from a signed document: as a draft of its own, or together with the one it came from. */
export class OpenAgain extends Page {
  @property({ attribute: false }) vault: BothVaults | null = null;
  @property({ attribute: false }) pack: Pack | null = null;
  @property({ attribute: false }) content: SignedContent | null = null;
  @property({ attribute: false }) bytes: Uint8Array<ArrayBuffer> | null = null;
  /** The draft on this computer that the document came from. */
  @property({ attribute: false }) here: Assessment | null = null;
  @state() private busy = false;
  @state() private failed: Problem | null = null;
  @state() private kept = '';
  @state() private brought: Bringing | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('content')) return;
    this.failed = null;
    this.kept = '';
    this.brought = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, pack, here, vault } = this;
    if (!content || !pack || !vault) return nothing;
    return html`<section aria-labelledby="oa:title">
      <h2 class="govuk-heading-l" id="oa:title">${msg('Go on from this document', { id: 'oa-title' })}</h2>
      ${content.publication.output === 'full' ? this.#offers(pack, content, vault, here) : this.#reduced()}
    </section>`;
  }

  #reduced(): TemplateResult {
    return html`<p class="govuk-body hw-measure">
      ${msg('This is a copy for somebody, with only a part of the assessment in it. To go on, use the PDF of the whole assessment, or the draft file.', { id: 'oa-reduced' })}
    </p>`;
  }

  #offers(pack: Pack, content: SignedContent, vault: BothVaults, here: Assessment | null): TemplateResult {
    const { kind } = content.draft.assessment;
    const state = vault.stateOf(kind);
    return html`<p class="govuk-body hw-measure">
        ${msg('For the next stage or a review, the answers in it become a draft on this computer. What you sign next names this document by its hash and says what was changed since.', { id: 'oa-what' })}
      </p>
      ${this.failed ? html`<p class="govuk-error-message" role="alert">${fileFailure(this.failed, pack)} ${nothingOpened()}</p>` : nothing}
      ${
        kind === 'real' && state === 'locked'
          ? html`<p class="govuk-body">
                ${msg('It is about a real family. Unlock your real assessments to go on with it here.', { id: 'oa-locked' })}
              </p>
              <button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => this.dispatchEvent(new AskUnlockEvent())}
              >
                ${msg('Unlock', { id: 'unlock' })}
              </button>`
          : kind === 'real' && state === 'none'
            ? html`<p class="govuk-body hw-measure">
                ${msg('It is about a real family. Set a passphrase in the settings first: then it can be kept here, encrypted.', { id: 'oa-no-vault' })}
                <a class="govuk-link" href=${hashOf({ page: 'settings' })}>${msg('Settings', { id: 'settings' })}</a>
              </p>`
            : this.#buttons(here !== null)
      }
      <div role="status">${this.#done(content)}</div>`;
  }

  #buttons(isHere: boolean): TemplateResult | typeof nothing {
    if (this.kept !== '' || this.brought) return nothing;
    return html`${
        isHere
          ? html`<p class="govuk-body hw-measure">
              ${msg('The draft it came from is on this computer. Bringing together takes over what only the document says; where both say something different, both are kept and you choose.', { id: 'oa-here' })}
            </p>`
          : nothing
      }
      <div class="govuk-button-group">
        ${
          isHere
            ? html`<button type="button" class="govuk-button" ?disabled=${this.busy} @click=${this.#bring}>
                ${msg('Bring it together with mine', { id: 'open-bring' })}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="govuk-button ${isHere ? 'govuk-button--secondary' : ''}"
          ?disabled=${this.busy}
          @click=${this.#keep}
        >
          ${isHere ? msg('Add as a draft of its own', { id: 'open-keep-beside' }) : msg('Go on with it as a draft', { id: 'oa-keep' })}
        </button>
      </div>`;
  }

  #done({ draft }: SignedContent): TemplateResult | typeof nothing {
    if (this.brought) return broughtView(draft.assessment.id, this.brought);
    if (this.kept === '') return nothing;
    return html`<p class="govuk-body">
      ${msg('Added to your drafts.', { id: 'open-kept' })}
      <a class="govuk-link" href=${hashOf({ page: 'tasks', id: this.kept })}>${msg('Go to it', { id: 'open-go' })}</a>
    </p>`;
  }

  readonly #keep = async (): Promise<void> => {
    const { vault, content, bytes } = this;
    if (!vault || !content || !bytes || this.busy) return;
    this.busy = true;
    this.failed = null;
    const kept = await goOn(vault, content, bytes);
    this.busy = false;
    if (kept.ok) this.kept = kept.value;
    else [this.failed] = kept.problems;
  };

  readonly #bring = async (): Promise<void> => {
    const { vault, content, bytes } = this;
    if (!vault || !content || !bytes || this.busy) return;
    this.busy = true;
    this.failed = null;
    const brought = await bringTogether(vault, content, bytes);
    this.busy = false;
    if (brought.ok) this.brought = brought.value;
    else [this.failed] = brought.problems;
  };
}
