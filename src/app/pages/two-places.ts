import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { momentInWords } from '../../i18n/dates.ts';
import type { Aside } from '../../model/assessment.ts';
import type { Session } from '../../session/session.ts';
import type { Visit } from '../later.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { aboutWords, bothSaid } from './said.ts';
import { twoPlacesStyles } from './two-places.styles.ts';
import { backToTasks } from './back-to-tasks.ts';

/** What was changed in two places at the same time: both, beside each other, for a person to choose. */
export class TwoPlacesPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private missing = false;
  @state() private done = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, twoPlacesStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { assessment } = session;
    const asides = assessment.asides ?? [];
    return html`${backToTasks(assessment.id)}
      <h1 class="govuk-heading-xl">${msg('Changed in two places', { id: 'two-places-title' })}</h1>
      ${this.done === 0 ? nothing : html`<p class="govuk-body-l hw-measure" role="status">${msg('Your choice is kept. What you did not choose stays among the earlier versions.', { id: 'two-places-done' })}</p>`}
      ${asides.length === 0 ? html`<p class="govuk-body">${msg('There is nothing to decide here.', { id: 'two-places-none' })}</p>` : this.#form(session, asides)}`;
  }

  #form(session: Session, asides: readonly Aside[]): TemplateResult {
    return html`<p class="govuk-body-l hw-measure">
        ${msg('This was changed in two tabs, or on two computers, at the same time. Both are kept. Choose which one the assessment says; the other stays among the earlier versions.', { id: 'two-places-lead' })}
      </p>
      <form autocomplete="off" @submit=${this.#decide}>
        ${asides.map((aside) => pair(session, aside))}
        ${this.missing ? html`<p class="govuk-error-message" role="alert" id="two-places:error">${msg('Choose one of the two first', { id: 'two-places-missing' })}</p>` : nothing}
        <button class="govuk-button" ?disabled=${session.readonly}>
          ${msg('Keep what I chose', { id: 'two-places-keep' })}
        </button>
      </form>`;
  }

  /** Settles what somebody chose between; the rest stays to be decided. */
  readonly #decide = (event: SubmitEvent): void => {
    event.preventDefault();
    const { session } = this;
    const chosen = [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')];
    this.missing = chosen.length === 0;
    if (this.missing || !session) return;
    const changes = chosen.map(({ name, value }) => ({ do: 'settle', aside: name, take: value === 'beside' }) as const);
    if (session.change({ do: 'together', changes }).ok) this.done += chosen.length;
    this.querySelector<HTMLElement>('h1')?.scrollIntoView();
  };
}

function pair(session: Session, aside: Aside): TemplateResult {
  const { now, beside } = bothSaid(session, aside);
  const when = momentInWords(new Date(aside.at));
  return html`<div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${aboutWords(session, aside)}</legend>
      <div class="govuk-radios hw-two-places" data-aside=${aside.id}>
        ${choice(aside, 'now', msg('What the assessment says now', { id: 'two-places-now' }), now, session.readonly)}
        ${choice(
          aside,
          'beside',
          aside.by === ''
            ? msg(str`What was set aside ${when}`, { id: 'two-places-beside' })
            : html`${msg(str`What was set aside ${when}, said by`, { id: 'two-places-beside-by' })}
                <bdi>${aside.by}</bdi>`,
          beside,
          session.readonly,
        )}
      </div>
    </fieldset>
  </div>`;
}

function choice(aside: Aside, which: string, title: unknown, said: unknown, disabled: boolean): TemplateResult {
  const id = `${aside.id}:${which}`;
  return html`<div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      type="radio"
      id=${id}
      name=${aside.id}
      value=${which}
      aria-describedby="${id}:said"
      ?disabled=${disabled}
    />
    <label class="govuk-label govuk-radios__label" for=${id}>${title}</label>
    <div class="hw-two-places__said" id="${id}:said">${said}</div>
  </div>`;
}
