import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RoundEvent } from '../../model/assessment.ts';
import { suggestionOf } from '../../model/suggested-then.ts';
import { hashOf } from '../routes.ts';
import { GoEvent, SessionPage } from './page.ts';
import { roundsOf } from './rounds.ts';

/**
 * Opens a round of classification beyond those every assessment has, with the reason; or says of a planned one that it is
 * used because something happened, so that it too asks for the ratings anew.
 */
export class OpenRound extends SessionPage {
  /** The child whose new round is shown once it is open. */
  @property() child = '';

  /** The planned round to use; none where a further one is opened. */
  @property({ type: Number }) planned = 0;

  @state() private kind = '';
  @state() private more = '';
  @state() private missing = false;

  protected override render(): TemplateResult {
    const name = this.planned > 0 ? 'use-round' : 'open-round';
    const readonly = this.session?.readonly ?? true;
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${
            this.planned > 0
              ? msg('Something has happened: use this round for it', { id: 'use-round' })
              : msg('Open another classification round', { id: 'open-round' })
          }</span
        >
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">
          ${
            this.planned > 0
              ? this.session && !suggestionOf(this.session.pack)
                ? msg(
                    'Say what happened since the ratings were made, and rate the worries it touches again in this round.',
                    { id: 'use-round-rate' },
                  )
                : msg(
                  'Say what happened since the ratings were made. Nothing is suggested from older ratings then, until the worries it touches are rated again in this round.',
                  { id: 'use-round-when' },
                )
              : msg(
                  'Classify again at once when there is new harm, a new adult in the home, or when the return breaks down. A class may go up at any time. The round is open for every child.',
                  { id: 'open-round-when' },
                )
          }
        </p>
        <fieldset
          class="govuk-fieldset"
          ?disabled=${readonly}
          aria-describedby=${this.missing ? `${name}:missing` : ''}
        >
          <legend class="govuk-fieldset__legend">
            ${this.planned > 0 ? msg('What is it used for?', { id: 'use-round-why' }) : msg('Why is it opened?', { id: 'open-round-why' })}
          </legend>
          <div class="govuk-radios govuk-radios--small">
            ${this.#reasons().map(
              ([id, words]) =>
                html`<div class="govuk-radios__item">
                  <input
                    class="govuk-radios__input"
                    type="radio"
                    name=${name}
                    id="${name}:${id}"
                    .checked=${this.kind === id}
                    @change=${() => (this.kind = id)}
                  />
                  <label class="govuk-label govuk-radios__label" for="${name}:${id}">${words}</label>
                </div>`,
            )}
          </div>
        </fieldset>
        <div class="govuk-form-group">
          <label class="govuk-label" for="${name}:more">${msg('What happened?', { id: 'open-round-more' })}</label>
          <input
            class="govuk-input"
            id="${name}:more"
            autocomplete="off"
            spellcheck="true"
            .value=${this.more}
            ?readonly=${readonly}
            @input=${(event: Event) => (this.more = (event.target as HTMLInputElement).value)}
          />
        </div>
        ${this.missing ? html`<p class="govuk-error-message" id="${name}:missing" role="alert">${this.planned > 0 ? msg('Choose what the round is used for.', { id: 'use-round-missing' }) : msg('Choose why the round is opened.', { id: 'open-round-missing' })}</p>` : ''}
        <button type="button" class="govuk-button govuk-button--secondary" ?disabled=${readonly} @click=${this.#open}>
          ${this.planned > 0 ? msg('Use this round', { id: 'use-round-do' }) : msg('Open the round', { id: 'open-round-do' })}
        </button>
      </div>
    </details>`;
  }

  #reasons(): readonly (readonly [id: RoundEvent, words: string])[] {
    const other = ['other', msg('Something else', { id: 'open-round-other' })] as const;
    return [
      ['harm', msg('New harm, or care has dropped sharply', { id: 'open-round-harm' })],
      ['adult', msg('A new adult in the home', { id: 'open-round-adult' })],
      ['breakdown', msg('The return is breaking down, or has', { id: 'open-round-breakdown' })],
      // Something else asks for no new ratings, so a planned round is as it was.
      ...(this.planned > 0 ? [] : [other]),
    ];
  }

  readonly #open = (): void => {
    const { session } = this;
    const found = this.#reasons().find(([id]) => id === this.kind);
    this.missing = found === undefined;
    if (!session || !found) return;
    const [event, chosen] = found;
    const { pack, assessment, evaluation } = session;
    const round = this.planned || Math.max(0, ...roundsOf(pack, assessment).map((each) => each.round)) + 1;
    const reason = this.more.trim() === '' ? chosen : `${chosen}: ${this.more.trim()}`;
    if (!session.change({ do: 'open-round', round: { round, reason, on: evaluation.on, event } }).ok) return;
    this.kind = '';
    this.more = '';
    if (this.planned === 0)
      this.dispatchEvent(new GoEvent(hashOf({ page: 'round', id: assessment.id, round, person: this.child })));
  };
}
