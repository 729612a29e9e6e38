import MiniSearch, { type AsPlainObject, type SearchResult } from 'minisearch';
import { searches } from 'virtual:searches';
import type { Locale } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { loadPack, local, type InForce, type PackId } from './packs.ts';
import { findables, foldWord, searchOptions, wordPattern, type Findable, type SearchKind } from './search-index.ts';

/** A text in pieces, those that were looked for apart. */
export type Marked = readonly { readonly text: string; readonly hit: boolean }[];

/** Something found, best first. */
export interface Hit {
  readonly kind: SearchKind;
  readonly topic: string;
  readonly title: Marked;
  readonly titleLocale: Locale;
  /** The part of its text that says most of what was looked for. */
  readonly excerpt: Marked;
  readonly textLocale: Locale;
}

export type Search = (words: string) => readonly Hit[];

/** Letters of an excerpt. */
const excerptLength = 180;
/** Misspelt letters allowed, as a share of the word. */
const fuzziness = 0.2;

/** What a council makes other than the index knows it. */
interface Changes {
  readonly besides: readonly Findable[];
  /** Ids of what is not asked or told here. */
  readonly gone: ReadonlySet<string>;
}
const unchanged: Changes = { besides: [], gone: new Set() };

const opened = new Map<string, { readonly under: InForce | undefined; readonly search: Search }>();

/** The search over one language of a pack, with the overlay in force, its index fetched once. Fails with `not-loaded`. */
export async function openSearch(id: PackId, locale: Locale): Promise<Outcome<Search>> {
  const key = `${id}/${locale}`;
  const under = local.inForce;
  const known = opened.get(key);
  if (known && known.under === under) return outcome(known.search, []);
  try {
    const [index, changes] = await Promise.all([searches[key]?.(), changedHere(id, locale)]);
    if (!index) return problem('unknown-content', {}, `search ${key}`);
    if (!changes.ok) return changes;
    const search = searchIn(index.default, changes.value);
    opened.set(key, { under, search });
    return outcome(search, []);
  } catch {
    return problem('not-loaded', {}, `search ${key}`);
  }
}

async function changedHere(id: PackId, locale: Locale): Promise<Outcome<Changes>> {
  if (!local.inForce) return outcome(unchanged, []);
  const [here, hereInEnglish, plain, plainInEnglish] = await Promise.all([
    loadPack(id, locale),
    loadPack(id, 'en'),
    loadPack(id, locale, true),
    loadPack(id, 'en', true),
  ]);
  if (!here.ok) return here;
  if (!hereInEnglish.ok) return hereInEnglish;
  if (!plain.ok) return plain;
  if (!plainInEnglish.ok) return plainInEnglish;
  const now = findables(here.value, hereInEnglish.value, []);
  const before = new Map(findables(plain.value, plainInEnglish.value, []).map((each) => [each.id, each]));
  const stays = new Set([...now.map((each) => each.id), ...here.value.articles.map((each) => `article:${each.id}`)]);
  const all = [...before.keys(), ...plain.value.articles.map((each) => `article:${each.id}`)];
  return outcome(
    {
      besides: now.filter((each) => JSON.stringify(each) !== JSON.stringify(before.get(each.id))),
      gone: new Set(all.filter((each) => !stays.has(each))),
    },
    [],
  );
}

/** The search over an index that `searchIndex` made. What is called otherwise here is still found by its published words. */
export function searchIn(index: AsPlainObject, { besides, gone }: Changes = unchanged): Search {
  const mini = MiniSearch.loadJS<Findable>(index, searchOptions);
  mini.addAll(besides.map((each) => ({ ...each, id: `here ${each.id}` })));
  const here = new Map(besides.map((each) => [each.id, each]));
  return (words) => {
    const boost = { title: 4, also: 2 };
    const prefix = (term: string): boolean => term.length > 2;
    // A word that is there was not misspelt: who looks for "plan" does not mean "plain".
    const isThere = (term: string): boolean => mini.search(term, { prefix, fuzzy: false }).length > 0;
    const fuzzy = (term: string): number | false => (term.length > 3 && !isThere(term) ? fuzziness : false);
    const asked = (combineWith: 'AND' | 'OR'): readonly SearchResult[] =>
      mini.search(words, { combineWith, boost, prefix, fuzzy });
    // All of the words first; where nothing has them all, whatever has any.
    const all = asked('AND');
    const seen = new Set(gone);
    return (all.length > 0 ? all : asked('OR')).flatMap((result) => {
      const found = result as SearchResult & Findable;
      const id = `${found.kind}:${found.topic}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [hitOf(here.get(id) ?? found, new Set(result.terms))];
    });
  };
}

function hitOf({ kind, topic, title, text, titleLocale, textLocale }: Findable, terms: ReadonlySet<string>): Hit {
  return { kind, topic, titleLocale, textLocale, title: marked(title, terms), excerpt: excerptOf(text, terms) };
}

/** `text` with each of the words in `terms` as a piece of its own. */
export function marked(text: string, terms: ReadonlySet<string>): Marked {
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (const { index, word } of hitsIn(text, terms)) {
    if (index > from) pieces.push({ text: text.slice(from, index), hit: false });
    pieces.push({ text: word, hit: true });
    from = index + word.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), hit: false }] : pieces;
}

/** The stretch of `text` with the most different words of `terms`; its beginning where it has none. */
function excerptOf(text: string, terms: ReadonlySet<string>): Marked {
  if (text.length <= excerptLength) return marked(text, terms);
  const hits = hitsIn(text, terms);
  const richness = ({ index }: { readonly index: number }): number =>
    new Set(hits.filter((hit) => hit.index >= index && hit.index < index + excerptLength).map(({ folded }) => folded))
      .size;
  const best = hits.reduce<(typeof hits)[number] | null>(
    (most, hit) => (most === null || richness(hit) > richness(most) ? hit : most),
    null,
  );
  // From the beginning of the sentence where that is near.
  const at = best?.index ?? 0;
  const sentence = Math.max(0, text.lastIndexOf('. ', at) + 2);
  const near =
    at < excerptLength / 2 ? 0 : at - sentence < excerptLength / 2 ? sentence : text.indexOf(' ', at - 40) + 1;
  const end = near + excerptLength >= text.length ? text.length : text.lastIndexOf(' ', near + excerptLength);
  return marked(`${near > 0 ? '… ' : ''}${text.slice(near, end)}${end < text.length ? ' …' : ''}`, terms);
}

function hitsIn(
  text: string,
  terms: ReadonlySet<string>,
): readonly { readonly index: number; readonly word: string; readonly folded: string }[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    index,
    word,
    folded: foldWord(word) ?? '',
  })).filter(({ folded }) => terms.has(folded));
}
