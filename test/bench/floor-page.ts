import type { Choice, Column, Pack, Question } from '../../src/model/pack.ts';
import type { Row } from '../../src/model/answer.ts';
import { plainText, type RichText } from '../../src/model/rich-text.ts';
import type { Workload } from './workload.ts';

/**
 * A floor: what a careful person would write by hand for these questions, with every control that the form has, under
 * the same names, and nothing else. Its script is `floor.js`. The elements have the form's classes, so that it can be
 * shown with a plain sheet and with the form's own.
 */
export function floorPage({ pack, few }: Workload, sheet: string): string {
  const rows = few.flatMap(({ answer }) =>
    answer.is === 'given' && Array.isArray(answer.value) ? (answer.value as readonly Row[]) : [],
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Floor</title>
<link rel="stylesheet" href="${sheet}">
<script type="module" src="/floor.js"></script>
<main class="hw-page govuk-frontend-supported">
<form class="hw-form" autocomplete="off">
<div class="hw-form__questions">
${pack.sections.map((section) => `<section class="hw-section" aria-labelledby="${section.id}"><h2 class="govuk-heading-l" id="${section.id}">${section.title}</h2>\n${section.asks.map((asked) => question(pack, asked.question, rows)).join('\n')}\n</section>`).join('\n')}
</div>
<aside class="hw-guidance" aria-label="Help with the question you are in"></aside>
</form>
</main>
`;
}

function question(pack: Pack, id: string, rows: readonly Row[]): string {
  const of = pack.questions.find((each) => each.id === id);
  if (!of) throw new Error(`The pack has no question ${id}.`);
  return `<div class="hw-question"${condition(of)}><div class="govuk-form-group">${of.kind === 'text' || of.kind === 'long-text' ? labelled(pack, of) : grouped(pack, of, rows)}${states(pack, of)}</div></div>`;
}

/** Hidden until its gate says yes; the script looks for it by the gate's name. */
function condition({ showWhen }: Question): string {
  return showWhen && 'in' in showWhen ? ` data-gate="${showWhen.question}" hidden` : '';
}

const words = ({ label, required }: Question): string =>
  `${label}${required ? '' : ' <span class="hw-optional">(optional)</span>'}`;

function labelled(pack: Pack, of: Question): string {
  const name = `id="${of.id}" name="${of.id}" autocomplete="off" spellcheck="true"`;
  return `<label class="govuk-label govuk-label--s" for="${of.id}">${words(of)}</label>${help(pack, of)}${of.kind === 'text' ? `<input class="govuk-input" ${name}>` : `<textarea class="govuk-textarea hw-grows" ${name} rows="5"></textarea>`}`;
}

function grouped(pack: Pack, of: Question, rows: readonly Row[]): string {
  return `<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words(of)}</legend>${help(pack, of)}${controls(of, rows)}</fieldset>`;
}

function controls(of: Question, rows: readonly Row[]): string {
  switch (of.kind) {
    case 'single-choice':
      return buttons('radio', of.id, of.choices ?? []);
    case 'multi-choice':
      return buttons('checkbox', of.id, of.choices ?? []);
    case 'date':
      return dateBoxes(of.id);
    default:
      return `<ol class="hw-rows">${rows.map((row, index) => tableRow(of, row, index, rows.length)).join('')}</ol><button type="button" class="govuk-button govuk-button--secondary">Add another entry</button>`;
  }
}

function buttons(type: 'radio' | 'checkbox', name: string, choices: readonly Choice[]): string {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const items = choices.map(
    ({ id, label }) =>
      `<div class="${block}__item"><input class="${block}__input" type="${type}" id="${name}.${id}" name="${name}" value="${id}"><label class="govuk-label ${block}__label" for="${name}.${id}">${label}</label></div>`,
  );
  return `<div class="${block} ${block}--small">${items.join('')}</div>`;
}

function dateBoxes(name: string, date = ''): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => (part === '' ? '' : String(Number(part))));
  const box = (part: string, label: string, value: string): string =>
    `<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="${name}.${part}">${label}</label><input id="${name}.${part}" name="${name}.${part}" class="govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? '4' : '2'}" inputmode="${part === 'month' ? 'text' : 'numeric'}" autocomplete="off" value="${value}"></div></div>`;
  return `<div class="govuk-date-input">${box('day', 'Day', day)}${box('month', 'Month', month)}${box('year', 'Year', year)}</div>`;
}

function help({ guidance, sources }: Pack, { id }: Question): string {
  const of = guidance[id];
  if (!of) throw new Error(`The pack has no help for ${id}.`);
  const [source] = sources;
  const paragraphs = (text: RichText): string =>
    text
      .map((block) => (block.kind === 'paragraph' ? `<p class="govuk-body">${plainText(block.of)}</p>` : ''))
      .join('');
  return `<details class="govuk-details hw-help-in-place"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Help with this question</span></summary><div class="govuk-details__text"><p class="hw-help__title">Why this is asked</p>${paragraphs(of.why)}<ul class="hw-sources" aria-label="Sources"><li><span>${source ? `${source.title}. ${source.publisher}, ${source.date}.` : ''}</span> <span class="hw-quiet">One study; read in full.</span></li></ul><p class="hw-help__title">What good evidence looks like</p>${paragraphs(of.goodEvidence)}<p class="hw-help__title">What to do</p>${paragraphs(of.whatToDo)}</div></details>`;
}

function states({ phrases }: Pack, { id, label }: Question): string {
  const options = ['not-known', 'declined', 'not-applicable']
    .map((state) => `<option value="${state}">${phrases[state] ?? ''}</option>`)
    .join('');
  return `<div class="hw-tools"><select class="govuk-select hw-tools__state" name="${id}.state" aria-label="${label} How it is answered"><option value="given" selected>Answer here</option>${options}</select><button type="button" class="hw-link-button" aria-expanded="false">More<span class="govuk-visually-hidden">: ${label}</span></button></div>`;
}

function tableRow({ id, columns = [] }: Question, row: Row, index: number, count: number): string {
  const said = columns.map((column) => spoken(column, row)).join(' · ');
  const cells = (required: boolean): string =>
    columns
      .filter((column) => column.required === required)
      .map((column) => cell(`${id}.${row.id}.${column.id}`, column, row))
      .join('');
  const button = (text: string): string =>
    `<button type="button" class="govuk-button govuk-button--secondary">${text}<span class="govuk-visually-hidden">: ${said}</span></button>`;
  return `<li><details class="hw-row"><summary class="hw-row__summary hw-shows-focus"><bdi>${said}</bdi></summary><div class="hw-row__cells">${cells(true)}<details class="govuk-details hw-more"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">More about this<span class="govuk-visually-hidden"> (${said})</span></span></summary><div class="hw-more__cells"></div></details><div class="govuk-button-group">${button('Remove')}${index > 0 ? button('Move up') : ''}${index < count - 1 ? button('Move down') : ''}</div></div></details></li>`;
}

const textIn = ({ id }: Column, { cells }: Row): string => {
  const cell = cells[id];
  return typeof cell === 'string' ? cell : '';
};

function spoken(column: Column, row: Row): string {
  const text = textIn(column, row);
  return column.choices?.find(({ id }) => id === text)?.label ?? text;
}

function cell(name: string, column: Column, row: Row): string {
  const text = textIn(column, row);
  const label = `${column.label}${column.required ? '' : ' <span class="hw-optional">(optional)</span>'}`;
  if (column.kind === 'date')
    return `<fieldset class="govuk-fieldset hw-cell"><legend class="govuk-fieldset__legend hw-cell__label">${label}</legend>${dateBoxes(name, text)}</fieldset>`;
  const common = `id="${name}" name="${name}"`;
  const control =
    column.kind === 'single-choice'
      ? `<select class="govuk-select" ${common}><option value="">Choose one</option>${(column.choices ?? []).map(({ id, label: choice }) => `<option value="${id}"${id === text ? ' selected' : ''}>${choice}</option>`).join('')}</select>`
      : column.kind === 'long-text'
        ? `<textarea class="govuk-textarea hw-grows" ${common} rows="3" autocomplete="off" spellcheck="true">${text}</textarea>`
        : `<input class="govuk-input" ${common} autocomplete="off" spellcheck="true" value="${text}">`;
  return `<div class="govuk-form-group hw-cell"><label class="govuk-label hw-cell__label" for="${name}">${label}</label>${control}</div>`;
}
