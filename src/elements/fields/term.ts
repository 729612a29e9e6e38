import { html, nothing, type TemplateResult } from 'lit';
import type { GlossaryEntry, Pack } from '../../model/pack.ts';
import { blockTexts } from '../../model/rich-text.ts';
import { words } from '../shared/pack-words.ts';
import type { Manner } from './rich-text.ts';

/** The name under which a term of a text counts as opened; `where` names the text. */
export const termName = (where: string, term: string): string => `${where} ${term}`;

/** The name under which the folded help of a question counts as opened; it changes what is shown as an opened term does. */
export const helpName = (key: string): string => termName(key, '');

/** How the terms of one text are shown: `where` names the text, `opened` knows which names of terms are open. */
export function termManner(pack: Pack, where: string, opened: (name: string) => boolean): Manner {
  const entryOf = (term: string): GlossaryEntry | undefined => pack.glossary.find(({ id }) => id === term);
  const isOpen = (term: string): boolean => opened(termName(where, term));
  return {
    // The glossary comes with the sources, which may not have come yet.
    term: (term, words) =>
      entryOf(term)
        ? html`<button
            type="button"
            class="hw-term"
            data-term=${termName(where, term)}
            aria-expanded=${isOpen(term) ? 'true' : 'false'}
          >
            ${words}
          </button>`
        : words,
    // A live region from the first, so that a meaning is read out when it comes. It takes room of its own and covers nothing.
    meanings: (terms) =>
      html`<span role="status">${terms.filter(isOpen).map((term) => meaning(pack, entryOf(term)))}</span>`,
  };
}

/** A term with its meaning within a paragraph, where no block may stand. */
function meaning(pack: Pack, entry: GlossaryEntry | undefined): TemplateResult | typeof nothing {
  if (!entry) return nothing;
  const said = blockTexts(entry.meaning).map((text) => html` ${words(pack, text)}`);
  return html`<span class="hw-meaning"><strong>${words(pack, entry.term)}</strong>:${said}</span>`;
}
