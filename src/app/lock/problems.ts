import { msg } from '@lit/localize';
import type { Problem } from '../../model/problem.ts';

/** Why a passphrase or recovery code did not do what it should, in words. */
export function secretProblem({ code }: Problem): string {
  switch (code) {
    case 'wrong-passphrase':
      return msg('That is not the passphrase. Look at what you typed: capitals count', {
        id: 'secret-wrong-passphrase',
      });
    case 'wrong-code':
      return msg('That is not the recovery code. Compare it with the sheet, letter by letter', {
        id: 'secret-wrong-code',
      });
    case 'damaged':
      return msg(
        'What opens your assessments cannot be read any more on this computer. Nothing has been deleted. Tell your IT support before you do anything else',
        { id: 'secret-damaged' },
      );
    case 'newer-than-program':
      return msg(
        'Your assessments were kept by a newer version of Homeward. Close its other tabs and load this page again',
        { id: 'secret-newer' },
      );
    default:
      return msg('This did not work. Nothing has been changed or deleted. Load the page again and try once more', {
        id: 'secret-failed',
      });
  }
}
