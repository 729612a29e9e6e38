import type { Locale } from '../../model/pack.ts';

/** What plain words may not hold: something a browser might read as HTML, or signs that turn or hide what follows. */
export function textProblem(said: string): 'html' | 'control-characters' | null {
  if (/<\/?[a-z!?]/i.test(said)) return 'html';
  return unseen.test(said) ? 'control-characters' : null;
}

/** Signs that turn or hide what follows. Those that join and part letters are left: Persian and Hindi are written with them. */
export const unseen =
  // eslint-disable-next-line no-control-regex -- these are the signs meant
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** `said` in `locale`; in English where it has no other words. */
export const inLocale = (said: string | { readonly en: string; readonly cy?: string }, locale: Locale): string =>
  typeof said === 'string' ? said : (said[locale] ?? said.en);
