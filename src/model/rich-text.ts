/**
 * Guidance text, in the eight kinds that Markdown under `guidance/` may use:
 * paragraph, heading, list, item, strong, emphasis, link, call-out.
 *
 * A ninth, `term`, is never written: the compiler makes it of words that the glossary explains.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly of: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly of: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly of: readonly Inline[] }
  | { readonly kind: 'term'; readonly term: string; readonly of: readonly Inline[] };

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'call-out'; readonly of: readonly TextBlock[] };

export type RichText = readonly TextBlock[];

/** The words of an inline run, without marks. */
export function plainText(of: readonly Inline[]): string {
  return of.map((each) => (typeof each === 'string' ? each : plainText(each.of))).join('');
}

/** The words of each block in reading order: a paragraph, a heading or an item of a list at a time. */
export const blockTexts = (text: RichText): readonly string[] =>
  text.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [plainText(block.of)];
      case 'list':
        return block.items.map(plainText);
      case 'call-out':
        return blockTexts(block.of);
    }
  });
