import { frameStyles } from '../../src/design/frame.ts';
import { parts } from '../../src/design/parts.ts';
import { tokens } from '../../src/design/tokens.ts';
import { compileSheet } from '../../src/design/vite-plugin-sheet.ts';
import { formStyles } from '../../src/elements/form/form.styles.ts';
import { rarerStyles } from '../../src/elements/form/rarer.styles.ts';

/** What a page needs beside the form's own sheets: in a shadow root the form registers this length by script. */
const onPages = `
@property --homeward-rem { syntax: '<length>'; inherits: true; initial-value: 16px; }
body { margin: 0; }
`;

/** Not a matter of looks: with it the form lays out a section only where somebody looks, and is quicker for it. */
const laidOutWhole = '.hw-section { content-visibility: visible; }';

/** The look of the form as one sheet for a page: what `HomewardForm.styles` lists, and what it wears with rows. */
export async function formLook(): Promise<string> {
  const own = [tokens, frameStyles, parts, formStyles, ...rarerStyles].map(({ cssText }) => cssText);
  return [onPages, await compileSheet(), ...own, laidOutWhole].join('\n');
}
