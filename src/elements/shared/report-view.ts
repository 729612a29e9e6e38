import { html, nothing, type TemplateResult } from 'lit';
import type { Report, ReportBlock, Run, Runs } from '../../model/report.ts';

/** What stands beside a question's heading, such as a link to change its answer. */
export type Beside = (anchor: string) => TemplateResult | typeof nothing;

const run = ({ text, lang, strong, own }: Run): TemplateResult | string => {
  const inner = own ? html`<bdi class="hw-own">${text}</bdi>` : text;
  const marked = strong ? html`<strong>${inner}</strong>` : inner;
  return lang === undefined
    ? typeof marked === 'string'
      ? marked
      : html`${marked}`
    : html`<span lang=${lang}>${marked}</span>`;
};

/** A run of text as elements; what a person wrote keeps its own direction. */
export const runs = (of: Runs): readonly (TemplateResult | string)[] => of.map(run);

/** A report for reading: the same value that is printed. The page's own title is left to the page. */
export function reportView({ body }: Pick<Report, 'body'>, beside: Beside): TemplateResult {
  return html`<div class="hw-report">${blocksView(body, beside)}</div>`;
}

/** A report's blocks before its first section, and then section by section, each with its heading. */
export function sectionsOf({ body }: Pick<Report, 'body'>): {
  readonly before: readonly ReportBlock[];
  readonly sections: readonly { readonly title: Runs; readonly blocks: readonly ReportBlock[] }[];
} {
  const starts = body.flatMap((block, at) => (block.kind === 'heading' && block.level <= 3 ? [{ block, at }] : []));
  const inner = starts.filter(({ block }) => block.level === 3);
  return {
    before: body.slice(0, inner[0]?.at ?? body.length),
    sections: inner.map(({ block, at }) => ({
      title: block.runs,
      blocks: body.slice(at + 1, starts.find((start) => start.at > at)?.at ?? body.length),
    })),
  };
}

/** Some blocks of a report, one after the other. */
export const blocksView = (blocks: readonly ReportBlock[], beside: Beside = () => nothing): readonly TemplateResult[] =>
  blocks.map((block) => blockView(block, beside));

function blockView(block: ReportBlock, beside: Beside): TemplateResult {
  switch (block.kind) {
    case 'heading': {
      const extra = block.anchor === undefined ? nothing : beside(block.anchor);
      if (block.level === 2) return html`<h2 class="govuk-heading-l">${runs(block.runs)}</h2>`;
      if (block.level === 3) return html`<h3 class="govuk-heading-m hw-report__section">${runs(block.runs)}</h3>`;
      return html`<div class="hw-report__question">
        <h4 class="govuk-heading-s">${runs(block.runs)}</h4>
        ${extra}
      </div>`;
    }
    case 'paragraph':
      return html`<p class="govuk-body hw-report__${block.tone ?? 'plain'}">${runs(block.runs)}</p>`;
    case 'list':
      return block.ordered
        ? html`<ol class="govuk-list govuk-list--number">
            ${block.items.map((item) => html`<li>${runs(item)}</li>`)}
          </ol>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${block.items.map((item) => html`<li>${runs(item)}</li>`)}
          </ul>`;
    case 'facts':
      return html`<dl class="govuk-summary-list govuk-summary-list--no-border hw-facts">
        ${block.rows.map(
          ({ name, value }) =>
            html`<div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">${runs(name)}</dt>
              <dd class="govuk-summary-list__value">${runs(value)}</dd>
            </div>`,
        )}
      </dl>`;
    case 'table':
      return tableView(block);
    case 'panel':
      return html`<div class="hw-panel hw-panel--${block.tone}">
        <p class="govuk-heading-s">${runs(block.title)}</p>
        ${block.body.map((words) => html`<p class="govuk-body">${runs(words)}</p>`)}
      </div>`;
  }
}

/** A table that is told as cards where it is narrow: each cell then says what its column is called. */
function tableView({ caption, head, rows, rowHeads }: Extract<ReportBlock, { kind: 'table' }>): TemplateResult {
  // Roles are said anew, because a table laid out as blocks is none to some browsers.
  return html`<table class="govuk-table hw-told" role="table">
    ${
      caption.length === 0
        ? nothing
        : html`<caption class="govuk-table__caption">
            ${runs(caption)}
          </caption>`
    }
    <thead class="govuk-table__head">
      <tr class="govuk-table__row" role="row">
        ${head.map((name) => html`<th scope="col" class="govuk-table__header" role="columnheader">${runs(name)}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${rows.map(
        (row) =>
          html`<tr class="govuk-table__row" role="row">
            ${row.map((cell, index) =>
              index === 0 && rowHeads
                ? html`<th scope="row" class="govuk-table__header" role="rowheader">${runs(cell.runs)}</th>`
                : html`<td class="govuk-table__cell" role="cell">${tableCell(head[index] ?? [], cell.runs)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const tableCell = (name: Runs, said: Runs): TemplateResult | typeof nothing =>
  said.length === 0 ? nothing : html`<span class="hw-told__name" aria-hidden="true">${runs(name)}</span>${runs(said)}`;
