import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Person } from '../../model/assessment.ts';
import type { Column, Pack } from '../../model/pack.ts';
import { offeredPeople } from '../../model/offered-people.ts';
import { formName, type FormName } from '../../model/place.ts';
import { langOf, words as packWords } from '../shared/pack-words.ts';
import { addPersonTo } from '../form/row-actions.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { roleChoice, takeRole } from './role-choice.ts';

/** A role in words. */
export const roleLabel = (pack: Pack, role: string): string => pack.roles.find(({ id }) => id === role)?.label ?? role;

interface PersonCell {
  readonly field: Field;
  readonly column: Column;
  readonly at: FormName;
  readonly label: TemplateResult | string;
  readonly hint: TemplateResult | typeof nothing;
  readonly described: string | null;
  readonly chosen: readonly string[];
  /** Whom the row itself is about: nobody is related to themselves. */
  readonly not: string | undefined;
}

/** Choosing one person or several among those already entered, the likely roles first, or adding somebody new. */
export function personCell(cell: PersonCell): TemplateResult {
  const { field, column, at, label, hint, described, chosen, not } = cell;
  const { context } = field;
  const { likely, others } = offeredPeople(context.assessment, column, {
    round: field.instance.place.round,
    not,
    chosen,
  });
  const name = formName(at);
  const words = (person: Person): string =>
    `${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))} (${roleLabel(context.pack, person.role)})`;
  if (column.many) {
    const shown = [...likely, ...others.filter(({ id }) => chosen.includes(id))];
    return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${described ?? nothing}>
      <legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>
      ${hint}
      ${shown.length === 0 ? html`<p class="govuk-hint">${msg('Nobody has been entered yet who could be chosen here.', { id: 'nobody-yet' })}</p>` : nothing}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        ${shown.map(
          (person) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id=${idFor(`${name}.${person.id}`)}
                name=${name}
                value=${person.id}
                ?disabled=${context.readonly}
                .checked=${live(chosen.includes(person.id))}
              />
              <label class="govuk-label govuk-checkboxes__label" for=${idFor(`${name}.${person.id}`)}
                ><bdi>${words(person)}</bdi></label
              >
            </div>`,
        )}
      </div>
      ${context.readonly ? nothing : addSomebody(cell)}
    </fieldset>`;
  }
  const option = (person: Person): TemplateResult =>
    html`<option
      value=${person.id}
      lang=${langOf(context.pack, roleLabel(context.pack, person.role)) ?? nothing}
      .selected=${live(chosen.includes(person.id))}
    >
      ${words(person)}
    </option>`;
  return html`<div class="govuk-form-group hw-cell">
    <label class="govuk-label hw-cell__label" for=${idFor(name)}>${label}</label>
    ${hint}
    ${likely.length + others.length === 0 ? html`<p class="govuk-hint">${msg('Nobody has been entered yet who could be chosen here.', { id: 'nobody-yet' })}</p>` : nothing}
    <select
      class="govuk-select"
      id=${idFor(name)}
      name=${name}
      ?disabled=${context.readonly}
      aria-describedby=${described ?? nothing}
    >
      <option value="" .selected=${live(chosen.length === 0)}>
        ${msg('Choose a person', { id: 'choose-person' })}
      </option>
      ${likely.map(option)}
      ${others.length > 0 ? html`<optgroup label=${msg('Others', { id: 'other-people' })}>${others.map(option)}</optgroup>` : nothing}
    </select>
    ${context.readonly ? nothing : addSomebody(cell)}
  </div>`;
}

/** Somebody who has not been entered anywhere yet. The boxes here are no answers, so they carry no name. */
function addSomebody({ field: { context }, column, at }: PersonCell): TemplateResult {
  const box = idFor(formName(at), 'add');
  const roles = column.roles?.length ? column.roles : context.pack.roles.map(({ id }) => id);
  const add = (event: Event): void => {
    const within = (event.currentTarget as HTMLElement).closest('details');
    const input = within?.querySelector('input');
    if (!within || !input || input.value.trim() === '') {
      input?.focus();
      return;
    }
    const role = takeRole(within);
    if (role === null) return;
    addPersonTo(context.acts, at, input.value.trim(), role);
    input.value = '';
    within.open = false;
    within.querySelector('summary')?.focus();
  };
  return html`<details class="govuk-details hw-add-person">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${msg('Add somebody not listed', { id: 'add-somebody' })}<span class="govuk-visually-hidden"
          >: ${packWords(context.pack, column.label)}</span
        ></span
      >
    </summary>
    <div class="govuk-details__text">
      <div class="govuk-form-group">
        <label class="govuk-label" for="${box}.name">${msg('Their name', { id: 'their-name' })}</label>
        <input class="govuk-input" id="${box}.name" autocomplete="off" />
      </div>
      <div class="govuk-form-group">${roleChoice(context, box, roles)}</div>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${add}>
        ${msg('Add', { id: 'add' })}
      </button>
    </div>
  </details>`;
}
