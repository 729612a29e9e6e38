import { fontOf, type Face, type Measures } from './font-metrics.ts';
import { widthOf, type DrawnRun } from './text.ts';

/** A stretch of one line in one style, `x` points from the line's beginning. `run` is the index of its run. */
export interface LinePiece extends Face {
  readonly text: string;
  readonly run: number;
  readonly x: number;
}

export interface Line {
  readonly pieces: readonly LinePiece[];
}

interface Chunk extends Face {
  readonly text: string;
  readonly run: number;
}

/** Chunks that stay on one line: a word, and the blanks behind it. */
interface Word {
  readonly chunks: Chunk[];
  readonly newLine: boolean;
}

/**
 * `runs` broken into lines of at most `width` points at the font size `size`.
 *
 * Blanks stay at the end of the line they follow, so that words do not run together when the text is read
 * aloud or copied. A word that is wider than a line is broken between characters; nothing is cut.
 */
export function linesOf(runs: readonly DrawnRun[], measures: Measures, size: number, width: number): Line[] {
  const lines: Line[] = [];
  let pieces: LinePiece[] = [];
  let used = 0;
  const endLine = (): void => {
    lines.push({ pieces });
    pieces = [];
    used = 0;
  };
  const put = (chunk: Chunk, chunkWidth: number): void => {
    const last = pieces.at(-1);
    if (last?.run === chunk.run) pieces[pieces.length - 1] = { ...last, text: last.text + chunk.text };
    else pieces.push({ ...chunk, x: used });
    used += chunkWidth;
  };
  const putBroken = (chunk: Chunk): void => {
    for (const character of chunk.text) {
      const advance = widthOf(character, fontOf(measures, chunk), size);
      if (used > 0 && used + advance > width && character !== ' ' && advance > 0) endLine();
      put({ ...chunk, text: character }, advance);
    }
  };

  for (const word of wordsOf(runs)) {
    let visible = 0;
    for (const chunk of word.chunks) visible += widthOf(chunk.text.trimEnd(), fontOf(measures, chunk), size);
    if (used > 0 && used + visible > width) endLine();
    for (const chunk of word.chunks) {
      if (visible > width) putBroken(chunk);
      else put(chunk, widthOf(chunk.text, fontOf(measures, chunk), size));
    }
    if (word.newLine) endLine();
  }
  if (pieces.length > 0) lines.push({ pieces });
  return lines;
}

/** The width of the widest thing in `runs` that should not be broken, and of all of it on one line per paragraph. */
export function widthsOf(
  runs: readonly DrawnRun[],
  measures: Measures,
  size: number,
): { readonly least: number; readonly natural: number } {
  let least = 0;
  let natural = 0;
  let line = 0;
  for (const word of wordsOf(runs)) {
    const width = word.chunks.reduce((sum, chunk) => sum + widthOf(chunk.text, fontOf(measures, chunk), size), 0);
    least = Math.max(least, width);
    line += width;
    natural = Math.max(natural, line);
    if (word.newLine) line = 0;
  }
  return { least, natural };
}

function wordsOf(runs: readonly DrawnRun[]): Word[] {
  const words: Word[] = [];
  let chunks: Chunk[] = [];
  const endWord = (newLine: boolean): void => {
    words.push({ chunks, newLine });
    chunks = [];
  };
  runs.forEach(({ text, bold, other }, run) => {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const newLine = text[at] === '\n';
      if (!newLine && !mayBreakAfter(text, at)) continue;
      // A new line is drawn as a blank: the words on both sides of it must not become one.
      const piece = newLine ? `${text.slice(from, at)} ` : text.slice(from, at + 1);
      chunks.push({ text: piece, run, bold, other });
      endWord(newLine);
      from = at + 1;
    }
    if (from < text.length) chunks.push({ text: text.slice(from), run, bold, other });
  });
  if (chunks.length > 0) endWord(false);
  return words;
}

/** After the last of some blanks, after a dash or slash between letters, and between two marks of undrawn characters. */
function mayBreakAfter(text: string, at: number): boolean {
  const here = text[at] ?? '';
  const next = text[at + 1] ?? '';
  if (here === ' ') return next !== ' ' && next !== '\n';
  if (here === ']') return next === '[';
  return '-–—/'.includes(here) && /\p{L}/u.test(next) && /\p{L}/u.test(text[at - 1] ?? '');
}
