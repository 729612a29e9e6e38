import { latin } from './bytes.ts';
import { readWholeFont, type WholeFont } from './font-part.ts';
import { inflate } from './inflate.ts';
import { markOf, spelled } from './lines.ts';

export type Weight = 'regular' | 'bold';

const most = 4 * 1024 * 1024;
const loaded = new Map<Weight, Promise<WholeFont>>();

/** The font for Greek, Cyrillic, Vietnamese, arrows and ticks: a module of this program, fetched when first needed. */
export function otherFont(weight: Weight): Promise<WholeFont> {
  const known = loaded.get(weight);
  if (known) return known;
  const coming = (weight === 'bold' ? import('virtual:font/other-bold') : import('virtual:font/other-regular'))
    .then(({ default: packed }) => inflate(latin(atob(packed)), most))
    .then((bytes) => readWholeFont(bytes));
  loaded.set(weight, coming);
  // Who has no connection now may have one later.
  coming.catch(() => loaded.delete(weight));
  return coming;
}

/** Letters that every report keeps for those who sign. */
const kept = /^[\s\u0020-\u007e\u00a0-\u017f\u1e80-\u1e85\u1ef2\u1ef3\u2013\u2014\u2018-\u201e\u2022-\u2026]*$/;

/** A character of which a signature can only show a mark, such as `[U+674E]`. */
export interface Undrawn {
  readonly character: string;
  readonly mark: string;
}

/** The characters of `texts` that no font here can draw, each once: to be said before somebody signs. */
export async function undrawnIn(texts: readonly string[]): Promise<readonly Undrawn[]> {
  const unusual = texts.filter((text) => !kept.test(text.normalize('NFC')));
  if (unusual.length === 0) return [];
  const { glyphs } = await otherFont('regular');
  const own = { has: (point: number): boolean => kept.test(String.fromCodePoint(point)) };
  const missing = new Set<string>();
  for (const text of unusual)
    for (const { character, in: place } of spelled(text, own, glyphs)) if (place === 'neither') missing.add(character);
  return Array.from(missing, (character) => ({ character, mark: markOf(character) }));
}
