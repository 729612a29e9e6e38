import { brotliCompressSync } from 'node:zlib';
import regular from 'virtual:font/regular';
import bold from 'virtual:font/bold';
import otherBold from 'virtual:font/other-bold';
import otherRegular from 'virtual:font/other-regular';
import { expect, test } from 'vitest';
import { loadFonts, loadOtherFonts } from './fonts.ts';
import { readFont } from './font-metrics.ts';

test('PDF21 both fonts together are at most 70 KB as sent', () => {
  const sent = [regular, bold].map((packed) => brotliCompressSync(`export default '${packed}';`).length);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBeLessThan(70_000);
});

test('PDF21 the other font comes to at most 85 KB as sent', () => {
  const sent = [otherRegular, otherBold].map((packed) => brotliCompressSync(`export default '${packed}';`).length);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBeLessThan(85_000);
});

test('PDF16 the other font holds Greek, Cyrillic, Vietnamese, arrows and ticks, and goes by a name of its own', async () => {
  const fonts = await loadOtherFonts();
  for (const bytes of [fonts.regular, fonts.bold]) {
    const font = readFont(bytes);
    for (const letter of 'ΑΩαωάώАЯаяёїґЎўơƠưƯạằễộựỹđ→←↑↓✓✗☐☑₴₺ŵŷ') {
      expect(font.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    }
    const names = new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    expect(`${names}${new TextDecoder('utf-16be').decode(bytes.subarray(1))}`).toContain('HomewardOther-');
  }
});

test('PDF16 both fonts hold all Welsh letters and the signs of careful writing', async () => {
  const fonts = await loadFonts();
  for (const letter of 'ŵŷẁẃẅỳŴŶẀẂẄỲâêîôûáéíóúïöü‘’“”–—…€£') {
    expect(readFont(fonts.regular).has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    expect(readFont(fonts.bold).has(letter.codePointAt(0) ?? 0), letter).toBe(true);
  }
});
