import { describe } from 'vitest';
import { accessibleCase } from './case-accessible.suite.ts';

// Each case once, at one width and in one language; the others, and every page unfolded, are in `soak/`.
describe.each([
  { id: 'quillfeather', width: 360, language: 'cy' },
  { id: 'tarnwhistle', width: 1280, language: 'en' },
] as const)('$id at $width pixels, in "$language"', (shown) => {
  accessibleCase('axe finds nothing on any page', { ...shown, unfolded: false });
});
