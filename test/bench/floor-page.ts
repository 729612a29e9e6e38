import type { Choice, Column, Pack, Question } from '../../src/model/pack.ts';
import type { Row } from '../../src/model/answer.ts';
import { plainText, type RichText } from '../../src/model/rich-text.ts';
import type { Workload } from './workload.ts';

/**
 * The floor: what a careful person would write by hand for these questions, with every control that the form has,
 * under the same names, and nothing else. Its script is `floor.js`.
 */
export function floorPage({ pack, few }: Workload): string {
  const rows = few.flatMap(({ answer }) =>
    answer.is === 'given' && Array.isArray(answer.value) ? (answer.value as readonly Row[]) : [],
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Floor</title>
<link rel="stylesheet" href="/floor.css">
<script type="module" src="/floor.js"></script>
<main>
<form autocomplete="off">
<div class="questions">
${pack.sections.map((section) => `<section aria-labelledby="${section.id}"><h2 id="${section.id}">${section.title}</h2>\n${section.asks.map((asked) => question(pack, asked.question, rows)).join('\n')}\n</section>`).join('\n')}
</div>
<aside aria-label="Help with the question you are in"></aside>
</form>
</main>
`;
}

function question(pack: Pack, id: string, rows: readonly Row[]): string {
  const of = pack.questions.find((each) => each.id === id);
  if (!of) throw new Error(`The pack has no question ${id}.`);
  return `<div class="question"${condition(of)}>${of.kind === 'text' || of.kind === 'long-text' ? labelled(pack, of) : grouped(pack, of, rows)}${states(pack, of)}</div>`;
}

/** Hidden until its gate says yes; the script looks for it by the gate's name. */
function condition({ showWhen }: Question): string {
  return showWhen && 'in' in showWhen ? ` data-gate="${showWhen.question}" hidden` : '';
}

const words = ({ label, required }: Question): string =>
  `${label}${required ? '' : ' <span class="quiet">(optional)</span>'}`;

function labelled(pack: Pack, of: Question): string {
  const name = `id="${of.id}" name="${of.id}" autocomplete="off" spellcheck="true"`;
  return `<label for="${of.id}">${words(of)}</label>${help(pack, of)}${of.kind === 'text' ? `<input ${name}>` : `<textarea ${name} rows="5"></textarea>`}`;
}

function grouped(pack: Pack, of: Question, rows: readonly Row[]): string {
  return `<fieldset><legend>${words(of)}</legend>${help(pack, of)}${controls(of, rows)}</fieldset>`;
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
      return `<ol class="rows">${rows.map((row, index) => tableRow(of, row, index, rows.length)).join('')}</ol><button type="button">Add another entry</button>`;
  }
}

const buttons = (type: 'radio' | 'checkbox', name: string, choices: readonly Choice[], checked = ''): string =>
  choices
    .map(
      ({ id, label }) =>
        `<div class="choice"><input type="${type}" id="${name}.${id}" name="${name}" value="${id}"${id === checked ? ' checked' : ''}><label for="${name}.${id}">${label}</label></div>`,
    )
    .join('');

function dateBoxes(name: string, date = ''): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => (part === '' ? '' : String(Number(part))));
  const box = (part: string, label: string, value: string): string =>
    `<div><label for="${name}.${part}">${label}</label><input id="${name}.${part}" name="${name}.${part}" class="${part}" inputmode="${part === 'month' ? 'text' : 'numeric'}" autocomplete="off" value="${value}"></div>`;
  return `<div class="date">${box('day', 'Day', day)}${box('month', 'Month', month)}${box('year', 'Year', year)}</div>`;
}

function help({ guidance, sources }: Pack, { id }: Question): string {
  const of = guidance[id];
  if (!of) throw new Error(`The pack has no help for ${id}.`);
  const [source] = sources;
  const paragraphs = (text: RichText): string =>
    text.map((block) => (block.kind === 'paragraph' ? `<p>${plainText(block.of)}</p>` : '')).join('');
  return `<details class="help"><summary>Help with this question</summary><div class="inset"><p class="title">Why this is asked</p>${paragraphs(of.why)}<ul aria-label="Sources"><li>${source ? `${source.title}. ${source.publisher}, ${source.date}.` : ''} <span class="quiet">One study; read in full.</span></li></ul><p class="title">What good evidence looks like</p>${paragraphs(of.goodEvidence)}<p class="title">What to do</p>${paragraphs(of.whatToDo)}</div></details>`;
}

function states({ phrases }: Pack, { id, label }: Question): string {
  const options = ['not-known', 'declined', 'not-applicable']
    .map((state) => `<option value="${state}">${phrases[state] ?? ''}</option>`)
    .join('');
  return `<div class="tools"><select name="${id}.state" aria-label="${label} How it is answered"><option value="given" selected>Answered here</option>${options}</select><button type="button" aria-expanded="false">More<span class="hidden">: ${label}</span></button></div>`;
}

function tableRow({ id, columns = [] }: Question, row: Row, index: number, count: number): string {
  const said = columns.map((column) => spoken(column, row)).join(' · ');
  const cells = (required: boolean): string =>
    columns
      .filter((column) => column.required === required)
      .map((column) => cell(`${id}.${row.id}.${column.id}`, column, row))
      .join('');
  const button = (text: string): string =>
    `<button type="button">${text}<span class="hidden">: ${said}</span></button>`;
  return `<li><details class="row"><summary>${said}</summary><div class="inset">${cells(true)}<details><summary>More about this<span class="hidden"> (${said})</span></summary><div class="inset">${cells(false)}</div></details><div class="buttons">${button('Remove')}${index > 0 ? button('Move up') : ''}${index < count - 1 ? button('Move down') : ''}</div></div></details></li>`;
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
  const label = `${column.label}${column.required ? '' : ' <span class="quiet">(optional)</span>'}`;
  if (column.kind === 'date')
    return `<fieldset class="cell"><legend>${label}</legend>${dateBoxes(name, text)}</fieldset>`;
  const common = `id="${name}" name="${name}"`;
  const control =
    column.kind === 'single-choice'
      ? `<select ${common}><option value="">Choose one</option>${(column.choices ?? []).map(({ id, label: choice }) => `<option value="${id}"${id === text ? ' selected' : ''}>${choice}</option>`).join('')}</select>`
      : column.kind === 'long-text'
        ? `<textarea ${common} rows="3" autocomplete="off" spellcheck="true">${text}</textarea>`
        : `<input ${common} autocomplete="off" spellcheck="true" value="${text}">`;
  return `<div class="cell"><label for="${name}">${label}</label>${control}</div>`;
}
