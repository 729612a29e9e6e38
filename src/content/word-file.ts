import type { Problem } from '../model/problem.ts';
import { type Block, itemsOf, levelOf, placed, plainWords, readBlocks, textOf, within } from './markdown.ts';

/** What stands under one level-3 heading. */
export interface WordPart {
  readonly name: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** What stands under one level-2 heading: the words of one id. */
export interface WordEntry {
  readonly id: string;
  readonly line: number;
  /** Before the first level-3 heading. */
  readonly lead: readonly Block[];
  readonly parts: readonly WordPart[];
}

/** A file of words: a title, an introduction, and one entry for each id. */
export interface WordFile {
  readonly file: string;
  readonly title: string;
  readonly titleLine: number;
  readonly intro: readonly Block[];
  readonly entries: readonly WordEntry[];
}

/** One line of a word list: ``- `id`: words``, with what hangs below it. */
export interface ListedWord {
  readonly id: string;
  readonly words: string;
  readonly line: number;
  /** Nested lines with an id, such as the choices of a column. */
  readonly nested: readonly ListedWord[];
  /** Nested lines with a name, such as `Hint: …`, in the order they stand. */
  readonly named: readonly { readonly name: string; readonly words: string; readonly line: number }[];
}

interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** `text` split at its headings. Problems: `duplicate-id` for a heading that stands twice, `words-shape` for a second title. */
export function readWordFile(file: string, text: string): Reading<WordFile> {
  const problems: Problem[] = [];
  const entries: {
    id: string;
    line: number;
    lead: Block[];
    parts: { name: string; line: number; blocks: Block[] }[];
  }[] = [];
  const intro: Block[] = [];
  let title = '';
  let titleLine = 1;
  for (const block of readBlocks(text)) {
    const { token, line } = block;
    const depth = levelOf(token);
    const heading = plainWords(within(token));
    const entry = entries.at(-1);
    if (depth === 1) {
      if (title !== '') problems.push({ code: 'words-shape', place: { file, line }, detail: 'second title' });
      title = heading ?? '';
      titleLine = line;
    } else if (depth === 2) {
      if (entries.some(({ id }) => id === heading))
        problems.push({ code: 'duplicate-id', place: { file, line }, detail: heading ?? '' });
      entries.push({ id: heading ?? '', line, lead: [], parts: [] });
    } else if (depth === 3 && entry !== undefined) {
      if (entry.parts.some(({ name }) => name === heading))
        problems.push({ code: 'duplicate-id', place: { file, line }, detail: heading ?? '' });
      entry.parts.push({ name: heading ?? '', line, blocks: [] });
    } else (entry?.parts.at(-1)?.blocks ?? entry?.lead ?? intro).push(block);
  }
  return { value: { file, title, titleLine, intro, entries }, problems };
}

/** `blocks` as one run of plain words, paragraphs joined by a space. Problems: `markdown-kind` where there is more. */
export function readPlain(file: string, blocks: readonly Block[], between = ' '): Reading<string> {
  const problems: Problem[] = [];
  const words = blocks.flatMap(({ token, line }) => {
    const plain = token.type === 'paragraph' ? plainWords(within(token)) : null;
    if (plain !== null) return [plain];
    problems.push({ code: 'markdown-kind', place: { file, line }, detail: `${token.type} where plain words stand` });
    return [];
  });
  return { value: words.join(between), problems };
}

/** `blocks` as a word list. Problems: `words-line` for a line that is not ``- `id`: words``. */
export function readWordList(file: string, blocks: readonly Block[]): Reading<readonly ListedWord[]> {
  const problems: Problem[] = [];
  const wrong = (line: number): void => {
    problems.push({ code: 'words-line', place: { file, line } });
  };
  const listed = (
    list: Block,
    depth: number,
  ): { ids: ListedWord[]; named: { name: string; words: string; line: number }[] } => {
    const ids: ListedWord[] = [];
    const named: { name: string; words: string; line: number }[] = [];
    for (const { token: item, line } of placed(itemsOf(list.token), list.line)) {
      const [head, below, ...more] = placed(within(item), line);
      const words = lineOf(within(head?.token));
      if (
        words === null ||
        more.length > 0 ||
        (below !== undefined && (below.token.type !== 'list' || (depth > 0 && 'name' in words)))
      ) {
        wrong(line);
        continue;
      }
      const inner = below === undefined ? { ids: [], named: [] } : listed(below, depth + 1);
      if ('id' in words) {
        if (ids.some(({ id }) => id === words.id))
          problems.push({ code: 'duplicate-id', place: { file, line }, detail: words.id });
        ids.push({ ...words, line, nested: inner.ids, named: inner.named });
      } else if (depth > 0) named.push({ ...words, line });
      else wrong(line);
    }
    return { ids, named };
  };
  const value = blocks.flatMap((block) => {
    if (block.token.type === 'list') return listed(block, 0).ids;
    wrong(block.line);
    return [];
  });
  return { value, problems };
}

function lineOf(
  tokens: Parameters<typeof plainWords>[0],
): { id: string; words: string } | { name: string; words: string } | null {
  const [first, ...rest] = tokens;
  if (first?.type === 'codespan') {
    const words = plainWords(rest);
    return words?.startsWith(': ') === true ? { id: textOf(first), words: words.slice(2).trim() } : null;
  }
  const words = plainWords(tokens);
  const match = words === null ? null : /^([A-Z][A-Za-z ]*): (.+)$/.exec(words);
  return match?.[1] !== undefined && match[2] !== undefined ? { name: match[1], words: match[2] } : null;
}

/** One point of a scale: its words, and what hangs below it, such as `Meaning: …`. */
export type ScalePoint = Pick<ListedWord, 'words' | 'line' | 'named'>;

/** `blocks` as the points of a scale, the first for point 0. Problems: `words-line`. */
export function readScale(file: string, blocks: readonly Block[]): Reading<readonly ScalePoint[]> {
  const problems: Problem[] = [];
  const wrong = (line: number): readonly [] => {
    problems.push({ code: 'words-line', place: { file, line } });
    return [];
  };
  const value = blocks.flatMap(({ token, line }) => {
    if (token.type !== 'list' || !('start' in token) || token.start !== 0) {
      problems.push({ code: 'words-line', place: { file, line }, detail: 'a scale is a list from 0' });
      return [];
    }
    return placed(itemsOf(token), line).flatMap(({ token: item, line: at }): readonly ScalePoint[] => {
      const [head, below, ...more] = placed(within(item), at);
      const words = plainWords(within(head?.token));
      if (words === null || more.length > 0 || (below !== undefined && below.token.type !== 'list')) return wrong(at);
      const named = (below === undefined ? [] : placed(itemsOf(below.token), below.line)).flatMap(
        ({ token: inner, line: where }) => {
          const said = lineOf(within(within(inner)[0]));
          return said !== null && 'name' in said && within(inner).length === 1
            ? [{ ...said, line: where }]
            : wrong(where);
        },
      );
      return [{ words, line: at, named }];
    });
  });
  return { value, problems };
}
