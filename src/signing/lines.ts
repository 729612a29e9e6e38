import type { Typeface } from './typeface.ts';

/** A line of text, ready to draw. */
export interface Line {
  readonly glyphs: readonly number[];
  /** In thousandths of the size. */
  readonly width: number;
}

/**
 * The glyphs for `text`.
 *
 * A character that the font lacks is drawn as `[U+5D0]`: something visible, never nothing. Line breaks and tabs become
 * spaces and soft hyphens go, for they have no look of their own.
 */
export function glyphsFor(text: string, face: Typeface): readonly number[] {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').replaceAll('\u00ad', '').trim();
  return Array.from(plain, (character) => {
    const point = character.codePointAt(0) ?? 0;
    const glyph = face.glyphs.get(point);
    return glyph === undefined ? drawable(`[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`, face) : [glyph];
  }).flat();
}

function drawable(text: string, face: Typeface): readonly number[] {
  return Array.from(text, (character) => face.glyphs.get(character.codePointAt(0) ?? 0) ?? 0);
}

/** `glyphs` in lines of at most `most` thousandths, broken at spaces; a word too wide for a line is broken anywhere. */
export function breakLines(glyphs: readonly number[], face: Typeface, most: number): readonly Line[] {
  const space = face.glyphs.get(0x20);
  const lines: Line[] = [];
  let line: number[] = [];
  let width = 0;
  const add = (run: readonly number[]): void => {
    line.push(...run);
    width += widthOf(run, face);
  };
  const close = (): void => {
    if (line.length > 0) lines.push({ glyphs: line, width });
    line = [];
    width = 0;
  };
  for (const word of words(glyphs, space)) {
    const joined = line.length > 0 && space !== undefined ? [space, ...word] : word;
    if (width + widthOf(joined, face) <= most) {
      add(joined);
      continue;
    }
    close();
    for (const glyph of word) {
      if (line.length > 0 && width + face.width(glyph) > most) close();
      add([glyph]);
    }
  }
  close();
  return lines;
}

function widthOf(glyphs: readonly number[], face: Typeface): number {
  return glyphs.reduce((sum, glyph) => sum + face.width(glyph), 0);
}

function words(glyphs: readonly number[], space: number | undefined): readonly (readonly number[])[] {
  const found: number[][] = [[]];
  for (const glyph of glyphs) {
    if (glyph === space) found.push([]);
    else found.at(-1)?.push(glyph);
  }
  return found.filter((word) => word.length > 0);
}
