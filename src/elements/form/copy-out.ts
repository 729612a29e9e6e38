import type { Instance } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { escaped, markup } from '../../model/report-markup.ts';
import { blockText } from '../../model/report-text.ts';
import type { AnySession } from '../../session/any-session.ts';

/**
 * Puts questions with their answers on the clipboard, as formatted text for a word processor or case system and as
 * plain text. The formatted text is only ever handed to the clipboard, never to this page.
 */
export async function copyOut({ pack, assessment }: AnySession, instances: readonly Instance[]): Promise<void> {
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
