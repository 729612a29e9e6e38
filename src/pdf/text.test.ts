import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withAccents } from './accents.ts';
import { readFont, type Measures } from './font-metrics.ts';
import { loadFonts, loadOtherFonts } from './fonts.ts';
import { linesOf } from './lines.ts';
import { drawnPieces, drawnRuns, needsAnotherFont, paragraphsOf, widthOf } from './text.ts';

let measures: Measures;
beforeAll(async () => {
  const fonts = await loadFonts();
  measures = { regular: readFont(fonts.regular), bold: readFont(fonts.bold) };
});

const drawn = (text: string): { text: string; undrawn: string[] } => {
  const undrawn: string[] = [];
  const pieces = drawnPieces(text, measures.regular, undefined, (character) => undrawn.push(character));
  return { text: pieces.map((piece) => piece.text).join(''), undrawn };
};
const lines = (text: string, width: number): string[] =>
  linesOf(
    drawnRuns([{ text }], measures, false, () => undefined),
    measures,
    12,
    width,
  ).map(({ pieces }) => pieces.map((piece) => piece.text).join(''));

describe('words for paper', () => {
  test('PDF2 joins accents with their letters, and turns tabs into blanks', () => {
    expect(drawn('Cafe\u0301\tŵ ŷ').text).toBe('Café ŵ ŷ');
  });

  test('PDF2 leaves out what has no shape, and keeps what stands behind it', () => {
    expect(drawn('sun\u00adflower\u0007 \u200fend\ufeff\u200d')).toEqual({ text: 'sunflower end', undrawn: [] });
  });

  test('PDF2 writes signs that the font lacks with the same signs', () => {
    expect(drawn('co\u2011op ﬁne 5\u202f% 6\u2032').text).toBe('co-op fine 5 % 6’');
  });

  test('PDF3 prints what the font lacks as marks and lists it', () => {
    expect(drawn('so 🌻 and ש →')).toEqual({ text: 'so [U+1F33B] and [U+05E9] [U+2192]', undrawn: ['🌻', 'ש', '→'] });
  });

  test('PDF3 draws a word in the other font as a whole where it holds a letter that only that one has', async () => {
    const { regular } = await loadOtherFonts();
    const other = readFont(regular);
    const undrawn: string[] = [];
    const pieces = drawnPieces('to Олена, an arrow→ and ש', measures.regular, other, (each) => undrawn.push(each));
    expect(pieces).toEqual([
      { text: 'to ', other: false },
      { text: 'Олена,', other: true },
      { text: ' an arrow', other: false },
      { text: '→', other: true },
      { text: ' and [U+05E9]', other: false },
    ]);
    expect(undrawn).toEqual(['ש']);
  });

  test('PDF21 another font is needed only for what the first lacks', () => {
    const fonts = [measures.regular, measures.bold];
    expect(needsAnotherFont('Siân Ŵyn\tco\u2011op Nguyễn\u00ad, Łódź: ½', fonts)).toBe(false);
    for (const text of ['Ελένη', 'ш', 'ơ', '→', '🌻']) expect(needsAnotherFont(text, fonts), text).toBe(true);
  });

  test('PDF3 prints half a surrogate pair as a mark', () => {
    expect(drawn('a\ud83cb').text).toBe('a[U+D83C]b');
  });

  test('PDF3 draws a letter with two accents as the nearest letter and an accent', () => {
    const { text, undrawn } = drawn('Nguyễn');
    expect(text.normalize('NFC')).toBe('Nguyễn');
    expect(undrawn).toEqual([]);
    expect(Array.from(text)).toContain('\u0303');
  });

  test('PDF3 puts the accent over its own letter and above the one that is there', () => {
    const parts = withAccents(drawn('Nguyễn').text, measures.regular, 10);
    expect(parts.map(({ text }) => text)).toEqual(['Nguyê', '\u0303', 'n']);
    const [before, accent, after] = parts;
    const shape = measures.regular.shapeOf(0x303);
    const left = (accent?.x ?? 0) + (shape?.left ?? 0) / 100;
    expect(left).toBeGreaterThan(widthOf('Nguy', measures.regular, 10));
    expect(left + ((shape?.right ?? 0) - (shape?.left ?? 0)) / 100).toBeLessThan(after?.x ?? 0);
    expect(accent?.y).toBeLessThan(0);
    expect(before?.y).toBe(0);
  });

  test('PDF5 cuts at blank lines only', () => {
    expect(paragraphsOf([{ text: 'one\ntwo\r\n \r\nthree', strong: true }, { text: '\n\n\n' }])).toEqual([
      [{ text: 'one\ntwo', strong: true }],
      [{ text: 'three', strong: true }],
    ]);
  });
});

describe('lines', () => {
  test('PDF4 keep their blanks at the end', () => {
    expect(lines('reads aloud until she sleeps', 80)).toEqual(['reads aloud ', 'until she ', 'sleeps']);
  });

  test('PDF4 break a word that is too wide, and lose none of it', () => {
    const broken = lines('abcdefghij'.repeat(20), 100);
    expect(broken.join('')).toBe('abcdefghij'.repeat(20));
    for (const each of broken) expect(widthOf(each, measures.regular, 12)).toBeLessThanOrEqual(100);
  });

  test('PDF4 break after a dash between letters, and not before a number', () => {
    expect(lines('mother-daughter', 50)).toEqual(['mother-', 'daughter']);
    expect(lines('x -5 2024-12-03', 70)).toEqual(['x -5 ', '2024-12-03']);
  });

  test('PDF4 keep a word together whose middle is bold', () => {
    const runs = drawnRuns(
      [{ text: 'is un' }, { text: 'like', strong: true }, { text: 'ly now' }],
      measures,
      false,
      () => undefined,
    );
    const set = linesOf(runs, measures, 12, 50).map(({ pieces }) => pieces.map(({ text }) => text));
    expect(set).toEqual([['is '], ['un', 'like', 'ly '], ['now']]);
  });

  test('PDF5 begin anew at a new line, which is read as a blank', () => {
    expect(lines('one\ntwo\n\nthree', 400)).toEqual(['one ', 'two ', ' ', 'three']);
  });

  test('PDF4 hold every character of any text at any width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 15, max: 300 }), (text, width) => {
        expect(lines(text, width).join('')).toBe(drawn(text).text.replaceAll('\n', ' '));
      }),
    );
  });
});
