import { describe, expect, test } from 'vitest';
import { basePdf } from './base-pdf.suite.ts';
import { readDocument } from './document.ts';
import { breakLines, glyphsFor } from './lines.ts';
import { updated } from './signed-pdf.suite.ts';
import { readTypeface, type Typeface } from './typeface.ts';
import { Unreadable } from './unreadable.ts';

/** The test report's regular font with another map and other widths. */
async function typeface(map: string, widths: string): Promise<Typeface> {
  const bytes = updated(basePdf(), [
    { number: 10, body: `<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W ${widths} >>` },
    { number: 11, body: `<< /Length ${map.length} >>\nstream\n${map}\nendstream` },
  ]);
  return readTypeface(readDocument(bytes), 'HwR');
}

describe('SIG10 the document’s own fonts', () => {
  test('are read from single characters and from ranges', async () => {
    const map =
      '2 beginbfchar\n<0003><0041>\n<0009> <D83DDE42>\nendbfchar 1 beginbfrange <0010> <0012> <0061> endbfrange';
    const { glyphs } = await typeface(map, '[]');
    expect([...glyphs]).toEqual([
      [0x41, 3],
      [0x1f642, 9],
      [0x61, 16],
      [0x62, 17],
      [0x63, 18],
    ]);
  });

  test('have no glyph for a letter of which there is only a ligature, and the first where there are two', async () => {
    const { glyphs } = await typeface('beginbfchar <0001><00660069> <0002><0078> <0003><0078> endbfchar', '[]');
    expect([...glyphs]).toEqual([[0x78, 2]]);
  });

  test('have widths one by one, in runs, and a usual one', async () => {
    const { width } = await typeface('', '[1 [100 200] 7 9 300]');
    expect([1, 2, 3, 7, 9, 10].map(width)).toEqual([100, 200, 500, 300, 300, 500]);
  });

  test.each(['[1]', '[1 [(a)]]', '[1 99999999 3]', '[(a) 2 3]'])(
    'with broken widths are refused: %s',
    async (widths) => {
      await expect(typeface('', widths)).rejects.toThrow(Unreadable);
    },
  );
});

describe('SIG12 lines', () => {
  test('break at spaces, and anywhere in a word that no line holds', async () => {
    const letters = Array.from(
      { length: 26 },
      (_, index) => `<00${(index + 16).toString(16)}><00${(index + 97).toString(16)}>`,
    ).join('');
    const face = await typeface(`beginbfchar <0001><0020>${letters} endbfchar`, '[1 60 100]');
    const lines = breakLines(glyphsFor('to be abcdefghij  or', { own: face }), 500);
    const shown = new Map([...face.glyphs].map(([point, glyph]) => [glyph, String.fromCodePoint(point)]));
    expect(lines.map(({ glyphs }) => glyphs.map(({ code }) => shown.get(code)).join(''))).toEqual([
      'to be',
      'abcde',
      'fghij',
      'or',
    ]);
    expect(lines.map(({ width }) => width)).toEqual([500, 500, 500, 200]);
  });
});
