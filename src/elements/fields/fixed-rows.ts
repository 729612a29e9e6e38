import { html, type TemplateResult } from 'lit';
import type { ChecklistEntry, MatrixEntry } from '../../model/answer.ts';
import { formName } from '../../model/place.ts';
import { phrase } from '../../model/phrases.ts';
import { words } from '../shared/pack-words.ts';
import { choiceButtons, scalePoints } from './choice.ts';
import { idFor, type Field } from './context.ts';
import { grouped } from './frame.ts';
import { meaningsOf } from './meanings.ts';
import { typed } from './typed.ts';

interface FixedRow {
  readonly id: string;
  readonly label: string;
  readonly column: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly note: string;
}

/** Fixed items, each done, not done or not applicable, with a note. */
export function checklistField(field: Field): TemplateResult {
  const { context, instance } = field;
  const entries = instance.answer?.is === 'given' ? (instance.answer.value as readonly ChecklistEntry[]) : [];
  const choices = (['done', 'not-done', 'not-applicable'] as const).map((id) => ({
    id,
    label: phrase(context.pack, id),
  }));
  const rows = (instance.question.items ?? []).map(({ id, label }): FixedRow => {
    const entry = entries.find(({ item }) => item === id);
    return { id, label, column: 'done', choices, chosen: entry?.state, note: entry?.note ?? '' };
  });
  return grouped(field, html`${rows.map((row) => fixedRow(field, row))}`);
}

/** Fixed areas rated on one scale in words, each with a note. */
export function matrixField(field: Field): TemplateResult {
  const { context, instance } = field;
  const entries = instance.answer?.is === 'given' ? (instance.answer.value as readonly MatrixEntry[]) : [];
  const points = scalePoints(instance.question);
  // Said once above the rows: seven times the same meanings would bury the areas.
  const bare = points.map(({ id, label }) => ({ id, label }));
  const choices = [...bare, { id: 'not-known', label: phrase(context.pack, 'not-known') }];
  const rows = (instance.question.items ?? []).map(({ id, label }): FixedRow => {
    const entry = entries.find(({ row }) => row === id);
    return {
      id,
      label,
      column: 'rating',
      choices,
      chosen: entry === undefined ? undefined : String(entry.rating),
      note: entry?.note ?? '',
    };
  });
  return grouped(
    field,
    html`${meaningsOf(context.pack, context.label(instance), points)}${rows.map((row) => fixedRow(field, row))}`,
  );
}

function fixedRow(
  { context, instance }: Field,
  { id, label, column, choices, chosen, note }: FixedRow,
): TemplateResult {
  const name = formName({ ...instance.place, row: id, column });
  const noteName = formName({ ...instance.place, row: id, column, part: 'note' });
  return html`<div class="hw-fixed-row">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">${words(context.pack, label)}</legend>
      ${choiceButtons({ pack: context.pack, name, choices, chosen: chosen === undefined ? [] : [chosen], disabled: context.readonly })}
      <div class="govuk-form-group hw-note">
        <label class="govuk-label" for=${idFor(noteName)}>${words(context.pack, phrase(context.pack, 'note'))}</label>
        <textarea
          class="govuk-textarea hw-grows"
          id=${idFor(noteName)}
          name=${noteName}
          rows="1"
          autocomplete="off"
          spellcheck="true"
          ?readonly=${context.readonly}
          ${typed(note)}
        ></textarea>
      </div>
    </fieldset>
  </div>`;
}
