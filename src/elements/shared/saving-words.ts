import { msg, str } from '@lit/localize';
import { timeInFigures } from '../../i18n/dates.ts';
import type { Saver } from '../../session/saver.ts';

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
