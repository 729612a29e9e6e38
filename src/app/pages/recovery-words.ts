import { msg, str } from '@lit/localize';
import { momentInWords } from '../../i18n/dates.ts';
import type { Condition, Salvage } from '../../session/ports.ts';
import type { Failure } from '../failure-words.ts';

/** What a page about a damaged draft says; the page's title is `happened`. */
export interface RecoveryWords extends Failure {
  readonly why: string;
}

/** When the furthest whole state was last changed, in words. */
const upTo = (changedAt: string): string => momentInWords(new Date(changedAt));

/** What happened to a draft, in words that need no knowledge of how a browser keeps things. */
export function recoveryWords({ condition, draft, beyond }: Salvage, changedAt: string | null): RecoveryWords {
  return {
    happened: happenedWords(condition),
    why: whyWords(condition),
    safe: isGone(condition) ? goneSafe() : safeWords(condition, draft === null ? null : changedAt, beyond.length > 0),
    now: nowWords(condition, draft !== null),
  };
}

export const isGone = (condition: Condition): boolean =>
  condition === 'empty-but-sentinel' || condition === 'data-loss';

function happenedWords(condition: Condition): string {
  switch (condition) {
    case 'ok':
      return msg('This draft can be read again.', { id: 'recovery-ok' });
    case 'short':
      return msg('The last changes of this draft are missing.', { id: 'recovery-short' });
    case 'gap':
      return msg('Some changes in the middle of this draft are missing.', { id: 'recovery-gap' });
    case 'bad-record':
      return msg('Part of this draft can no longer be read.', { id: 'recovery-bad' });
    case 'empty-but-sentinel':
      return msg('This draft is no longer on this computer.', { id: 'recovery-gone' });
    case 'data-loss':
      return msg('This browser has thrown this draft away.', { id: 'recovery-thrown' });
    case 'draft-older':
      return msg('This draft is older than it was here before.', { id: 'recovery-older' });
  }
}

function whyWords(condition: Condition): string {
  switch (condition) {
    case 'ok':
      return msg('What was wrong with it has passed.', { id: 'recovery-ok-why' });
    case 'short':
      return msg(
        'They were saved on this computer and are not there any more. This happens when a computer loses power, when a disk begins to fail, or when an older copy of the disk is put back. You did nothing wrong.',
        { id: 'recovery-short-why' },
      );
    case 'gap':
      return msg('Something this browser had kept has disappeared. You did nothing wrong.', { id: 'recovery-gap-why' });
    case 'bad-record':
      return msg(
        'What this browser had kept was changed by something else, as happens when a disk begins to fail. You did nothing wrong.',
        { id: 'recovery-bad-why' },
      );
    case 'empty-but-sentinel':
      return msg(
        'It was kept in this browser, and the browser has deleted it. This happens when browsing data are cleared, when a computer forgets everything at log-off, or when a browser makes room for itself.',
        { id: 'recovery-gone-why' },
      );
    case 'data-loss':
      return msg(
        'The browser found what it kept for Homeward damaged and began again with nothing. Homeward could not prevent it.',
        { id: 'recovery-thrown-why' },
      );
    case 'draft-older':
      return msg(
        'This browser had already saved later changes, and they are not here now. This happens when a computer is put back to an earlier state, or after its disk was full.',
        { id: 'recovery-older-why' },
      );
  }
}

const goneSafe = (): string =>
  msg('Copies that were saved to a file, and signed PDFs, are not affected: they are where you put them.', {
    id: 'recovery-gone-safe',
  });

function safeWords(condition: Condition, changedAt: string | null, more: boolean): string {
  if (changedAt === null)
    return more
      ? msg(
          'The draft as a whole cannot be put together, but single changes can still be read. They are listed below. Nothing was deleted.',
          { id: 'recovery-single-safe' },
        )
      : msg('Nothing of it can be read here. What is left of it stays on this computer; nothing was deleted.', {
          id: 'recovery-nothing-safe',
        });
  const moment = upTo(changedAt);
  if (condition === 'draft-older')
    return msg(str`It is whole as it stood on ${moment}.`, { id: 'recovery-older-safe' });
  return more
    ? msg(
        str`Everything up to ${moment} is here and whole. Some of what was written later can be read too: it is listed below.`,
        { id: 'recovery-more-safe' },
      )
    : msg(str`Everything up to ${moment} is here and whole.`, { id: 'recovery-safe' });
}

function nowWords(condition: Condition, readable: boolean): string {
  if (isGone(condition))
    return msg('If you have a copy in a file, open it. It then is a draft on this computer again.', {
      id: 'recovery-gone-now',
    });
  if (condition === 'draft-older')
    return msg('If you have a newer copy in a file, open that one instead. Otherwise go on with what is here.', {
      id: 'recovery-older-now',
    });
  return readable
    ? msg(
        'First save what can be read to a file. Then go on with it, or open a newer copy if you have one in a file.',
        { id: 'recovery-now' },
      )
    : msg('If you have a copy in a file, open it. Save the report first, so that what can be read is not lost.', {
        id: 'recovery-single-now',
      });
}
