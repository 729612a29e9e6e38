import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import type { RichText } from '../model/rich-text.ts';
import { levelOf, plainWords, readBlocks, within } from './markdown.ts';
import { richText } from './rich-text-from-markdown.ts';

/** A longer piece of guidance, such as a trainer would hand out. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: RichText;
}

/** `text` as an article: a title, then guidance text with headings from level 2. */
export function readArticle(file: string, text: string): Outcome<Article> {
  const blocks = readBlocks(text);
  const [head] = blocks;
  const title = head !== undefined && levelOf(head.token) === 1 ? plainWords(within(head.token)) : null;
  const read = richText(file, title === null ? blocks : blocks.slice(1), 2);
  const problems: Problem[] =
    title === null
      ? [{ code: 'missing-words', place: { file, line: 1 }, detail: 'title' }, ...read.problems]
      : [...read.problems];
  return outcome({ id: file.replace(/^.*\/|\.[a-z]{2}\.md$/g, ''), title: title ?? '', text: read.text }, problems);
}

/** What is wrong with the articles among `files`. */
export function articleProblems(files: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(files)
    .filter(([file]) => file.startsWith('articles/'))
    .flatMap(([file, text]) => {
      const read = readArticle(file, text);
      return read.ok ? [] : read.problems;
    });
}
