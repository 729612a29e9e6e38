import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dateInWords } from '../../i18n/dates.ts';
import type { DraftSummary } from '../../session/ports.ts';
import { isMendable } from '../arrival.ts';
import type { BothVaults } from '../both-vaults.ts';
import { countdownFor, keepDraft, reviewOfDraft } from '../letting-go.ts';
import { deleteLapsed, type Lapsed } from '../shred.ts';
import type { Removal } from '../removal.ts';
import { adoptStyles } from './own-styles.ts';
import { AgainEvent, Page } from './page.ts';
import { saveReceipt } from './wipe-receipt.ts';

/** In a list the link of a draft lies over its whole row, and would take every click. */
const dueStyles = css`
  .hw-due__keep {
    position: relative;
    z-index: 1;
  }
`;

/** One draft after another: whoever looks at the list waits for none of it. */
let looking: Promise<void> = Promise.resolve();

/** Until when a draft may rest, or that somebody should look at it now; and how many days are left where it goes by itself. */
export class DueLine extends Page {
  @property({ attribute: false }) draft: DraftSummary | null = null;
  /** Every draft here that has its reference, the one changed last first: a draft made of a damaged one looks like it. */
  @property({ attribute: false }) alike: readonly DraftSummary[] = [];
  /** In a list: where it rests, to see whether all of it can be read. */
  @property({ attribute: false }) vault: BothVaults | null = null;
  @state() private hurt = false;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, dueStyles);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { draft, vault } = this;
    const before = changed.get('draft');
    const isSame = before?.id === draft?.id && before?.revision === draft?.revision;
    if (draft && vault && !isSame) looking = looking.then(() => this.#look(draft, vault));
  }

  /** A list knows the newest step of a draft alone: what is missing in the middle is found by reading it. */
  async #look(draft: DraftSummary, vault: BothVaults): Promise<void> {
    if (!this.isConnected || this.draft !== draft) return;
    const read = await vault.load(draft.id);
    this.hurt = !read.ok && isMendable(read.problems[0]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    return draft ? html`${this.hurt ? hurtWords() : nothing}${this.#which(draft)}${this.#due(draft)}` : nothing;
  }

  #which({ id }: DraftSummary): TemplateResult | typeof nothing {
    const { alike } = this;
    if (alike.length < 2) return nothing;
    return html`<strong
        >${alike[0]?.id === id ? msg(str`Of ${alike.length} drafts with this reference, the one changed last`, { id: 'alike-last' }) : msg(str`One of ${alike.length} drafts with this reference: another was changed later`, { id: 'alike-earlier' })}</strong
      ><br />`;
  }

  #due(draft: DraftSummary): TemplateResult {
    const countdown = countdownFor(draft);
    if (countdown.is !== 'none')
      return html`<strong data-days-left=${countdown.left}
          >${msg(str`Deleted by itself in ${countdown.left} days`, { id: 'due-days' })}</strong
        >
        ${this.#keep(draft)}`;
    const { on, due } = reviewOfDraft(draft);
    const day = dateInWords(new Date(on.getTime() - on.getTimezoneOffset() * 60_000).toISOString().slice(0, 10));
    return due
      ? html`<strong>${msg('Look at it again: keep it or delete it', { id: 'review-due' })}</strong>
          ${this.#keep(draft)}`
      : html`${msg(str`Look at it again by ${day}`, { id: 'review-by' })}`;
  }

  #keep({ id, reference }: DraftSummary): TemplateResult {
    const keep = (): void => {
      keepDraft(id);
      this.requestUpdate();
    };
    return html`<button type="button" class="hw-link-button hw-due__keep" @click=${keep}>
      ${msg('Keep it', { id: 'keep' })}<span class="govuk-visually-hidden">: <bdi>${reference}</bdi></span>
    </button>`;
  }
}

function hurtWords(): TemplateResult {
  return html`<strong class="govuk-error-message" data-hurt
    >${msg('Something is wrong with this draft. Open it to see what can be done.', { id: 'draft-hurt' })}</strong
  >`;
}

/** Deletes the drafts whose time is over when the list is shown, and says so. */
export class LapsedDrafts extends Page {
  @property({ attribute: false }) vault: BothVaults | null = null;
  @state() private lapsed: readonly Lapsed[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.lapsed.length === 0) return nothing;
    return html`<div class="hw-banner" role="status">
      <p class="govuk-body">
        ${msg('Deleted, because the time you gave was over. Each had a copy in a file:', { id: 'lapsed' })}
      </p>
      <ul class="govuk-list">
        ${this.lapsed.map(
          ({ reference, receipt }) =>
            html`<li>
              <bdi>${reference}</bdi>
              ${receiptButton(receipt)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  async #look(): Promise<void> {
    const lapsed = this.vault ? await deleteLapsed(this.vault) : [];
    if (lapsed.length === 0) return;
    this.lapsed = [...this.lapsed, ...lapsed];
    this.dispatchEvent(new AgainEvent());
  }
}

/** What is left of a draft that somebody deleted: its receipt. */
export class DeletedDraft extends Page {
  @property({ attribute: false }) removal: Removal | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { removal } = this;
    if (!removal?.receipt || removal.pending) return nothing;
    return html`<div class="hw-banner" role="status">
      <p class="govuk-body">
        ${msg('Deleted:', { id: 'deleted' })} <bdi>${removal.reference}</bdi>.
        ${removal.receipt.confirmed ? nothing : msg('Looked for afterwards: not everything was gone.', { id: 'receipt-unconfirmed' })}
        ${receiptButton(removal.receipt)}
      </p>
    </div>`;
  }
}

const receiptButton = (receipt: Lapsed['receipt']): TemplateResult =>
  html`<button
    type="button"
    class="hw-link-button"
    @click=${() => {
      saveReceipt(receipt, 'deletion-receipt');
    }}
  >
    ${msg('Save the receipt', { id: 'receipt-save' })}
  </button>`;
