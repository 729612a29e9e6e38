import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DraftSummary, Vault } from '../../session/ports.ts';
import { copyWords, lastExport } from '../exports.ts';
import { isLettingGo, letGo } from '../letting-go.ts';
import { hashOf } from '../routes.ts';
import type { DueLine } from './due.ts';
import { SessionPage } from './page.ts';

/** On a draft's own page: whether a finished one is safe in a file, when to look at it again, whether it may go by itself. */
export class DraftKeeping extends SessionPage {
  @property({ attribute: false }) vault: Vault | null = null;
  @state() private draft: DraftSummary | null = null;
  @state() private unremembered = false;
  /** The assessment as it was when the draft was listed: any other is further than its last copy. */
  #listed: object | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft, session } = this;
    if (!draft || !session) return nothing;
    const changed = session.assessment !== this.#listed;
    return html`${this.#nudge(draft, changed)}
      <h2 class="govuk-heading-m">${msg('How long it is kept', { id: 'keeping-title' })}</h2>
      ${changed ? nothing : html`<p class="govuk-body"><homeward-due .draft=${draft}></homeward-due></p>`}
      <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="keeping:goes"
            aria-describedby="keeping:hint"
            .checked=${isLettingGo(draft.id)}
            @change=${this.#switch}
          />
          <label class="govuk-label govuk-checkboxes__label" for="keeping:goes"
            >${msg('Delete it by itself once it is safe in a file', { id: 'keeping-goes' })}</label
          >
          <div class="govuk-hint govuk-checkboxes__hint" id="keeping:hint">
            ${msg('Only when a file holds it as it is now and its date to look again has passed. The 14 days left are then shown, and “Keep it” stops them.', { id: 'keeping-goes-hint' })}
          </div>
        </div>
      </div>
      ${this.unremembered ? html`<p class="govuk-body" role="alert">${msg('This browser remembers no settings, so nothing is deleted by itself.', { id: 'keeping-not' })}</p>` : nothing}`;
  }

  /** A finished draft that only this browser has is the one whose loss would hurt most. */
  #nudge({ id, revision }: DraftSummary, changed: boolean): TemplateResult | typeof nothing {
    const { session } = this;
    const exported = lastExport(id);
    if (!session || (exported?.revision === revision && !changed)) return nothing;
    const counted = session.evaluation.applies.filter(({ counts }) => counts);
    const isAnswered = counted.length > 0 && counted.every(({ gaps }) => gaps.length === 0);
    if (!isAnswered && session.assessment.versions.length === 0) return nothing;
    return html`<div class="govuk-inset-text">
      <p class="govuk-body">
        ${
          exported
            ? msg('This assessment is signed or complete, and has changed since its last copy was put into a file.', {
                id: 'nudge-older',
              })
            : msg('This assessment is signed or complete, and only this browser has it.', { id: 'nudge-none' })
        }
        ${copyWords(exported)}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'output', id, kind: 'copy' })}
          >${msg('Save a copy to a file', { id: 'draft-save' })}</a
        >
      </p>
    </div>`;
  }

  async #look(): Promise<void> {
    await this.updateComplete; // whoever made it gives it what it needs first
    const { session, vault } = this;
    const listed = await vault?.list();
    this.#listed = session?.assessment ?? null;
    this.draft = (listed?.ok ? listed.value.find(({ id }) => id === session?.assessment.id) : null) ?? null;
  }

  readonly #switch = (event: Event): void => {
    const { draft } = this;
    if (!draft || !(event.target instanceof HTMLInputElement)) return;
    this.unremembered = !letGo(draft.id, event.target.checked);
    this.requestUpdate();
    this.querySelector<DueLine>('homeward-due')?.requestUpdate();
  };
}
