import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../model/answer.ts';
import { rowsOf } from '../../model/fits.ts';
import { cellShown, gapsOf } from '../../model/gaps.ts';
import type { Column, Question } from '../../model/pack.ts';
import { presentPeople, shownRows } from '../../model/people.ts';
import { langOf } from '../shared/pack-words.ts';
import { cellField } from './cell.ts';
import { addRow, addRows, moveRow, removeRow } from '../form/row-actions.ts';
import { calledBy, idFor, type Field } from './context.ts';
import { grouped } from './frame.ts';
import { minimumLines } from './minimums.ts';
import { entriesToGoThrough } from './reference.ts';
import { roleLabel } from './people.ts';
import { roleChoice, takeRole } from './role-choice.ts';
import { needs, rowSentence } from './row-words.ts';
import { sameAsBefore } from './same-as-before.ts';

/** Rows that read as a line when closed and open into a small form in place. */
export function tableField(field: Field): TemplateResult {
  const { context, instance } = field;
  const rows = shownRows(context.assessment, rowsOf(instance.answer));
  const opened = context.openedRows(instance.key);
  const further = instance.question.columns?.some(({ kind }) => kind === 'question-ref') ? context.assessment : null;
  // A row costs a look at these when its neighbour is typed in, however long the table is.
  const restsOn = (row: Row, index: number): unknown[] => [
    context,
    instance.question,
    row,
    index,
    index === rows.length - 1,
    context.typingAt(`${instance.key}.${row.id}.`),
    opened.has(row.id),
    further,
  ];
  return grouped(
    field,
    html`${minimumLines(field)}${
      rows.length === 0
        ? nothing
        : html`<ol class="hw-rows">
            ${repeat(
              rows,
              ({ id }) => id,
              (row, index) => guard(restsOn(row, index), () => rowDetails(field, row, index, rows.length)),
            )}
          </ol>`
    }
    ${context.readonly ? nothing : adding(field, rows)}`,
  );
}

function rowDetails(field: Field, row: Row, index: number, count: number): TemplateResult {
  const { context, instance } = field;
  const columns = instance.question.columns ?? [];
  // Colours belong beside each other: a parent's is never folded away behind the worker's.
  const isShown = ({ required: wanted, kind }: Column): boolean => wanted || kind === 'traffic-light';
  const required = columns.filter(isShown);
  const folded = columns.filter((column) => !isShown(column));
  const sentence = rowSentence(context.pack, context.assessment, columns, row);
  const missing = new Set(
    gapsOf(instance.question, { is: 'given', value: [row] }, context.assessment, true).map(({ column }) => column),
  ).size;
  const cells = (shown: readonly Column[]): readonly unknown[] =>
    besideEachOther(shown).map((run) => {
      const made = run.map((column) => guard(cellRestsOn(field, row, column), () => cellField(field, row, column)));
      return run.length > 1 ? html`<div class="hw-lights">${made}</div>` : made[0];
    });
  return html`<li>
    <details class="hw-row" id=${idFor(`${instance.key}.${row.id}`, 'row')} data-row=${row.id}>
      <summary class="hw-row__summary hw-shows-focus">
        <bdi>${sentence}</bdi>${missing > 0 ? html` <span class="hw-row__needs">${needs(missing)}</span>` : nothing}
      </summary>
      <div class="hw-row__cells">
        ${cells(required.length > 0 ? required : folded)}
        ${
          required.length > 0 && folded.length > 0
            ? html`<details class="govuk-details hw-more">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text"
                    >${msg('More about this', { id: 'row-more' })}<span class="govuk-visually-hidden">
                      (<bdi>${sentence}</bdi>)</span
                    ></span
                  >
                </summary>
                <div class="hw-more__cells">
                  ${context.openedRows(instance.key).has(row.id) ? cells(folded) : nothing}
                </div>
              </details>`
            : nothing
        }
        ${context.readonly ? nothing : rowButtons(field, row, index, count, sentence)}
      </div>
    </details>
  </li>`;
}

/** What one cell is shown from: a key costs the cell it goes to, and not the dozens of boxes beside it. */
const cellRestsOn = ({ context, instance }: Field, row: Row, column: Column): unknown[] => [
  context,
  column,
  row.person,
  cellShown(column, row, context.assessment),
  context.typingAt(`${instance.key}.${row.id}.${column.id}`),
  column.kind === 'question-ref' ? context.assessment : null,
];

/** Columns in their order; neighbouring traffic lights are one run, any other column is a run of its own. */
function besideEachOther(columns: readonly Column[]): readonly (readonly Column[])[] {
  const runs: Column[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (column.kind === 'traffic-light' && last?.at(-1)?.kind === 'traffic-light') last.push(column);
    else runs.push([column]);
  }
  return runs;
}

function rowButtons(
  { context, instance }: Field,
  row: Row,
  index: number,
  count: number,
  sentence: string,
): TemplateResult {
  const { acts } = context;
  const button = (words: string, click: () => void, move?: -1 | 1): TemplateResult =>
    html`<button
      type="button"
      class="govuk-button govuk-button--secondary"
      data-move=${move ?? nothing}
      @click=${click}
    >
      ${words}<span class="govuk-visually-hidden">: <bdi>${sentence}</bdi></span>
    </button>`;
  return html`<div class="govuk-button-group">
    ${button(msg('Remove', { id: 'row-remove' }), () => removeRow(acts, instance, row.id))}
    ${index > 0 ? button(msg('Move up', { id: 'row-up' }), () => moveRow(acts, instance, row.id, -1), -1) : nothing}
    ${index < count - 1 ? button(msg('Move down', { id: 'row-down' }), () => moveRow(acts, instance, row.id, 1), 1) : nothing}
  </div>`;
}

/** The button that adds a row; in a person table also a way to take somebody already entered elsewhere. */
function adding(field: Field, rows: readonly Row[]): TemplateResult {
  const { context, instance } = field;
  const { question, key } = instance;
  if (question.kind !== 'person-table')
    return html`<div class="govuk-button-group">
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        id=${idFor(key, 'add')}
        @click=${() => {
          addRow(context.acts, instance);
        }}
      >
        ${rows.length === 0 ? msg('Add an entry', { id: 'row-add' }) : msg('Add another entry', { id: 'row-add-more' })}
      </button>
      ${addingAll(field, rows)} ${saysWhoDidIt(question) ? nothing : sameAsBefore(field)}
    </div>`;
  const roles = question.lists ?? ['network'];
  const [role = 'network'] = roles;
  const here = new Set(rows.map(({ person }) => person));
  const elsewhere = presentPeople(context.assessment).filter(
    (person) => !here.has(person.id) && (person.role === 'child') === roles.includes('child'),
  );
  const take = (event: Event): void => {
    const select = (event.currentTarget as HTMLElement).parentElement?.querySelector('select');
    if (select?.value) addRow(context.acts, instance, { existing: select.value });
  };
  const label = role === 'child' ? msg('Add a child', { id: 'add-child' }) : msg('Add a person', { id: 'add-person' });
  const addNew = (event: Event): void => {
    const chosen = roles.length > 1 ? takeRole((event.currentTarget as HTMLElement).parentElement) : role;
    if (chosen !== null) addRow(context.acts, instance, { role: chosen });
  };
  return html`<div class="hw-adding">
    <div class="hw-adding__new">
      ${roles.length > 1 ? roleChoice(context, idFor(key, 'add'), roles) : nothing}
      <button type="button" class="govuk-button govuk-button--secondary" id=${idFor(key, 'add')} @click=${addNew}>
        ${label}
      </button>
    </div>
    ${
      elsewhere.length === 0
        ? nothing
        : html`<div class="hw-adding__known">
            <label class="govuk-label" for=${idFor(key, 'known')}
              >${msg('Or somebody already entered', { id: 'add-known' })}</label
            >
            <select class="govuk-select" id=${idFor(key, 'known')}>
              ${elsewhere.map((person) => html`<option value=${person.id} lang=${langOf(context.pack, roleLabel(context.pack, person.role)) ?? nothing}>${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))} (${roleLabel(context.pack, person.role)})</option>`)}
            </select>
            <button type="button" class="govuk-button govuk-button--secondary" @click=${take}>
              ${msg('Add them here', { id: 'add-them' })}
            </button>
          </div>`
    }
  </div>`;
}

/** Rows of who said or did something belong to the round in which they did: nobody has taken part in the next one yet. */
const saysWhoDidIt = ({ columns = [] }: Question): boolean =>
  columns.some(({ kind, required }) => kind === 'person' && required);

/**
 * Where each entry is about one of another table, such as a goal: one button for all of them. Colours are given again
 * and again, each time for every goal.
 */
function addingAll(field: Field, rows: readonly Row[]): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const [about] = instance.question.columns ?? [];
  if (about?.kind !== 'question-ref' || about.many === true) return nothing;
  if (rows.length > 0 && instance.question.kind !== 'traffic-light') return nothing;
  const entries = entriesToGoThrough(field, about);
  if (entries.length < 2) return nothing;
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary"
    data-add-all
    @click=${() => {
      addRows(
        context.acts,
        instance,
        entries.map((entry) => ({ [about.id]: entry })),
      );
    }}
  >
    ${msg(str`Add all ${entries.length} at once`, { id: 'row-add-all' })}
  </button>`;
}
