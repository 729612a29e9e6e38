/** Words people search with, and the words our titles use for the same. */
export interface SearchWords {
  readonly said: readonly string[];
  readonly ours: readonly string[];
}

/** The lines `- said, said: ours, ours` of a file. */
export function readSearchWords(text: string): readonly SearchWords[] {
  const parts = (list: string): readonly string[] =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  return Array.from(text.matchAll(/^- ([^:\n]+):([^:\n]+)$/gm), ([, said = '', ours = '']) => ({
    said: parts(said),
    ours: parts(ours),
  }));
}

const plainly = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')} `;

/** What people may also type for something that goes by `titles`. */
export function alsoTyped(table: readonly SearchWords[], ...titles: readonly string[]): string {
  const known = titles.map(plainly).join('|');
  return table
    .filter(({ ours }) => ours.some((each) => known.includes(plainly(each))))
    .flatMap(({ said }) => said)
    .join(' ');
}
