import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReadOnly } from '../work.ts';
import { AgainEvent, Page } from './page.ts';

/** Somebody wants to write in this tab instead of the one that has the assessment. */
export class TakeOverEvent extends Event {
  static readonly type = 'homeward-take-over';

  constructor() {
    super(TakeOverEvent.type, { bubbles: true, composed: true });
  }
}

/** Says that an assessment is only to be read here, why, and how to go on writing where that is possible. */
export class ReadOnlyBanner extends Page {
  @property({ attribute: false }) why: ReadOnly['why'] = 'other-tab';

  protected override render(): TemplateResult {
    return html`<div
      class="hw-banner hw-banner--warning"
      role="region"
      aria-label=${msg('Only to be read here', { id: 'read-only-label' })}
      data-read-only=${this.why}
    >
      <p class="govuk-body" role="status">${whyWords(this.why)}</p>
      ${
        this.why === 'damaged'
          ? html`<p class="govuk-body">
              <button type="button" class="hw-link-button" @click=${() => this.dispatchEvent(new AgainEvent())}>
                ${msg('What can be done about it', { id: 'read-only-damaged-do' })}
              </button>
            </p>`
          : html`<p class="govuk-body">
              <button type="button" class="hw-link-button" @click=${() => this.dispatchEvent(new TakeOverEvent())}>
                ${msg('Take over here', { id: 'take-over' })}
              </button>
            </p>`
      }
    </div>`;
  }
}

function whyWords(why: ReadOnly['why']): TemplateResult {
  switch (why) {
    case 'other-tab':
      return html`<strong
          >${msg('This assessment is open in another tab or window.', { id: 'read-only-other' })}</strong
        >
        ${msg('Here you can read it, and what is saved there appears here. To write here, take it over: what was typed there is kept.', { id: 'read-only-other-now' })}`;
    case 'taken-over':
      return html`<strong
          >${msg('This assessment was taken over in another tab or window.', { id: 'read-only-taken' })}</strong
        >
        ${msg('What you typed here is kept. Here you can now read it, and what is saved there appears here.', { id: 'read-only-taken-now' })}`;
    case 'damaged':
      return html`<strong>${msg('Part of this draft could not be read.', { id: 'read-only-damaged' })}</strong>
        ${msg('You can read what is left and take a copy. It cannot be changed here, so that nothing more is lost.', { id: 'read-only-damaged-now' })}`;
  }
}
