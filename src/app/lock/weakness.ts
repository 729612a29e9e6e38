/** Fewest characters of a passphrase of one's own. */
export const fewest = 14;
const fewestDifferent = 6;

/** What speaks against a passphrase of one's own; null where nothing that can be counted does. */
export type Weakness = 'short' | 'same-letters' | 'run' | 'known' | 'typed';

/** What very many people choose, also with a number behind it. */
const known = ['password', 'passphrase', 'letmein', 'qwertyuiop', 'iloveyou', 'welcome', 'homeward', 'socialwork'];
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Counts what can be counted. It cannot know whose birthday it is: the words beside it say so. `typed` is what the person
 * wrote just before, names and a reference, which whoever sees the computer may know.
 */
export function weaknessOf(text: string, typed: readonly string[] = []): Weakness | null {
  const letters = text.toLowerCase().replace(/\s+/g, '');
  if (Array.from(text.trim()).length < fewest) return 'short';
  if (new Set(letters).size < fewestDifferent) return 'same-letters';
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), letters);
  if (rest.length < fewest / 2 && rest !== letters) return 'known';
  if (runs.some((run) => inRuns(letters, run) > letters.length / 2)) return 'run';
  if (typed.some((said) => hasWordOf(text, said))) return 'typed';
  return null;
}

/** Whether a name or reference is in `text`, whole or one word of it; a word of three letters only where it stands alone. */
function hasWordOf(text: string, said: string): boolean {
  const words = wordsOf(text);
  const together = words.join('');
  const parts = wordsOf(said);
  const whole = parts.join('');
  return [whole, ...parts].some(
    (part) => (part.length > 3 && together.includes(part)) || (part.length === 3 && words.includes(part)),
  );
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** How many letters of `text` go on as the keys or the alphabet do, either way. */
function inRuns(text: string, run: string): number {
  const backwards = Array.from(run).reverse().join('');
  return pairsOf(text).filter((pair) => run.includes(pair) || backwards.includes(pair)).length;
}

const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
