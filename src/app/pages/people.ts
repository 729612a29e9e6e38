import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../../elements/shared/pack-words.ts';
import type { Person } from '../../model/assessment.ts';
import { initials, presentPeople } from '../../model/people.ts';
import type { Session } from '../../session/session.ts';
import { SessionPage } from './page.ts';

/** The people of an assessment: rename, say that two are the same, take out and bring back. Answers are always kept. */
export class PeopleList extends SessionPage {
  @state() private said = '';

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const people = [...presentPeople(session.assessment)].sort(
      (a, b) => Number(b.role === 'child') - Number(a.role === 'child'),
    );
    const gone = session.assessment.people.filter(({ removed, mergedInto }) => removed ?? mergedInto !== undefined);
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${msg('People in this assessment', { id: 'people-title' })} (${people.length})</span
        >
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-hint" role="status">${this.said}</p>
        <ul class="govuk-list govuk-list--spaced">
          ${people.map((person) => html`<li>${session.readonly ? named(session, person) : this.#person(session, person, people)}</li>`)}
        </ul>
        ${
          gone.length === 0
            ? nothing
            : html`<p class="govuk-body">
                  <strong>${msg('Taken out; their answers are kept', { id: 'people-gone' })}</strong>
                </p>
                <ul class="govuk-list">
                  ${gone.map(
                    (person) =>
                      html`<li>
                        <bdi>${called(person)}</bdi>
                        ${session.readonly ? nothing : this.#backButton(session, person)}
                      </li>`,
                  )}
                </ul>`
        }
      </div>
    </details>`;
  }

  #person(session: Session, person: Person, people: readonly Person[]): TemplateResult {
    const role = roleOf(session, person);
    const others = people.filter(({ id }) => id !== person.id);
    return html`<div class="hw-person-line">
      <span class="hw-ring hw-ring--small" aria-hidden="true">${initials(person.name)}</span>
      <div>
        <label class="govuk-visually-hidden" for="people:${person.id}">${msg('Name', { id: 'name' })}, ${role}</label>
        <input
          class="govuk-input"
          id="people:${person.id}"
          autocomplete="off"
          spellcheck="false"
          .value=${person.name}
          @change=${(event: Event) => this.#rename(session, person, event)}
        />
        <span class="hw-quiet">${role}</span>
        <button type="button" class="hw-link-button" @click=${() => this.#takeOut(session, person)}>
          ${msg('Take out', { id: 'people-out' })}<span class="govuk-visually-hidden">
            <bdi>${called(person)}</bdi></span
          >
        </button>
        ${
          others.length === 0
            ? nothing
            : html`<label class="govuk-visually-hidden" for="same:${person.id}"
                  ><bdi>${called(person)}</bdi> ${msg('is the same person as', { id: 'people-same-as' })}</label
                >
                <select
                  class="govuk-select"
                  id="same:${person.id}"
                  @change=${(event: Event) => this.#merge(session, person, event)}
                >
                  <option value="">${msg('Is the same person as…', { id: 'people-same' })}</option>
                  ${others.map((other) => html`<option value=${other.id}>${called(other)}</option>`)}
                </select>`
        }
      </div>
    </div>`;
  }

  #backButton(session: Session, person: Person): TemplateResult {
    return html`<button type="button" class="hw-link-button" @click=${() => this.#bringBack(session, person)}>
      ${msg('Bring back', { id: 'people-back' })}<span class="govuk-visually-hidden">
        <bdi>${called(person)}</bdi></span
      >
    </button>`;
  }

  #rename(session: Session, person: Person, event: Event): void {
    const name = (event.target as HTMLInputElement).value.trim();
    if (name !== person.name) session.change({ do: 'change-person', person: person.id, set: { name } });
  }

  #takeOut(session: Session, person: Person): void {
    const before = session.evaluation.progress();
    session.change({ do: 'remove-person', person: person.id });
    this.#tell(session, before.of);
  }

  #bringBack(session: Session, person: Person): void {
    const before = session.evaluation.progress();
    session.change({ do: 'restore-person', person: person.id });
    this.#tell(session, before.of);
  }

  #merge(session: Session, person: Person, event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (select.value === '') return;
    session.change({ do: 'merge-person', person: person.id, into: select.value });
    this.said = msg('They are one person now. Nothing was deleted, and it can be undone.', { id: 'people-merged' });
    this.requestUpdate();
  }

  /** Progress moves when people come and go; say why. */
  #tell({ evaluation }: Session, before: number): void {
    const change = evaluation.progress().of - before;
    this.said =
      change < 0
        ? msg(str`${-change} questions about them no longer count. Their answers are kept.`, { id: 'people-fewer' })
        : change > 0
          ? msg(str`${change} more questions apply now, because they are asked about each person.`, {
              id: 'people-more',
            })
          : msg('Nothing else changes.', { id: 'people-same-count' });
    this.requestUpdate();
  }
}

/** Somebody as they are shown where nothing can be changed. */
function named(session: Session, person: Person): TemplateResult {
  return html`<div class="hw-person-line">
    <span class="hw-ring hw-ring--small" aria-hidden="true">${initials(person.name)}</span>
    <div><bdi>${called(person)}</bdi><br /><span class="hw-quiet">${roleOf(session, person)}</span></div>
  </div>`;
}

function roleOf({ pack }: Session, { role }: Person): unknown {
  return words(pack, pack.roles.find(({ id }) => id === role)?.label ?? role);
}

const called = ({ name }: Person): string => name.trim() || msg('No name yet', { id: 'no-name-yet' });
