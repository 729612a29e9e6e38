import { msg } from '@lit/localize';
import type { Gap } from '../model/gaps.ts';

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
