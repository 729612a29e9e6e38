import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SignatureEntry } from '../../model/answer.ts';
import { presentPeople } from '../../model/people.ts';
import { formName } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { langOf, words as packWords } from '../shared/pack-words.ts';
import { addSignature, removeSignature } from '../form/row-actions.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { grouped } from './frame.ts';
import { markPicture } from './mark-picture.ts';
import { roleLabel } from './people.ts';
import { typed } from './typed.ts';

/** Who agreed to which statement, in which role and when, with their typed name as the mark. */
export function signatureField(field: Field): TemplateResult {
  const { context, instance } = field;
  const entries = instance.answer?.is === 'given' ? (instance.answer.value as readonly SignatureEntry[]) : [];
  return grouped(
    field,
    html`${entries.map((entry, index) => signatureEntry(field, entry, index))}
    ${
      context.readonly
        ? nothing
        : html`<button
            type="button"
            class="govuk-button govuk-button--secondary"
            id=${idFor(instance.key, 'add')}
            @click=${() => addSignature(context.acts, instance)}
          >
            ${msg('Add a signature', { id: 'add-signature' })}
          </button>`
    }`,
  );
}

function signatureEntry({ context, instance }: Field, entry: SignatureEntry, index: number): TemplateResult {
  const row = String(index + 1);
  const { pack, readonly } = context;
  const name = (column: string): string => formName({ ...instance.place, row, column });
  const words = (id: PhraseId): string => phrase(pack, id);
  const select = (
    column: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
  ): TemplateResult =>
    html`<div class="govuk-form-group">
      <label class="govuk-label" for=${idFor(name(column))}>${packWords(pack, label)}</label>
      <select class="govuk-select" id=${idFor(name(column))} name=${name(column)} ?disabled=${readonly}>
        ${options.map(([value, text]) => html`<option value=${value} lang=${langOf(pack, text) ?? nothing} .selected=${live(value === chosen)}>${text}</option>`)}
      </select>
    </div>`;
  const box = (column: string, label: string, text: string): TemplateResult =>
    html`<div class="govuk-form-group">
      <label class="govuk-label" for=${idFor(name(column))}>${packWords(pack, label)}</label>
      ${
        // A statement is read whole before somebody agrees to it.
        column === 'statement'
          ? html`<textarea
              class="govuk-textarea hw-grows"
              id=${idFor(name(column))}
              name=${name(column)}
              rows="1"
              autocomplete="off"
              ?readonly=${readonly}
              ${typed(text)}
            ></textarea>`
          : html`<input
              class="govuk-input"
              id=${idFor(name(column))}
              name=${name(column)}
              autocomplete="off"
              ?readonly=${readonly}
              ${typed(text)}
            />`
      }
    </div>`;
  const people = presentPeople(context.assessment).map(
    ({ id, ...person }) => [id, calledBy({ id, ...person }, msg('No name yet', { id: 'no-name-yet' }))] as const,
  );
  return html`<div class="hw-fixed-row" data-row=${row}>
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">${packWords(pack, words('signed-by'))}${` ${row}`}</legend>
      ${select('person', words('name'), [['', msg('Somebody else', { id: 'somebody-else' })], ...people], entry.person ?? '')}
      ${entry.person === null ? box('name', msg('Their name', { id: 'their-name' }), entry.name ?? '') : nothing}
      ${select(
        'role',
        words('role'),
        pack.roles.map(({ id }) => [id, roleLabel(pack, id)] as const),
        entry.role,
      )}
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend hw-cell__label">${packWords(pack, words('date'))}</legend>
        ${dateBoxes({ at: { ...instance.place, row, column: 'date' }, date: entry.date, unkept: true, readonly })}
      </fieldset>
      ${box('statement', words('statement'), entry.statement)}
      ${
        entry.mark?.kind === 'drawn'
          ? html`${markPicture(entry.mark)}
              <p class="govuk-body">${packWords(pack, words('mark-drawn'))}</p>`
          : nothing
      }
      ${box('mark', words('mark'), entry.mark?.kind === 'typed' ? entry.mark.text : '')}
      ${box('witness', words('witness'), entry.witness?.name ?? '')}
      ${
        readonly
          ? nothing
          : html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => removeSignature(context.acts, instance, index)}
            >
              ${msg('Remove', { id: 'row-remove' })}<span class="govuk-visually-hidden"
                >: ${packWords(pack, words('signed-by'))}${` ${row}`}</span
              >
            </button>`
      }
    </fieldset>
  </div>`;
}
