import { articles } from 'virtual:articles';
import type { Pack } from '../model/pack.ts';
import type { Outcome } from '../model/problem.ts';
import type { Article } from './articles.ts';
import { fetchOnce } from './packs.ts';

/** A longer piece of guidance by its id, in English where the pack's language has none. */
export function loadArticle(pack: Pack, id: string): Promise<Outcome<Article>> {
  return fetchOnce(articles, 'article', `${pack.id}/${pack.locale}/${id}`);
}

/** The ids of the articles of a pack. */
export function articleIds(pack: Pack): readonly string[] {
  const prefix = `${pack.id}/${pack.locale}/`;
  return Object.keys(articles)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
