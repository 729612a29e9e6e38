import type { Token } from 'marked';
import type { Problem } from '../model/problem.ts';
import type { Inline, RichText, TextBlock } from '../model/rich-text.ts';
import { type Block, itemsOf, levelOf, placed, textOf, within } from './markdown.ts';

/** Guidance text and everything in it that is not one of the eight kinds. */
export interface ReadText {
  readonly text: RichText;
  readonly problems: readonly Problem[];
}

/**
 * `blocks` as guidance text. Problems: `markdown-kind` for anything but paragraph, heading, list, item, strong,
 * emphasis, link and call-out (so raw HTML, images, tables and code are refused), `link-target` for a link that is
 * not `https:` or names somebody before its host. `headings` is the level of Markdown heading that becomes level 1.
 */
export function richText(file: string, blocks: readonly Block[], headings: number): ReadText {
  const problems: Problem[] = [];
  const refuse = (line: number, kind: string): void => {
    problems.push({ code: 'markdown-kind', place: { file, line }, detail: kind });
  };

  const inlines = (tokens: readonly Token[], line: number): readonly Inline[] =>
    merged(
      tokens.flatMap((token): readonly Inline[] => {
        const inner = within(token);
        switch (token.type) {
          case 'text':
            return inner.length > 0 ? inlines(inner, line) : [oneLine(textOf(token))];
          case 'escape':
            return [textOf(token)];
          case 'strong':
            return [{ kind: 'strong', of: inlines(inner, line) }];
          case 'em':
            return [{ kind: 'emphasis', of: inlines(inner, line) }];
          case 'link': {
            const to = String('href' in token ? token.href : '');
            if (!isHttps(to)) problems.push({ code: 'link-target', place: { file, line } });
            return [{ kind: 'link', to, of: inlines(inner, line) }];
          }
          default:
            refuse(line, token.type);
            return [];
        }
      }),
    );

  const read = (some: readonly Block[]): RichText =>
    some.flatMap(({ token, line }): readonly TextBlock[] => {
      const inner = within(token);
      switch (token.type) {
        case 'paragraph':
        case 'text':
          return [{ kind: 'paragraph', of: inlines(inner, line) }];
        case 'heading': {
          const level = levelOf(token) - headings + 1;
          if (level !== 1 && level !== 2 && level !== 3) {
            refuse(line, `heading of level ${levelOf(token)}`);
            return [];
          }
          return [{ kind: 'heading', level, of: inlines(inner, line) }];
        }
        case 'list':
          return [{ kind: 'list', ordered: 'ordered' in token && token.ordered === true, items: items(token, line) }];
        case 'blockquote':
          return [{ kind: 'call-out', of: read(placed(inner, line)) }];
        default:
          refuse(line, token.type);
          return [];
      }
    });

  const items = (list: Token, line: number): readonly (readonly Inline[])[] =>
    placed(itemsOf(list), line).map(({ token, line: at }) => {
      const parts = placed(within(token), at);
      if (parts.some(({ token: { type } }) => type !== 'text' && type !== 'paragraph') || parts.length > 1) {
        refuse(at, 'item with more than words');
      }
      return parts.flatMap(({ token: part, line: where }) => inlines(within(part), where));
    });

  return { text: read(blocks), problems };
}

/** Whether guidance may link to `to`: a name before the host, as in `https://gov.uk@elsewhere/`, shows another place than it goes to. */
export function isHttps(to: string): boolean {
  if (!URL.canParse(to)) return false;
  const { protocol, username, password } = new URL(to);
  return protocol === 'https:' && username === '' && password === '';
}

const oneLine = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, ' ');

/** Neighbouring words as one. */
function merged(of: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const each of of) {
    const last = result.at(-1);
    if (typeof each === 'string' && typeof last === 'string') result[result.length - 1] = last + each;
    else if (each !== '') result.push(each);
  }
  return result;
}
