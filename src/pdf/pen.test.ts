import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { loadFonts } from './fonts.ts';
import { readFont } from './font-metrics.ts';
import { exportPdf } from './index.ts';
import { reportOf } from './sample-reports.suite.ts';

async function textOf(words: string): Promise<string> {
  const file = await exportPdf(reportOf([{ kind: 'paragraph', runs: [{ text: words }] }]));
  if (!file.ok) throw new Error(file.problems[0].code);
  expect(file.value.selfCheck).toEqual([]);
  const read = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: file.value.bytes });
  return read.stdout.toString();
}

// Numbers of glyphs are any two bytes: brackets, backslashes and line ends among them.
test('PDF4 every letter of the font comes back from paper as the one that was drawn', async () => {
  const font = readFont((await loadFonts()).regular);
  const letters = Array.from({ length: 0x2fff }, (_, code) => code)
    .filter((code) => font.has(code) && /[\p{L}\p{N}\p{P}\p{Sc}]/u.test(String.fromCharCode(code)))
    .map((code) => String.fromCharCode(code));
  expect(letters.length).toBeGreaterThanOrEqual(300);
  const words = letters.map((letter) => `x${letter}x`);
  const text = await textOf(words.join(' '));
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});
