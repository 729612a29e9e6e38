import type { Locale } from '../../model/pack.ts';

/** What plain words may not hold: something a browser might read as HTML, or signs that turn or hide what follows. */
export function textProblem(said: string): 'html' | 'control-characters' | null {
  if (/<\/?[a-z!?]/i.test(said)) return 'html';
  // eslint-disable-next-line no-control-regex -- these are the signs meant
  return /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(said)
    ? 'control-characters'
    : null;
}

/** `said` in `locale`; in English where it has no other words. */
export const inLocale = (said: string | { readonly en: string; readonly cy?: string }, locale: Locale): string =>
  typeof said === 'string' ? said : (said[locale] ?? said.en);
