import MiniSearch, { type Options } from 'minisearch';
import type { Locale, Pack } from '../model/pack.ts';
import { blockTexts, type RichText } from '../model/rich-text.ts';
import type { Article } from './articles.ts';
import { alsoTyped, type SearchWords } from './search-words.ts';

/** Kinds of thing that a search finds. Never an answer: those stay in their draft. */
export const searchKinds = ['article', 'question', 'stage', 'factor', 'term'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One thing that can be found, as the index keeps it. */
export interface Findable {
  /** Its kind and its own id, since a question and a word may share one. */
  readonly id: string;
  readonly kind: SearchKind;
  /** Its own id. */
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  /** Further words it goes by: other wordings, former ids. */
  readonly also: string;
  readonly titleLocale: Locale;
  readonly textLocale: Locale;
}

/** How words are told apart, in the index and where hits are marked. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Words too common to look for, and what stands behind an apostrophe. */
const passedOver = new Set(
  'a an and are as at be by do for from has have how if in is it of on or s t that the their this to was what when where which who will with y yn i o a’r ac ar'.split(
    ' ',
  ),
);

/** What counts of a word: small letters without marks; null where nobody means it. */
export function foldWord(word: string): string | null {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded === '' || passedOver.has(folded) ? null : folded;
}

/** How the index is made and read; both must say the same. */
export const searchOptions: Options<Findable> = {
  fields: ['title', 'also', 'text'],
  storeFields: ['kind', 'topic', 'title', 'text', 'titleLocale', 'textLocale'],
  tokenize: (text) => text.match(wordPattern) ?? [],
  processTerm: foldWord,
};

/**
 * The index of everything in `pack` that can be looked up; `english` tells which of its words fell back, `table` by which
 * other words people look for what it has.
 */
export function searchIndex(
  pack: Pack,
  english: Pack,
  articles: readonly Article[],
  table: readonly SearchWords[] = [],
): object {
  const index = new MiniSearch<Findable>(searchOptions);
  const found = findables(pack, english, articles);
  index.addAll(found.map((each) => ({ ...each, also: `${each.also} ${alsoTyped(table, each.title, each.also)}` })));
  return index.toJSON();
}

/** Everything that can be found in `pack`. */
export function findables(pack: Pack, english: Pack, articles: readonly Article[]): readonly Findable[] {
  const inEnglish = new Map(entriesOf(english).map((entry) => [`${entry.kind}:${entry.topic}`, entry]));
  const localeOf = (words: string, other: string | undefined): Locale => (words === other ? 'en' : pack.locale);
  return [
    ...entriesOf(pack).map((entry): Findable => {
      const id = `${entry.kind}:${entry.topic}`;
      const other = inEnglish.get(id);
      return {
        ...entry,
        id,
        titleLocale: localeOf(entry.title, other?.title),
        textLocale: localeOf(entry.text, other?.text),
      };
    }),
    ...articles.map(({ id, locale, title, text }): Findable => ({
      id: `article:${id}`,
      kind: 'article',
      topic: id,
      title,
      text: wordsOf(text),
      also: '',
      titleLocale: locale,
      textLocale: locale,
    })),
  ];
}

type Entry = Pick<Findable, 'kind' | 'topic' | 'title' | 'text' | 'also'>;

function entriesOf(pack: Pack): readonly Entry[] {
  const wordings = new Map<string, string[]>();
  const another = (question: string, ...words: readonly (string | undefined)[]): void => {
    const known = wordings.get(question) ?? [];
    wordings.set(question, [...known, ...words.filter((each) => each !== undefined)]);
  };
  const noted = (id: string): string => wordsOf(pack.overlay?.notes[id] ?? []);
  for (const { asks } of pack.sections)
    for (const { question, label, labelByPurpose = {} } of asks)
      another(question, label, ...Object.values(labelByPurpose));
  for (const { id, labelByPurpose = {}, formerly = [] } of pack.questions)
    another(id, ...Object.values(labelByPurpose), ...formerly);
  return [
    ...pack.questions.map(({ id, label, hint = '' }): Entry => {
      const { why = [], goodEvidence = [], whatToDo = [] } = pack.guidance[id] ?? {};
      const text = [hint, wordsOf(why), wordsOf(goodEvidence), wordsOf(whatToDo)].filter(Boolean).join(' ');
      return { kind: 'question', topic: id, title: label, text, also: (wordings.get(id) ?? []).join(' ') };
    }),
    ...pack.stages.map(({ id, plain, name, summary }): Entry => ({
      kind: 'stage',
      topic: id,
      title: plain,
      text: [`${name}. ${summary}`, noted(id)].filter(Boolean).join(' '),
      also: '',
    })),
    ...pack.factors.map(({ id, label, set }): Entry => ({
      kind: 'factor',
      topic: id,
      title: label,
      text: [pack.phrases[`set-${set}`], noted(id)].filter(Boolean).join(' '),
      also: '',
    })),
    ...pack.glossary.map(({ id, term, meaning }): Entry => ({
      kind: 'term',
      topic: id,
      title: term,
      text: wordsOf(meaning),
      also: '',
    })),
  ];
}

/** The words of a text, its blocks parted by spaces. */
const wordsOf = (text: RichText): string => blockTexts(text).join(' ');
