import { msg } from '@lit/localize';
import type { Problem } from '../model/problem.ts';

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
        happened: msg('This draft was made with other questions than those here.', { id: 'failure-pack' }),
        safe: elsewhere,
        now: msg('Open it with the version of Homeward it was made with.', { id: 'failure-pack-now' }),
      };
    case 'damaged':
      return {
        happened: msg('Part of this draft cannot be read any more.', { id: 'failure-damaged' }),
        safe: msg('What can still be read has been left as it is.', { id: 'failure-damaged-safe' }),
        now: msg('Tell your IT support what the details below say.', { id: 'failure-damaged-now' }),
      };
    case 'not-read':
      return {
        happened: msg('What is kept on this computer cannot be read just now.', { id: 'failure-not-read' }),
        safe: elsewhere,
        now: msg(
          'Close other tabs with Homeward, then load this page again. If it happens once more, start the browser again; after that, tell your IT support what the details below say.',
          { id: 'failure-not-read-now' },
        ),
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
