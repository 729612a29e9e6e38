interface Named {
  readonly id: string;
  /** What people read, which they may have typed in place of the id. */
  readonly words?: string;
}

/** The ids of `known` that somebody who typed `said` may have meant, likeliest first, at most three. */
export function nearest(said: string, known: readonly Named[]): readonly string[] {
  const asked = slug(said);
  return known
    .map(({ id, words = id }) => ({ id, far: Math.min(distance(asked, id), distance(asked, slug(words))) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ id }) => id);
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');

/** How unlike two ids are, from 0: signs to change, less where they share whole words. */
function distance(one: string, other: string): number {
  const has = other.split('-');
  const shared = one.split('-').filter((word) => word.length > 2 && has.includes(word)).length;
  return edits(one, other) / Math.max(one.length, other.length, 1) - shared;
}

/** Signs to put in, take out or change (Levenshtein). */
function edits(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1)
      now.push(
        Math.min(
          (before[at] ?? 0) + 1,
          (now[at - 1] ?? 0) + 1,
          (before[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1),
        ),
      );
    before = now;
  }
  return before[other.length] ?? 0;
}
