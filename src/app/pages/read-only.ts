import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';
import type { ReadOnly } from '../work.ts';
import { AgainEvent, SessionPage } from './page.ts';

/** Somebody wants to write in this tab instead of the one that has the assessment. */
export class TakeOverEvent extends Event {
  static readonly type = 'homeward-take-over';

  constructor() {
    super(TakeOverEvent.type, { bubbles: true, composed: true });
  }
}

/** Says that an assessment is only to be read here and why, and that something in it waits for a decision. */
export class ReadOnlyBanner extends SessionPage {
  @property({ attribute: false }) why: ReadOnly['why'] | null = null;

  protected override render(): TemplateResult {
    return html`${this.why === null ? nothing : readOnly(this.why, (event) => this.dispatchEvent(event))}
    ${this.session ? undecided(this.session) : nothing}`;
  }
}

function readOnly(why: ReadOnly['why'], tell: (event: Event) => void): TemplateResult {
  return html`<div
    class="hw-banner hw-banner--warning"
    role="region"
    aria-label=${msg('Only to be read here', { id: 'read-only-label' })}
    data-read-only=${why}
  >
    <p class="govuk-body" role="status">${whyWords(why)}</p>
    <p class="govuk-body">
      ${
        why === 'damaged'
          ? html`<button type="button" class="hw-link-button" @click=${() => tell(new AgainEvent())}>
              ${msg('What can be done about it', { id: 'read-only-damaged-do' })}
            </button>`
          : html`<button type="button" class="hw-link-button" @click=${() => tell(new TakeOverEvent())}>
              ${msg('Take over here', { id: 'take-over' })}
            </button>`
      }
    </p>
  </div>`;
}

function undecided({ assessment }: Session): TemplateResult | typeof nothing {
  const count = assessment.asides?.length ?? 0;
  if (count === 0) return nothing;
  return html`<div
    class="hw-banner hw-banner--warning"
    role="region"
    aria-label=${msg('To decide', { id: 'two-places-label' })}
    data-undecided=${count}
  >
    <p class="govuk-body" role="status">
      <strong
        >${count === 1 ? msg('One thing was changed in two places at the same time.', { id: 'two-places-one' }) : msg(str`${count} things were changed in two places at the same time.`, { id: 'two-places-many' })}</strong
      >
      <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'two-places' })}
        >${msg('Nothing is lost: see both and choose', { id: 'two-places-go' })}</a
      >
    </p>
  </div>`;
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
