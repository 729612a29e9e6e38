import { unsafeCSS } from 'lit';
import text from 'virtual:homeward-sheet';

/**
 * The one design sheet, shared by every shadow root on the page.
 *
 * `unsafeCSS` is safe here: the text is fixed when the program is built and holds nothing anybody typed. It is adopted
 * as a constructed sheet, so a policy without inline styles allows it.
 */
export const sheet = unsafeCSS(text);
