import { html, nothing, type TemplateResult } from 'lit';
import type { Pack } from '../../model/pack.ts';
import { plainText, type RichText } from '../../model/rich-text.ts';
import { words as packWords } from '../shared/pack-words.ts';

/** The name under which a term of a text counts as opened; `where` names the text. */
export const termName = (where: string, term: string): string => `${where} ${term}`;

/**
 * Words that the glossary explains, as a button that shows the meaning right behind it. It takes room of its own there
 * and covers nothing; its place is a live region from the first, so that what comes into it is read out.
 */
export function termControl(
  pack: Pack,
  { where, term, open }: { readonly where: string; readonly term: string; readonly open: boolean },
  words: unknown,
): unknown {
  const entry = pack.glossary.find(({ id }) => id === term);
  // The glossary comes with the sources, which may not have come yet.
  if (!entry) return words;
  return html`<button
      type="button"
      class="hw-term"
      data-term=${termName(where, term)}
      aria-expanded=${open ? 'true' : 'false'}
    >
      ${words}</button
    ><span class="hw-meaning" role="status">${open ? meaningOf(pack, entry.meaning) : nothing}</span>`;
}

/** A meaning within a sentence, where no block may stand. */
function meaningOf(pack: Pack, meaning: RichText): readonly (string | TemplateResult)[] {
  return meaning
    .flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return [plainText(block.of)];
        case 'list':
          return block.items.map(plainText);
        case 'call-out':
          return block.of.flatMap((each) => (each.kind === 'paragraph' ? [plainText(each.of)] : []));
      }
    })
    .map((text) => html`<span class="hw-meaning__text">${packWords(pack, text)}</span>`);
}
