import type { Typeface } from './typeface.ts';

/** A character where it is drawn, and how. */
export interface Glyph {
  readonly face: Typeface;
  /** In the codes of its font. */
  readonly code: number;
  readonly width: number;
  /** How far an accent is moved to the left and up, so that it stands over its letter and what is on it. */
  readonly moved: { readonly left: number; readonly up: number } | null;
  readonly isSpace: boolean;
}

/** A line of text, ready to draw. Lengths are in thousandths of the size. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}

/** The report's own font of one weight, and the one that a signature brings for what it lacks. */
export interface Letters {
  readonly own: Typeface;
  readonly other?: Typeface | undefined;
}

/** What has a glyph for some code points. */
export interface Holding {
  has(point: number): boolean;
}

export interface Spelled {
  readonly character: string;
  readonly in: 'own' | 'other' | 'neither';
}

const accent = /^\p{Mn}$/u;

/**
 * The characters of `text`, and which font draws each: the other one for whole words with a letter that only it has,
 * and for single signs that `own` lacks. A letter that both lack is drawn as letter and accents where that is possible.
 * Line breaks and tabs become spaces and soft hyphens go, for they have no look of their own.
 */
export function spelled(text: string, own: Holding, other: Holding | undefined): readonly Spelled[] {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').replaceAll('\u00ad', '').trim();
  const inOwn = (character: string): boolean => own.has(character.codePointAt(0) ?? 0);
  const inOther = (character: string): boolean => other?.has(character.codePointAt(0) ?? 0) === true;
  return plain.split(/( )/).flatMap((word) => {
    const characters = Array.from(word).flatMap((character) => {
      const parts = Array.from(character.normalize('NFD'));
      return inOwn(character) || inOther(character) || !parts.every(inOther) ? [character] : parts;
    });
    const isForeign = characters.some((each) => /[\p{L}\p{M}]/u.test(each) && !inOwn(each) && inOther(each));
    return characters.map((character): Spelled => {
      const [first, second] = [inOwn(character), inOther(character)];
      const place = isForeign && second ? 'other' : first ? 'own' : second ? 'other' : 'neither';
      return { character, in: place };
    });
  });
}

/** The glyphs for `text`. A character that no font has is drawn as `[U+5D0]`: something visible, never nothing. */
export function glyphsFor(text: string, { own, other }: Letters): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let high = 0;
  const add = (character: string, face: Typeface): void => {
    const code = face.glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
    const before = glyphs.at(-1);
    const ink = face.ink?.(code);
    const letter = accent.test(character) && before?.face === face ? lastLetter(glyphs) : undefined;
    // One below the letter stays where it is; another above it is lifted over the first.
    const isAbove = ink !== undefined && ink.low > 300;
    const up = letter && isAbove ? Math.max(0, high + 30 - ink.low) : 0;
    const moved = letter && ink ? { left: letter.width / 2 + (ink.left + ink.right) / 2, up } : null;
    if (!letter || isAbove) high = (ink?.high ?? 0) + up;
    glyphs.push({ face, code, width: face.width(code), moved, isSpace: character === ' ' });
  };
  for (const { character, in: place } of spelled(text, own.glyphs, other?.glyphs)) {
    if (place === 'other' && other) add(character, other);
    else if (place === 'own' || character === ' ') add(character, own);
    else for (const sign of markOf(character)) add(sign, own);
  }
  return glyphs;
}

const lastLetter = (glyphs: readonly Glyph[]): Glyph | undefined => glyphs.findLast(({ moved }) => moved === null);

/** What is printed instead of a character that no font has. */
export const markOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** `glyphs` in lines of at most `most` thousandths, broken at spaces; a word too wide for a line is broken anywhere. */
export function breakLines(glyphs: readonly Glyph[], most: number): readonly Line[] {
  const space = glyphs.find(({ isSpace }) => isSpace);
  const lines: Line[] = [];
  let line: Glyph[] = [];
  let width = 0;
  const add = (run: readonly Glyph[]): void => {
    line.push(...run);
    width += widthOf(run);
  };
  const close = (): void => {
    if (line.length > 0) lines.push({ glyphs: line, width });
    line = [];
    width = 0;
  };
  for (const word of words(glyphs)) {
    const joined = line.length > 0 && space !== undefined ? [space, ...word] : word;
    if (width + widthOf(joined) <= most) {
      add(joined);
      continue;
    }
    close();
    for (const glyph of word) {
      if (line.length > 0 && width + glyph.width > most) close();
      add([glyph]);
    }
  }
  close();
  return lines;
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

function words(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const found: Glyph[][] = [[]];
  for (const glyph of glyphs) {
    if (glyph.isSpace) found.push([]);
    else found.at(-1)?.push(glyph);
  }
  return found.filter((word) => word.length > 0);
}
