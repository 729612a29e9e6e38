import { describe } from 'vitest';
import { accessibleCase } from './case-accessible.suite.ts';

// The longest case, at the width and in the language where words need most room; the rest is in `soak/`.
describe('quillfeather at 360 pixels, in "cy"', () => {
  accessibleCase('axe finds nothing on any page', { id: 'quillfeather', width: 360, language: 'cy', unfolded: false });
});
