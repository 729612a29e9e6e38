import { describe } from 'vitest';
import { accessibleCase } from '../case-accessible.suite.ts';
import { filledCase } from '../case-filled.suite.ts';

const cases = ['quillfeather', 'tarnwhistle'] as const;
const purposes = ['edge-of-care', 'unplanned-return', 'order-discharge'] as const;

describe.each(cases)('the case %s', (id) => {
  filledCase('filled in, every control come to with Tab, says what the case says', {
    id,
    byTab: () => true,
    told: 'Tab to every control',
  });
});

describe.each(cases.flatMap((id) => purposes.map((purpose) => [id, purpose] as const)))(
  'the case %s for the purpose %s',
  (id, purpose) => {
    filledCase('filled in with the keyboard says what of the case is asked', {
      id,
      purpose,
      byTab: () => false,
      told: 'put at each control',
    });
  },
);

describe.each(
  cases.flatMap((id) =>
    [1280, 360].flatMap((width) => (['en', 'cy'] as const).map((language) => ({ id, width, language }))),
  ),
)('$id at $width pixels, in "$language"', (shown) => {
  accessibleCase('axe finds nothing on any page with everything unfolded', { ...shown, unfolded: true });
});
