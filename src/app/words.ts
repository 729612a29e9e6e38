import { msg, str } from '@lit/localize';
import { timeInFigures } from '../i18n/dates.ts';
import type { Gap } from '../model/gaps.ts';
import type { Problem } from '../model/problem.ts';
import type { Saver } from '../session/saver.ts';

/** What is missing at a question, in words. */
export function gapWords({ code }: Gap): string {
  switch (code) {
    case 'no-answer':
      return msg('no answer yet', { id: 'gap-no-answer' });
    case 'unread':
    case 'row-unread':
      return msg('something typed could not be read', { id: 'gap-unread' });
    case 'no-reason':
      return msg('the reason is missing', { id: 'gap-no-reason' });
    case 'no-note':
      return msg('the evidence is missing', { id: 'gap-no-note' });
    case 'too-short':
      return msg('needs more words', { id: 'gap-too-short' });
    case 'row-unfinished':
      return msg('an entry is not finished', { id: 'gap-row-unfinished' });
    case 'too-soon':
      return msg('the change is newer than the time set, and the reason why that is enough is missing', {
        id: 'gap-too-soon',
      });
    case 'look-again':
      return msg('needs another look', { id: 'gap-look-again' });
  }
}

/** Whether the work is kept, in a few words that are true. */
export function savingWords(saver: Pick<Saver, 'state' | 'savedAt'>, inMemory: boolean): string {
  const { state, savedAt } = saver;
  switch (state) {
    case 'saving':
    case 'unsaved':
      return msg('Saving…', { id: 'saving' });
    case 'failed':
      return msg('Not saved', { id: 'not-saved' });
    case 'conflict':
      return msg('Not saved: open in another tab', { id: 'not-saved-conflict' });
    case 'saved':
      if (inMemory) return msg('Kept on this page only', { id: 'memory-only' });
      return savedAt === null
        ? msg('Saved on this computer', { id: 'saved' })
        : msg(str`Saved ${timeInFigures(new Date(savedAt))} on this computer`, { id: 'saved-at' });
  }
}

/** What a failure page says: what happened, what is safe, what to do. */
export interface Failure {
  readonly happened: string;
  readonly safe: string;
  readonly now: string;
}

/** A problem in words for a person; the code goes into the folded details for IT. */
export function failureWords({ code, detail }: Problem): Failure {
  const elsewhere = msg('Nothing has been changed or deleted.', { id: 'failure-unchanged' });
  switch (code) {
    case 'no-such-draft':
      return {
        happened: msg('There is no draft with this address on this computer.', { id: 'failure-no-draft' }),
        safe: msg(
          'Drafts are kept in the browser they were made in. It may be in another browser or on another computer.',
          { id: 'failure-no-draft-safe' },
        ),
        now: msg('Go to the list of assessments.', { id: 'failure-go-list' }),
      };
    case 'no-such-page':
      return {
        happened: msg('There is no page with this address.', { id: 'failure-no-page' }),
        safe: msg('Your drafts are not affected.', { id: 'failure-no-page-safe' }),
        now: msg('Check the address, or go to the list of assessments.', { id: 'failure-no-page-now' }),
      };
    case 'newer-than-program':
      return {
        happened: msg('This draft was saved by a newer version of Homeward.', { id: 'failure-newer' }),
        safe: elsewhere,
        now: msg('Close other tabs with Homeward, then load this page again to get the newer version.', {
          id: 'failure-newer-now',
        }),
      };
    case 'other-pack':
      return {
        happened: msg('This draft was made with another version of the questions.', { id: 'failure-pack' }),
        safe: elsewhere,
        now: msg('Open it with the version of Homeward it was made with.', { id: 'failure-pack-now' }),
      };
    case 'damaged':
      return {
        happened: msg('Part of this draft cannot be read any more.', { id: 'failure-damaged' }),
        safe: msg('What can still be read has been left as it is.', { id: 'failure-damaged-safe' }),
        now: msg('Tell your IT support what the details below say.', { id: 'failure-damaged-now' }),
      };
    default:
      return {
        happened: msg('Homeward could not do this.', { id: 'failure-other' }),
        safe: elsewhere,
        now:
          detail === undefined
            ? msg('Load the page again.', { id: 'failure-reload' })
            : msg('Load the page again. If it happens once more, tell your IT support what the details below say.', {
                id: 'failure-reload-it',
              }),
      };
  }
}
