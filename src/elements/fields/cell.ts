import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Row, Unread } from '../../model/answer.ts';
import { cellShown } from '../../model/gaps.ts';
import type { Choice, Column, Pack } from '../../model/pack.ts';
import { formName, type FormName } from '../../model/place.ts';
import { phrase } from '../../model/phrases.ts';
import { lights, type Light } from '../../model/lights.ts';
import { lightIcon } from '../shared/light.ts';
import { langOf, words } from '../shared/pack-words.ts';
import { choiceButtons, phraseChoices } from './choice.ts';
import { describedBy, idFor, type Field, type FieldContext } from './context.ts';
import { dateBoxes } from './date-boxes.ts';
import { meaningsOf } from './meanings.ts';
import { linesOf, menu, type MenuLine } from './menu.ts';
import { personCell } from './people.ts';
import { referenceCell } from './reference.ts';
import { saysNumber, typed } from './typed.ts';

const isUnread = (cell: unknown): cell is Unread => typeof cell === 'object' && cell !== null && 'unread' in cell;
const listOf = (cell: unknown): readonly string[] =>
  typeof cell === 'string' ? [cell] : Array.isArray(cell) ? cell.filter((each) => typeof each === 'string') : [];

/** The choices of a column: its own, or those its kind brings. */
export function columnChoices(pack: Pack, column: Column): readonly Choice[] {
  if (column.kind === 'yes-no')
    return (['yes', 'no', 'not-known'] as const).map((id) => ({ id, label: phrase(pack, id) }));
  if (column.kind === 'traffic-light') return phraseChoices(pack, lights, 'light-');
  return column.choices ?? [];
}

/** One cell of an open row as a labelled control of its column's kind. */
export function cellField(field: Field, row: Row, column: Column): TemplateResult {
  const { context, instance } = field;
  const at: FormName = { ...instance.place, row: row.id, column: column.id };
  const name = formName(at);
  const cell = cellShown(column, row, context.assessment);
  const said = words(context.pack, column.label);
  const label = column.required
    ? said
    : html`${said}<span class="hw-optional">${` ${msg('(optional)', { id: 'optional' })}`}</span>`;
  const hint =
    column.hint === undefined
      ? nothing
      : html`<div class="govuk-hint" id=${idFor(name, 'hint')}>${words(context.pack, column.hint)}</div>`;
  const unread = isUnread(cell) && !context.typing(name);
  const mark = unread
    ? html`<p class="hw-mark" id=${idFor(name, 'mark')}>
        ${
          column.kind === 'date'
            ? msg('This is kept as you typed it, but it is not a date we can read. Check the day, month and year.', {
                id: 'mark-date',
              })
            : msg('This is kept as you typed it, but it is not a whole number.', { id: 'mark-number' })
        }
      </p>`
    : nothing;
  const described = describedBy(column.hint !== undefined && idFor(name, 'hint'), unread && idFor(name, 'mark'));
  switch (column.kind) {
    case 'date':
      return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${described ?? nothing}>
        <legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>
        ${hint}${mark}${dateBoxes({ at, date: isUnread(cell) || typeof cell === 'string' ? cell : null, partly: true, readonly: context.readonly })}
      </fieldset>`;
    case 'person':
      return personCell({
        field,
        column,
        at,
        label,
        hint,
        described,
        chosen: listOf(cell),
        not: column.property === undefined ? undefined : row.person,
      });
    case 'question-ref':
      return referenceCell({ field, column, name, label, hint, described, chosen: listOf(cell) });
    case 'multi-choice':
      return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${described ?? nothing}>
        <legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>
        ${hint}${choiceButtons({ pack: context.pack, name, choices: columnChoices(context.pack, column), chosen: listOf(cell), many: true, disabled: context.readonly })}
      </fieldset>`;
    case 'yes-no':
    case 'traffic-light':
      // Said in a word, shown in a shape, and only then in a colour.
      return html`<fieldset class="govuk-fieldset hw-cell" aria-describedby=${described ?? nothing}>
        <legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>
        ${hint}${choiceButtons({ pack: context.pack, name, choices: columnChoices(context.pack, column), chosen: listOf(cell), disabled: context.readonly, ...(column.kind === 'traffic-light' ? { icon: (id: string) => lightIcon(id as Light) } : {}) })}
      </fieldset>`;
    default: {
      const text = isUnread(cell)
        ? cell.unread
        : typeof cell === 'string' || typeof cell === 'number'
          ? String(cell)
          : '';
      return html`<div class="govuk-form-group hw-cell">
        <label class="govuk-label hw-cell__label" for=${idFor(name)}>${label}</label>
        ${hint}${mark}${textCell(column, context, { name, text, described, readonly: context.readonly })}
      </div>`;
    }
  }
}

/** The choices of a column as a menu, the same in every row. */
const choiceLines = (column: Column, context: FieldContext): readonly MenuLine[] =>
  linesOf(context, column, () => [
    { value: '', label: msg('Choose one', { id: 'choose-one' }) },
    ...columnChoices(context.pack, column).map(({ id, label }) => ({
      value: id,
      label,
      lang: langOf(context.pack, label),
    })),
  ]);

interface TextCell {
  readonly name: string;
  readonly text: string;
  readonly described: string | null;
  readonly readonly: boolean;
}

function textCell(
  column: Column,
  context: FieldContext,
  { name, text, described, readonly }: TextCell,
): TemplateResult {
  if (column.kind === 'single-choice')
    return html`<select
        class="govuk-select"
        id=${idFor(name)}
        name=${name}
        ?disabled=${readonly}
        aria-describedby=${described ?? nothing}
        ${menu(choiceLines(column, context), text)}
      ></select>
      ${meaningsOf(context.pack, column.label, columnChoices(context.pack, column))}`;
  if (column.kind === 'long-text')
    return html`<textarea
      class="govuk-textarea hw-grows"
      id=${idFor(name)}
      name=${name}
      rows="3"
      autocomplete="off"
      spellcheck="true"
      ?readonly=${readonly}
      aria-describedby=${described ?? nothing}
      ${typed(text)}
    ></textarea>`;
  const number = column.kind === 'number';
  return html`<input
    class=${number ? 'govuk-input govuk-input--width-5' : 'govuk-input'}
    id=${idFor(name)}
    name=${name}
    autocomplete="off"
    spellcheck=${number ? 'false' : 'true'}
    inputmode=${number ? 'numeric' : nothing}
    ?readonly=${readonly}
    aria-describedby=${described ?? nothing}
    ${number ? typed(text, saysNumber(text)) : typed(text)}
  />`;
}
