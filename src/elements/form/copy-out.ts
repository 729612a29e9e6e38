import type { Instance } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { blockText, wordsOf } from '../../model/report-text.ts';
import type { ReportBlock, Runs } from '../../model/report.ts';
import type { Session } from '../../session/session.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const words = (runs: Runs): string => escaped(wordsOf(runs)).replace(/\n/g, '<br>');

/**
 * Puts questions with their answers on the clipboard, as formatted text for a word processor or case system and as
 * plain text. The formatted text is only ever handed to the clipboard, never to this page.
 */
export async function copyOut({ pack, assessment }: Session, instances: readonly Instance[]): Promise<void> {
  const parts = instances.map((instance) => {
    const name = instance.person?.name.trim();
    const label = labelOf(pack, assessment, instance);
    return { heading: name ? `${name}: ${label}` : label, blocks: answerBlocks(pack, assessment, instance) };
  });
  const formatted = parts
    .map(({ heading, blocks }) => `<h4>${escaped(heading)}</h4>${blocks.map(markup).join('')}`)
    .join('');
  const plain = parts.map(({ heading, blocks }) => [heading, ...blocks.flatMap(blockText)].join('\n')).join('\n\n');
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([formatted], { type: 'text/html' }),
      'text/plain': new Blob([plain], { type: 'text/plain' }),
    }),
  ]);
}

function markup(block: ReportBlock): string {
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
