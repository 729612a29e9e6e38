import { expect, test } from 'vitest';
import { themeProperties } from '../scripts/theme-properties.mjs';

const colour = (name: string): string => themeProperties.find((each) => each.name === name)?.default ?? '';

/** WCAG 2.2, relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (hex.slice(1).match(/../g) ?? []).map((pair) => {
    const part = parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['--govuk-body-background-colour', '--govuk-surface-background-colour'];
const inks = ['brand', 'link', 'text', 'secondary-text', 'error', 'success'].map((name) => `--govuk-${name}-colour`);
const marks = [
  '--govuk-input-border-colour',
  '--homeward-light-red',
  '--homeward-light-amber',
  '--homeward-light-green',
];

test.each([
  ...inks.flatMap((ink) => papers.map((paper) => [ink, paper, 4.5] as const)),
  ...marks.map((mark) => [mark, '--govuk-body-background-colour', 3] as const),
  ['--govuk-focus-text-colour', '--govuk-focus-colour', 4.5] as const,
])('%s stands out against %s', (one, other, least) => {
  expect(contrast(colour(one), colour(other))).toBeGreaterThanOrEqual(least);
});
