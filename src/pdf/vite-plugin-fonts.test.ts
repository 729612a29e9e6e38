import { brotliCompressSync } from 'node:zlib';
import regular from 'virtual:font/regular';
import bold from 'virtual:font/bold';
import { expect, test } from 'vitest';
import { loadFonts } from './fonts.ts';
import { readFont } from './font-metrics.ts';

test('PDF21 both fonts together are at most 70 KB as sent', () => {
  const sent = [regular, bold].map((packed) => brotliCompressSync(`export default '${packed}';`).length);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBeLessThan(70_000);
});

test('PDF16 both fonts hold all Welsh letters and the signs of careful writing', async () => {
  const fonts = await loadFonts();
  for (const letter of 'ŵŷẁẃẅỳŴŶẀẂẄỲâêîôûáéíóúïöü‘’“”–—…€£') {
    expect(readFont(fonts.regular).has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    expect(readFont(fonts.bold).has(letter.codePointAt(0) ?? 0), letter).toBe(true);
  }
});
