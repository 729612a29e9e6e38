import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';
import { SessionPage } from './page.ts';

/** Somebody confirmed that this draft is to be deleted. */
export class RemoveEvent extends Event {
  static readonly type = 'homeward-remove';

  constructor() {
    super(RemoveEvent.type, { bubbles: true, composed: true });
  }
}

/** What can be done with a draft as a whole: undo, a copy in a file, delete. */
export class DraftActions extends SessionPage {
  @state() private wrong = false;

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const open = session.assessment.comments?.filter(({ settled }) => !settled).length ?? 0;
    return html`<h2 class="govuk-heading-m">${msg('This draft', { id: 'draft-title' })}</h2>
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          ?disabled=${!session.canUndo}
          @click=${() => session.undo()}
        >
          ${msg('Undo the last change', { id: 'undo-last' })}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          ?disabled=${!session.canRedo}
          @click=${() => session.redo()}
        >
          ${msg('Redo', { id: 'redo' })}
        </button>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'output', id: session.assessment.id, kind: 'copy' })}
          >${msg('Save a copy to a file', { id: 'draft-save' })}</a
        ><br />
        <a class="govuk-link" href=${hashOf({ page: 'output', id: session.assessment.id, kind: 'comments' })}
          >${msg('Comments', { id: 'comments-title' })}</a
        >
        ${open > 0 ? html`(${open})` : nothing}
      </p>
      <p class="govuk-body">
        <button type="button" class="hw-link-button" @click=${this.#ask}>
          ${msg('Delete this draft', { id: 'draft-delete' })}
        </button>
      </p>
      ${this.#dialog(session)}`;
  }

  #dialog({ assessment }: Session): TemplateResult {
    return html`<dialog class="hw-dialog" aria-labelledby="delete:title" @close=${() => (this.wrong = false)}>
      <form method="dialog" @submit=${this.#confirm} autocomplete="off">
        <h2 class="govuk-heading-m" id="delete:title">${msg('Delete this draft?', { id: 'delete-title' })}</h2>
        <p class="govuk-body">
          ${msg('Every answer in it is deleted from this computer. PDFs you saved elsewhere stay.', { id: 'delete-what' })}
        </p>
        <div class="govuk-form-group ${this.wrong ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label" for="delete:reference"
            >${msg('To delete it, type its reference:', { id: 'delete-type' })}
            <strong><bdi>${assessment.reference}</bdi></strong></label
          >
          ${this.wrong ? html`<p class="govuk-error-message" id="delete:error">${msg('This is not the reference of this draft', { id: 'delete-wrong' })}</p>` : nothing}
          <input
            class="govuk-input govuk-input--width-20"
            id="delete:reference"
            autocomplete="off"
            spellcheck="false"
            aria-describedby=${this.wrong ? 'delete:error' : nothing}
          />
        </div>
        <div class="govuk-button-group">
          <button class="govuk-button govuk-button--warning">${msg('Delete', { id: 'delete' })}</button>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            @click=${() => this.querySelector('dialog')?.close()}
          >
            ${msg('Keep it', { id: 'keep' })}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  readonly #ask = (): void => {
    this.querySelector('dialog')?.showModal();
  };

  readonly #confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = this.querySelector<HTMLInputElement>('[id="delete:reference"]')?.value.trim() ?? '';
    this.wrong = typed !== this.session?.assessment.reference.trim();
    if (this.wrong) return;
    this.querySelector('dialog')?.close();
    this.dispatchEvent(new RemoveEvent());
  };
}
