import { msg, str } from '@lit/localize';
import { fewest, type Weakness } from './weakness.ts';

/** What speaks against a passphrase, and what to do instead. */
export function weakWords(weakness: Weakness): string {
  switch (weakness) {
    case 'short':
      return msg(str`A passphrase needs at least ${fewest} characters`, { id: 'phrase-short' });
    case 'same-letters':
      return msg('Use more different letters', { id: 'phrase-same-letters' });
    case 'run':
      return msg('Letters in the order of the keyboard or the alphabet are tried first. Choose other words', {
        id: 'phrase-run',
      });
    case 'typed':
      return msg('This has a name or the reference in it that you have just typed. Choose other words', {
        id: 'phrase-typed',
      });
    case 'known':
      return msg('This is one of the passwords that are tried first. Choose other words', { id: 'phrase-known' });
  }
}

/** What speaks against a passphrase for a file; empty where nothing does. */
export function filePhraseFault(weakness: Weakness | null): string {
  if (weakness === null) return '';
  return weakness === 'short'
    ? msg('Enter a passphrase of at least 14 characters, or use the five words', { id: 'lock-too-short' })
    : weakWords(weakness);
}
