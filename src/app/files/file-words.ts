import { msg, str } from '@lit/localize';
import type { Pack } from '../../model/pack.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Problem } from '../../model/problem.ts';

/** Why a file was not opened and what to do, in words for a person. */
export function fileFailure({ code, place }: Problem, pack: Pack): string {
  switch (code) {
    case 'too-large':
    case 'too-many-parts':
    case 'text-too-long':
    case 'too-deep':
      return msg('This file is larger than any draft can be. Check that it is the file you meant.', {
        id: 'file-too-large',
      });
    case 'wrong-passphrase':
      return msg(
        'This passphrase does not open the file. Check every word, or ask whoever made the file. If you are sure of it, the file is damaged: ask for it again.',
        { id: 'file-wrong-passphrase' },
      );
    case 'wrong-key':
      return msg('The file was made for another key. Ask for it to be saved for your key, or with a passphrase.', {
        id: 'file-wrong-key',
      });
    case 'not-an-identity':
      return msg('This is not the file with your key. Choose the file you saved when you made your key.', {
        id: 'file-not-a-key',
      });
    case 'is-identity':
      return msg(
        'This file holds a key and no draft. Choose the file with the draft first; the key is asked for after it.',
        { id: 'file-is-a-key' },
      );
    case 'damaged':
    case 'other-content':
    case 'not-canonical':
    case 'not-utf8':
      return msg(
        'This file is damaged: something in it was changed or cut off on its way. Ask for it to be sent again.',
        { id: 'file-damaged' },
      );
    case 'too-much-work':
      return msg(
        'Opening this file would take more memory than this page may use. Ask for it to be saved with Homeward.',
        { id: 'file-too-much-work' },
      );
    case 'pdf-changed':
      return msg(
        'This PDF was changed after it was made or signed, so nothing in it can be relied on. Ask whoever signed it for the PDF as it was.',
        { id: 'file-pdf-changed' },
      );
    case 'no-attachment':
    case 'not-made-by-this-toolkit':
    case 'not-a-pdf':
    case 'pdf-encrypted':
    case 'pdf-too-large':
      return msg(
        'This PDF was not made by Homeward, or another program has saved it since. Only PDFs as Homeward made them can be read.',
        { id: 'file-other-pdf' },
      );
    case 'newer-than-program':
      return msg(
        'This file was made by a newer version of Homeward. Load this page again to get that version, then open the file once more.',
        { id: 'file-newer' },
      );
    case 'behind':
      return msg(
        'The file is on a newer version of the questions than your draft. Move your draft to it first: its task list says how. Then open the file once more. Or add the file as a draft of its own.',
        { id: 'file-behind' },
      );
    case 'other-pack':
    case 'wrong-pack':
      return msg('This file was made with other questions than this version has.', { id: 'file-other-pack' });
    case 'too-slow':
      return msg(
        'Reading this file took too long and was stopped. Close other programs and try again; if it happens again, ask for the file to be sent once more.',
        { id: 'file-too-slow' },
      );
    case 'no-worker':
      return msg(
        'This browser does not let the page open files safely. Use an up-to-date browser, and open Homeward from its address, not from inside another page.',
        { id: 'file-no-worker' },
      );
    case 'not-ours':
    case 'not-json':
    case 'not-an-assessment':
    case 'not-a-hand-over':
      return msg(
        'This is not a file that Homeward saved. Choose a file whose name begins with “homeward”, or a PDF that Homeward made.',
        { id: 'file-not-ours' },
      );
    case 'locked':
    case 'no-secure-context':
    case 'other-host':
      return msg(
        'Real drafts cannot be kept here just now: they are locked, or not set up yet. Unlock them, then open the file again.',
        { id: 'file-locked' },
      );
    case 'not-saved':
      return msg('The draft could not be kept on this computer.', { id: 'file-not-saved' });
    default: {
      const question = place.question === undefined ? undefined : packIndex(pack).questions.get(place.question);
      return question
        ? msg(
            str`What the file holds does not fit the questions of this version, first at “${question.label}”. Ask whoever made it which version they use.`,
            { id: 'file-does-not-fit-at' },
          )
        : msg(
            'What the file holds does not fit the questions of this version. Ask whoever made it which version they use.',
            { id: 'file-does-not-fit' },
          );
    }
  }
}

/** Said after every such reason. */
export const nothingOpened = (): string =>
  msg('Nothing was opened, and nothing here was changed.', { id: 'file-nothing-opened' });
