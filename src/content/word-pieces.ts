import type { Locale } from '../model/pack.ts';
import { plainText, type RichText } from '../model/rich-text.ts';
import { levelOf, readBlocks } from './markdown.ts';
import { readPackFiles } from './pack-files.ts';
import { readFrameworkWords } from './read-framework.ts';
import { readOutputWords } from './read-outputs.ts';
import { readPackWords } from './read-pack-words.ts';
import { sentencesOf, wordsOf } from './reading-grade.ts';
import { richText } from './rich-text-from-markdown.ts';

/** One sentence of the words of a pack, and where it stands. */
export interface Sentence {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** The words under one key of the word book, such as `questions/why-now/why`, by sentence. */
export interface Piece {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly sentences: readonly Sentence[];
}

type Files = Readonly<Record<string, string>>;

/** Everything one locale says itself, articles too; training cases are answers and are left out. */
export function piecesOf(files: Files, locale: Locale): readonly Piece[] {
  const structure = readPackFiles(files).value;
  const stages = structure?.stages ?? [];
  const entries = [
    ...readPackWords(files, locale, stages).entries,
    ...readFrameworkWords(files, locale, stages).entries,
    ...readOutputWords(files, locale).entries,
  ];
  const pieces = entries.map(([key, { words, file, line }]) =>
    piece(files, key, file, line, typeof words === 'string' ? sentencesOf(words) : richSentences(words)),
  );
  return [...pieces, ...articlePieces(files, locale)];
}

/** Each article parted at its headings. */
function articlePieces(files: Files, locale: Locale): readonly Piece[] {
  return Object.entries(files)
    .filter(([file]) => file.startsWith('articles/') && file.endsWith(`.${locale}.md`))
    .flatMap(([file, text]) => {
      const parts: { readonly line: number; readonly blocks: ReturnType<typeof readBlocks>[number][] }[] = [];
      for (const block of readBlocks(text)) {
        const part = parts.at(-1);
        if (levelOf(block.token) > 0 || part === undefined) parts.push({ line: block.line, blocks: [] });
        if (levelOf(block.token) === 0) parts.at(-1)?.blocks.push(block);
      }
      return parts.map(({ line, blocks }, at) =>
        piece(files, `${file}/${at}`, file, line, richSentences(richText(file, blocks, 2).text)),
      );
    });
}

function richSentences(text: RichText): readonly string[] {
  return text.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return sentencesOf(plainText(block.of));
      case 'heading':
        return [plainText(block.of)];
      case 'list':
        return block.items.flatMap((item) => sentencesOf(plainText(item)));
      case 'call-out':
        return richSentences(block.of);
    }
  });
}

function piece(files: Files, key: string, file: string, line: number, sentences: readonly string[]): Piece {
  const lines = (files[file] ?? '').split('\n').map((each) => wordsOf(each).join(' '));
  return {
    key,
    file,
    line,
    sentences: sentences.map((text) => {
      // A sentence begins a line of its own or stands within one; four words are enough to find it.
      const start = wordsOf(text).slice(0, 4).join(' ');
      const at = lines.findIndex((each, index) => index >= line - 1 && each.includes(start));
      return { text, file, line: at < 0 ? line : at + 1 };
    }),
  };
}
