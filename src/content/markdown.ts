import { lexer, type Token } from 'marked';

/** One block of a Markdown file and the line it begins on, counted from 1. */
export interface Block {
  readonly token: Token;
  readonly line: number;
}

/** The blocks of `text` in order, without the empty lines between them. */
export function readBlocks(text: string): readonly Block[] {
  return placed(lexer(text.replace(/^\uFEFF/, '')), 1);
}

/** `tokens`, each with its line, when the first begins on line `first`. Every token keeps the text it was read from. */
export function placed(tokens: readonly Token[], first: number): readonly Block[] {
  let line = first;
  const blocks: Block[] = [];
  for (const token of tokens) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0;
    if (token.type !== 'space') blocks.push({ token, line: line + leading });
    line += token.raw.split('\n').length - 1;
  }
  return blocks;
}

/** The tokens within `token`; none where it holds plain text. */
export function within(token: Token | undefined): readonly Token[] {
  return token !== undefined && 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];
}

/** The items of a list; none of anything else. */
export function itemsOf(token: Token): readonly Token[] {
  return token.type === 'list' && 'items' in token && Array.isArray(token.items) ? (token.items as Token[]) : [];
}

/** The level of a heading; 0 of anything else. */
export function levelOf(token: Token): number {
  return token.type === 'heading' && 'depth' in token ? Number(token.depth) : 0;
}

/** What a token without tokens says. */
export function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

/** The plain words of inline tokens, or null when something in them is more than words. */
export function plainWords(tokens: readonly Token[]): string | null {
  let words = '';
  for (const token of tokens) {
    if (token.type !== 'text' && token.type !== 'escape') return null;
    const inner = within(token);
    const said = inner.length === 0 ? textOf(token) : plainWords(inner);
    if (said === null) return null;
    words += said;
  }
  return words.replace(/\s*\n\s*/g, ' ').replace(/^\n+|\n+$/g, '');
}
