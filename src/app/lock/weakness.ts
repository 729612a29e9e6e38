/** Fewest characters of a passphrase of one's own. */
export const fewest = 12;
const fewestDifferent = 6;

/** What speaks against a passphrase of one's own; null where nothing that can be counted does. */
export type Weakness = 'short' | 'same-letters' | 'run' | 'known';

/** What very many people choose, also with a number behind it. */
const known = ['password', 'passphrase', 'letmein', 'qwertyuiop', 'iloveyou', 'welcome', 'homeward', 'socialwork'];
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Counts what can be counted. It cannot know whose birthday it is: the words beside it say so. */
export function weaknessOf(text: string): Weakness | null {
  const letters = text.toLowerCase().replace(/\s+/g, '');
  if (Array.from(text.trim()).length < fewest) return 'short';
  if (new Set(letters).size < fewestDifferent) return 'same-letters';
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), letters);
  if (rest.length < fewest / 2 && rest !== letters) return 'known';
  if (runs.some((run) => inRuns(letters, run) > letters.length / 2)) return 'run';
  return null;
}

/** How many letters of `text` go on as the keys or the alphabet do, either way. */
function inRuns(text: string, run: string): number {
  const backwards = Array.from(run).reverse().join('');
  return pairsOf(text).filter((pair) => run.includes(pair) || backwards.includes(pair)).length;
}

const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
