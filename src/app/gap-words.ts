import { msg } from '@lit/localize';
import type { Instance } from '../model/evaluate.ts';
import type { Gap } from '../model/gaps.ts';

/** Where the first thing that is missing at a question goes: the cell, the note or the reason; else the question. */
export function gapPlace({ key, gaps: [gap] }: Pick<Instance, 'key' | 'gaps'>): string {
  if (gap?.code === 'no-note') return `${key}.note`;
  if (gap?.code === 'no-reason') return `${key}.reason`;
  return [key, gap?.row, gap?.column].filter((part) => part !== undefined).join('.');
}

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
