import type { Locale } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { Block } from './markdown.ts';
import { richText } from './rich-text-from-markdown.ts';
import type { Entry, Layer } from './word-book.ts';
import {
  type ListedWord,
  readPlain,
  readScale,
  readWordFile,
  readWordList,
  type WordEntry,
  type WordFile,
} from './word-file.ts';

/** Gathers the words of one locale into a layer. */
export class WordReader implements Layer {
  readonly locale: Locale;
  readonly entries = new Map<string, Entry>();
  readonly headings = new Map<string, { readonly file: string; readonly line: number }>();
  readonly problems: Problem[] = [];

  constructor(locale: Locale) {
    this.locale = locale;
  }

  /** Reads `text` and remembers its headings; null when there is no such file. */
  open(file: string, text: string | undefined): WordFile | null {
    if (text === undefined) return null;
    const { value, problems } = readWordFile(file, text);
    this.problems.push(...problems);
    return value;
  }

  heading(key: string, file: string, line: number): void {
    this.headings.set(key, { file, line });
  }

  say(key: string, file: string, line: number, words: string): void {
    if (words !== '') this.entries.set(key, { words, file, line });
  }

  plain(key: string, file: string, blocks: readonly Block[], between?: string): void {
    const { value, problems } = readPlain(file, blocks, between);
    this.problems.push(...problems);
    // What is there but wrong was told: it is not missing as well.
    this.say(key, file, blocks[0]?.line ?? 1, problems.length > 0 ? '?' : value);
  }

  rich(key: string, file: string, blocks: readonly Block[], headings: number): void {
    const { text, problems } = richText(file, blocks, headings);
    this.problems.push(...problems);
    const [first] = blocks;
    const words = problems.length > 0 ? [{ kind: 'paragraph', of: ['?'] } as const] : text;
    if (first !== undefined) this.entries.set(key, { words, file, line: first.line });
  }

  list(file: string, blocks: readonly Block[]): readonly ListedWord[] {
    const { value, problems } = readWordList(file, blocks);
    this.problems.push(...problems);
    return value;
  }

  /**
   * A list whose words become `<key>/<id>/label`, and whose named lines become `<key>/<id>/<part>` by `names`; a
   * part with a star may be said more than once.
   */
  labels(key: string, file: string, list: readonly ListedWord[], names: Readonly<Record<string, string>> = {}): void {
    for (const { id, words, line, nested, named } of list) {
      const here = `${key}/${id}`;
      this.heading(here, file, line);
      this.say(`${here}/label`, file, line, words);
      for (const { name, words: more, line: at } of named) {
        const part = names[name];
        if (part === undefined) this.unknownPart(file, at, name);
        else if (part.endsWith('*')) this.#sayNext(`${here}/${part.slice(0, -1)}`, file, at, more);
        else this.say(`${here}/${part}`, file, at, more);
      }
      this.labels(`${here}/choices`, file, nested, { Meaning: 'definition' });
    }
  }

  /** The points of a scale as `<key>/anchors/<point>`, and what they mean as `<key>/anchorMeanings/<point>`. */
  scale(key: string, file: string, blocks: readonly Block[]): void {
    const { value, problems } = readScale(file, blocks);
    this.problems.push(...problems);
    for (const [point, { words, line, named }] of value.entries()) {
      this.heading(`${key}/anchorMeanings/${point}`, file, line);
      this.say(`${key}/anchors/${point}`, file, line, words);
      for (const { name, words: more, line: at } of named) {
        if (name === 'Meaning') this.say(`${key}/anchorMeanings/${point}`, file, at, more);
        else this.unknownPart(file, at, name);
      }
    }
  }

  unknownPart(file: string, line: number, name: string): void {
    this.problems.push({ code: 'unknown-part', place: { file, line }, detail: name });
  }

  /** Says `words` after those already said under `key`. */
  #sayNext(key: string, file: string, line: number, words: string): void {
    const before = [...this.entries.keys()].filter((each) => each.startsWith(`${key}/`)).length;
    this.say(`${key}/${before}`, file, line, words);
  }
}

/** The words of one question as a section has them, under `key`. */
export function readQuestionWords(reader: WordReader, key: string, file: string, entry: WordEntry): void {
  reader.heading(key, file, entry.line);
  reader.plain(`${key}/label`, file, entry.lead);
  for (const { name, line, blocks } of entry.parts) {
    const part = (last: string): string => `${key}/${last}`;
    switch (name) {
      case 'Hint':
        reader.plain(part('hint'), file, blocks);
        break;
      case 'Wording by purpose':
        for (const { id, words, line: at } of reader.list(file, blocks))
          reader.say(part(`labelByPurpose/${id}`), file, at, words);
        break;
      case 'Choices':
        reader.heading(part('choices'), file, line);
        reader.labels(part('choices'), file, reader.list(file, blocks), { Meaning: 'definition' });
        break;
      case 'Items':
        reader.heading(part('items'), file, line);
        reader.labels(part('items'), file, reader.list(file, blocks));
        break;
      case 'Columns':
        reader.heading(part('columns'), file, line);
        reader.labels(part('columns'), file, reader.list(file, blocks), { Hint: 'hint' });
        break;
      case 'Legal minimum':
        reader.heading(part('minimums'), file, line);
        reader.labels(part('minimums'), file, reader.list(file, blocks), { Law: 'law' });
        break;
      case 'Scale':
        reader.heading(part('anchors'), file, line);
        reader.scale(key, file, blocks);
        break;
      case 'Why this is asked':
        reader.rich(part('why'), file, blocks, 4);
        break;
      case 'What good evidence looks like':
        reader.rich(part('goodEvidence'), file, blocks, 4);
        break;
      case 'What to do':
        reader.rich(part('whatToDo'), file, blocks, 4);
        break;
      default:
        reader.unknownPart(file, line, name);
    }
  }
}
