import { expect, test } from 'vitest';
import { amberGround, ground, ink, page, paper, styles, teal, textWidth, type Colour } from './look.ts';

/** Contrast after WCAG 2. */
function contrast(a: Colour, b: Colour): number {
  const light = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((each) =>
      each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  return Math.max(light(a), light(b)) / Math.min(light(a), light(b));
}

test('PDF25 all words stand out from their ground by more than 7 to 1', () => {
  const { coverTitle, coverSubtitle, ...onPaper } = styles;
  for (const { colour } of Object.values(onPaper)) expect(contrast(colour, paper)).toBeGreaterThan(7);
  for (const { colour } of [coverTitle, coverSubtitle]) expect(contrast(colour, teal)).toBeGreaterThan(7);
  expect(contrast(teal, ground)).toBeGreaterThan(7);
  expect(contrast(ink, ground)).toBeGreaterThan(7);
  expect(contrast(ink, amberGround)).toBeGreaterThan(7);
  expect(contrast(paper, ink)).toBeGreaterThan(7);
});

test('PDF25 answers are set in 12 points, in lines of at most 100 characters', () => {
  expect(styles.body.size).toBe(12);
  expect(styles.body.leading / styles.body.size).toBeGreaterThan(1.4);
  // A letter of the font is about half its size wide.
  expect(textWidth / (styles.body.size / 2)).toBeLessThan(100);
  expect(page.left).toBeCloseTo(56.7);
});
