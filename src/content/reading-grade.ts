/**
 * The sentences of a piece of plain text. A full stop, question mark or exclamation mark ends one when a space and a
 * capital, a digit or an opening quotation mark follow; a semicolon or colon ends none.
 */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!]['’”"]?)\s+(?=[A-Z0-9'‘“"])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The words of `sentence` in lower case, without punctuation; a hyphen or a stroke parts two words. */
export function wordsOf(sentence: string): readonly string[] {
  return (
    sentence
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Vowels that are written and not spoken: `care`, `homes`, `asked`, `careful`, but not `table`, `cases`, `needed`. */
const silent = [
  /(?:[aeiouy]l|[^aeiouyl])e$/,
  /(?:[aeiouy]l|[^aeiouylsxzcgh])es$/,
  /(?:[aeiouy]l|[^aeiouyltd])ed$/,
  /[aeiouy][^aeiouy]{1,2}e(?=ly$|less$|ful|ment|ty$|thing|times$|fore$|where|guard)/,
];

/** Two vowels in a row that are spoken apart: `period`, `client`, `usual`, `going`, but not `social` or `family`. */
const apart = [
  /(?<![tcsg])i[aou]/,
  /(?<![tc])ie(?=nt|nc|t$)|ie(?=ty)|sci(?=en)/,
  /(?<![gq])ua/,
  /[aeiouy]ing/,
  /[aeiouy][^aeiouy]+ea$|crea(?!m|k)|^reu|oem|oet|eo(?!ple|ne)/,
  /[^aeiouy]ism$/,
];

/**
 * How many syllables an English word of lower-case letters has, by rule of thumb: its groups of vowels, less the silent
 * ones, more for those spoken apart. A number counts as one.
 *
 * Now and then it is one out, either way, which moves the grade of a whole text by little.
 */
export function syllablesIn(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  const count = (rules: readonly RegExp[]): number => rules.filter((rule) => rule.test(word)).length;
  return Math.max(1, groups - count(silent) + count(apart));
}

/**
 * The grade of Flesch and Kincaid: the years of American schooling a reader needs, so that 9 is about 14 years of age.
 * `easyNames` are names that must be said in full: each counts as one word of one syllable.
 *
 * Source: J. P. Kincaid and others, Derivation of new readability formulas (1975).
 */
export function readingGrade(sentences: readonly string[], easyNames: readonly string[] = []): number {
  const longestFirst = [...easyNames].sort((a, b) => b.length - a.length);
  const words = sentences.flatMap((sentence) => wordsOf(withoutNames(sentence, longestFirst)));
  if (words.length === 0 || sentences.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** `sentence` with each name, in the singular or plural, as one easy word. */
function withoutNames(sentence: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?:s|es)?(?![\\p{L}\\p{N}])`, 'giu'), 'name');
  }, sentence);
}
