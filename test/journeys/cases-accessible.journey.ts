import { describe } from 'vitest';
import { accessibleCase } from './case-accessible.suite.ts';

// Both cases together show every page at both widths and in both languages; the other halves, and every page unfolded,
// are in `soak/`.
describe.each([
  { id: 'quillfeather', width: 1280, language: 'en' },
  { id: 'quillfeather', width: 360, language: 'cy' },
  { id: 'tarnwhistle', width: 1280, language: 'cy' },
  { id: 'tarnwhistle', width: 360, language: 'en' },
] as const)('$id at $width pixels, in "$language"', (shown) => {
  accessibleCase('axe finds nothing on any page', { ...shown, unfolded: false });
});
