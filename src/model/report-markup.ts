import { wordsOf } from './report-text.ts';
import type { ReportBlock, Runs } from './report.ts';

/** Text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const words = (runs: Runs): string => escaped(wordsOf(runs)).replace(/\n/g, '<br>');

/** A block as HTML for the clipboard of another program; never for a page of ours. */
export function markup(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return `<p>${words(block.runs)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<table>${block.rows.map(({ name, value }) => `<tr><th>${words(name)}</th><td>${words(value)}</td></tr>`).join('')}</table>`;
    case 'table':
      return `<table><tr>${block.head.map((head) => `<th>${words(head)}</th>`).join('')}</tr>${block.rows
        .map((row) => `<tr>${row.map(({ runs }) => `<td>${words(runs)}</td>`).join('')}</tr>`)
        .join('')}</table>`;
    case 'panel':
      return `<p><strong>${words(block.title)}</strong></p>${block.body.map((body) => `<p>${words(body)}</p>`).join('')}`;
  }
}
