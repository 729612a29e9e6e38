import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Mark, SignatureEntry } from '../../model/answer.ts';
import type { Person } from '../../model/assessment.ts';
import { phrase } from '../../model/phrases.ts';
import type { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import type { DrawPad } from '../pages/draw-pad.ts';
import { Page } from '../pages/page.ts';
import type { Consent } from './consent.ts';
import { markChoice } from './mark-choice.ts';

const needed = ['mark', 'statement', 'witness'] as const;
type Needed = (typeof needed)[number];

/** A parent or a child puts their mark into the document, before somebody who saw them agree. */
export class ConsentForm extends Page {
  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) consent: Consent | null = null;
  /** Chosen, by id; the first before somebody chooses. */
  @state() private whose = '';
  @state() private isOpen = false;
  @state() private draws = true;
  @state() private missing: readonly Needed[] = [];
  /** Whose mark was put in just now. */
  @state() private put = '';

  protected override render(): TemplateResult | typeof nothing {
    const { session, consent } = this;
    const people = consent ? [...consent.missing, ...consent.children] : [];
    const said = html`<p class="govuk-body" role="status">
      ${this.put === '' ? nothing : msg(str`The mark of ${this.put} is in the document, dated today.`, { id: 'consent-put' })}
    </p>`;
    if (!session || people.length === 0) return said;
    return html`${said}
      <details class="govuk-details" @toggle=${this.#toggled}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${msg('Put a mark of a parent or a child into the document', { id: 'consent-form' })}</span
          >
        </summary>
        ${this.isOpen ? this.#form(session, people) : nothing}
      </details>`;
  }

  /** A box to draw in has no size before it is seen. */
  readonly #toggled = (event: Event): void => {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  };

  #form(session: Session, people: readonly Person[]): TemplateResult {
    const chosen = people.some(({ id }) => id === this.whose) ? this.whose : (people[0]?.id ?? '');
    return html`<form class="govuk-details__text" novalidate autocomplete="off" @submit=${this.#submit}>
      <p class="govuk-body">
        ${msg('Hand them this device, or type their mark as they tell you. Somebody who sees it is their witness. A child can, but does not have to.', { id: 'consent-how' })}
      </p>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="consent:person"
          >${msg('Whose mark', { id: 'consent-whose' })}</label
        >
        <select
          class="govuk-select"
          id="consent:person"
          name="person"
          @change=${(event: Event) => (this.whose = (event.target as HTMLSelectElement).value)}
        >
          ${people.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name.trim() || msg('No name yet', { id: 'no-name-yet' })}</option>`)}
        </select>
      </div>
      ${this.#box('statement', msg('What they agree to', { id: 'consent-statement' }), this.#statement(session, chosen))}
      ${this.#mark()} ${this.#box('witness', msg('Name of the witness', { id: 'consent-witness' }))}
      <button class="govuk-button govuk-button--secondary">
        ${msg('Put it into the document', { id: 'consent-do' })}
      </button>
    </form>`;
  }

  /** What somebody was said to agree to already, or else the usual words. */
  #statement({ pack }: Session, person: string): string {
    const answer = this.consent?.instance.answer;
    const before = answer?.is === 'given' ? (answer.value as readonly SignatureEntry[]) : [];
    const waiting = before.find((each) => each.person === person && each.mark === undefined)?.statement.trim() ?? '';
    return waiting === '' ? phrase(pack, 'consent-words') : waiting;
  }

  #mark(): TemplateResult {
    return html`<fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        ${msg('Their mark', { id: 'consent-mark' })}
      </legend>
      ${this.missing.includes('mark') && this.draws ? html`<p class="govuk-error-message">${neededWords('mark')}</p>` : nothing}
      ${markChoice('consent', this.draws, (draws) => (this.draws = draws))}
      ${
        this.draws
          ? html`<homeward-draw-pad></homeward-draw-pad>`
          : this.#box('mark', msg('Their mark, typed', { id: 'consent-mark-typed' }))
      }
    </fieldset>`;
  }

  #box(id: Needed, label: string, value = ''): TemplateResult {
    const wrong = this.missing.includes(id);
    const described = wrong ? `consent:${id}:error` : nothing;
    return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for="consent:${id}">${label}</label>
      ${wrong ? html`<p class="govuk-error-message" id="consent:${id}:error">${neededWords(id)}</p>` : nothing}
      ${
        // A statement is read whole before somebody agrees to it.
        id === 'statement'
          ? html`<textarea
              class="govuk-textarea"
              id="consent:${id}"
              name=${id}
              rows="3"
              .value=${value}
              aria-describedby=${described}
            ></textarea>`
          : html`<input
              class="govuk-input"
              id="consent:${id}"
              name=${id}
              .value=${value}
              autocomplete="off"
              aria-describedby=${described}
            />`
      }
    </div>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { session, consent } = this;
    if (!session || !consent) return;
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [statement, witness, mark] = [text('statement'), text('witness'), this.#markSaid(text('mark'))];
    const isMissing = { statement: statement === '', witness: witness === '', mark: mark === null };
    this.missing = needed.filter((each) => isMissing[each]);
    const person = session.assessment.people.find(({ id }) => id === text('person'));
    if (mark === null || !person || this.missing.length > 0) {
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(`[name="${this.missing[0] ?? ''}"], homeward-draw-pad canvas`)?.focus(),
      );
      return;
    }
    const date = deviceWorld.today();
    const entry: SignatureEntry = {
      person: person.id,
      role: person.role,
      date,
      statement,
      mark,
      witness: { name: witness, date },
    };
    const { answer, place } = consent.instance;
    const before = answer?.is === 'given' ? (answer.value as readonly SignatureEntry[]) : [];
    // An entry that waited for a mark is this one now.
    const waiting = before.findIndex((each) => each.person === person.id && each.mark === undefined);
    const value = waiting < 0 ? [...before, entry] : before.with(waiting, entry);
    const note = answer?.note === undefined ? {} : { note: answer.note };
    const changed = session.change({
      do: 'answer',
      at: place,
      answer: { is: 'given', value, ...note },
    });
    if (!changed.ok) return;
    this.put = person.name;
    this.querySelector<DrawPad>('homeward-draw-pad')?.clear();
    // The witness may see the next one as well.
    for (const box of form.querySelectorAll<HTMLInputElement>('[name=mark]')) box.value = '';
    this.whose = '';
  };

  #markSaid(typed: string): Mark | null {
    if (this.draws) return this.querySelector<DrawPad>('homeward-draw-pad')?.mark ?? null;
    return typed === '' ? null : { kind: 'typed', text: typed };
  }
}

function neededWords(id: Needed): string {
  switch (id) {
    case 'mark':
      return msg('Draw or type their mark', { id: 'consent-need-mark' });
    case 'statement':
      return msg('Write what they agree to', { id: 'consent-need-statement' });
    case 'witness':
      return msg('Enter the name of whoever saw it', { id: 'consent-need-witness' });
  }
}
