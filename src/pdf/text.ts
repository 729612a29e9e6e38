import type { Runs } from '../model/report.ts';
import type { Face, FontMetrics, Measures } from './font-metrics.ts';

/** Where in a report a text stands. `block` counts the body from 0; `under` is the last heading before it. */
export interface TextPlace {
  readonly part: 'title' | 'subtitle' | 'cover' | 'body' | 'signing' | 'running';
  readonly block?: number;
  readonly under?: string;
}

/** A character that no font of the document holds: it is printed as its mark, such as `[U+1F600]`. */
export interface UndrawnText {
  readonly character: string;
  readonly mark: string;
  readonly place: TextPlace;
}

/** Words ready to be drawn: every character of them is in their font. `\n` begins a new line. */
export interface DrawnRun extends Face {
  readonly text: string;
  readonly lang: string | undefined;
}

/** Told of each character that had to be printed as a mark. */
export type OnUndrawn = (character: string, mark: string) => void;

/** `runs` as they will be drawn, one for each stretch of one font. `bold` draws all of them in bold. */
export function drawnRuns(runs: Runs, measures: Measures, bold: boolean, onUndrawn: OnUndrawn): DrawnRun[] {
  return runs.flatMap((run) => {
    const heavy = bold || run.strong === true;
    const weight = heavy ? 'bold' : 'regular';
    return drawnPieces(run.text, measures[weight], measures.other?.[weight], onUndrawn).map(
      ({ text, other }): DrawnRun => ({ text, bold: heavy, other, lang: run.lang }),
    );
  });
}

interface DrawnPiece {
  readonly text: string;
  readonly other: boolean;
}

/**
 * `text` in characters that `font` holds, or else `other`, and nothing lost but what has no shape.
 *
 * jsPDF drops what a font lacks, and the rest of the line at a tab or control character, without a word. A word with a
 * letter that only `other` holds is drawn in it as a whole.
 */
export function drawnPieces(
  text: string,
  font: FontMetrics,
  other: FontMetrics | undefined,
  onUndrawn: OnUndrawn,
): readonly DrawnPiece[] {
  const pieces: DrawnPiece[] = [];
  const put = (drawn: string, isOther: boolean): void => {
    const last = pieces.at(-1);
    if (last?.other === isOther) pieces[pieces.length - 1] = { text: last.text + drawn, other: isOther };
    else if (drawn !== '') pieces.push({ text: drawn, other: isOther });
  };
  const whole = normal(text);
  // Which words need the other font matters only where there is one.
  for (const word of other ? (whole.match(/\n|[^\S\n]+|\S+/gu) ?? []) : [whole]) {
    const foreign = other !== undefined && isForeign(word, font, other);
    const [first, second] = foreign ? [other, font] : [font, other];
    let own = '';
    for (const character of word) {
      const drawn = character === '\n' ? '\n' : drawnIn(character, first);
      if (drawn !== null) {
        own += drawn;
        continue;
      }
      put(own, foreign);
      own = '';
      const instead = second ? drawnIn(character, second) : null;
      if (instead !== null) put(instead, !foreign);
      else {
        const mark = markOf(character);
        onUndrawn(character, mark);
        put(mark, false);
      }
    }
    put(own, foreign);
  }
  return pieces.length > 0 ? pieces : [{ text: '', other: false }];
}

/** Whether a letter of a word can only be drawn in the other font. */
function isForeign(word: string, font: FontMetrics, other: FontMetrics): boolean {
  for (const character of word)
    if (/\p{L}/u.test(character) && drawnIn(character, font) === null && drawnIn(character, other) !== null)
      return true;
  return false;
}

/** Whether some character of `text` can be drawn in none of `fonts`. */
export function needsAnotherFont(text: string, fonts: readonly FontMetrics[]): boolean {
  const characters = new Set(normal(text));
  characters.delete('\n');
  for (const character of characters) if (fonts.some((font) => drawnIn(character, font) === null)) return true;
  return false;
}

const normal = (text: string): string => text.normalize('NFC').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');

// Control and format characters (soft hyphen, joiners, direction marks) and variation selectors have no shape of their own.
const shapeless = /^[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u;

/** Other ways of writing the same sign, for those that a Latin font often lacks. */
const sameSign: Readonly<Record<string, string>> = {
  '\u00b5': '\u03bc',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2032': '’',
  '\u2033': '”',
  '\u02bc': '’',
  '\u201b': '‘',
  '\u201f': '“',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\u2103': '°C',
  '\u2024': '.',
  '\u2027': '·',
  '\u2043': '•',
  '\u25cf': '•',
};

/** What was found of the characters of each font: a report has a hundred, and each of them thousands of times. */
const found = new WeakMap<FontMetrics, Map<string, string | null>>();

/** A character as `font` draws it; null where it cannot. */
function drawnIn(character: string, font: FontMetrics): string | null {
  let known = found.get(font);
  if (!known) found.set(font, (known = new Map<string, string | null>()));
  let drawn = known.get(character);
  if (drawn === undefined) known.set(character, (drawn = drawingOf(character, font)));
  return drawn;
}

function drawingOf(character: string, font: FontMetrics): string | null {
  if (character === '\t') return ' ';
  if (shapeless.test(character)) return '';
  if (holds(font, character)) return character;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  const same = sameSign[character];
  if (same !== undefined && holds(font, same)) return same;
  return withAccentsApart(character, font);
}

const markOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** A letter with two accents as the nearest letter that the font holds and the accents that are left. */
function withAccentsApart(character: string, font: FontMetrics): string | null {
  const parts = Array.from(character.normalize('NFD'));
  for (let joined = parts.length - 1; joined >= 1; joined -= 1) {
    const apart = parts.slice(0, joined).join('').normalize('NFC') + parts.slice(joined).join('');
    if (apart !== character && holds(font, apart)) return apart;
  }
  return null;
}

function holds(font: FontMetrics, text: string): boolean {
  for (const character of text) if (!font.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** The width of drawn text, in points. */
export function widthOf(text: string, font: FontMetrics, size: number): number {
  let width = 0;
  for (const character of text) width += font.advance(character.codePointAt(0) ?? 0);
  return (width * size) / 1000;
}

/** Drawn words without the blanks around them: nothing to draw when empty. */
export function isBlank(runs: Runs): boolean {
  return runs.every((run) => /^[\s\p{Cc}\p{Cf}]*$/u.test(run.text));
}

/** `runs` cut at blank lines into paragraphs, leaving out empty ones. */
export function paragraphsOf(runs: Runs): Runs[] {
  const paragraphs: Runs[] = [];
  let current: Runs = [];
  for (const run of runs) {
    if (!/[\r\n\u2028\u2029]/.test(run.text)) {
      if (run.text !== '') current = [...current, run];
      continue;
    }
    const parts = run.text.split(/(?:\r\n?|[\n\u2028\u2029])[^\S\n\r]*(?:\r\n?|[\n\u2028\u2029])\s*/u);
    parts.forEach((text, index) => {
      if (index > 0) {
        paragraphs.push(current);
        current = [];
      }
      if (text !== '') current = [...current, { ...run, text }];
    });
  }
  return [...paragraphs, current].filter((each) => !isBlank(each));
}
