/** A language of the interface. `pseudo` is English in strange letters, in which what was never translatable shows. */
export const languages = ['en', 'cy', 'pseudo'] as const;
export type Language = (typeof languages)[number];

const key = 'homeward-language';

export const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((each) => each === text);

/** The language to begin in: what somebody chose here before, else what is said around the element, else English. */
export function firstLanguage(chosen: string | null, around: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  return around !== null && /^cy\b/i.test(around) ? 'cy' : 'en';
}

/** The `lang` of the nearest ancestor that says one, also from within shadow roots; null where none does. */
export function languageAround(element: Element): string | null {
  for (let at: Element | null = element; at !== null;) {
    const says = at.closest('[lang]');
    if (says) return says.getAttribute('lang');
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** What was chosen on this computer before; null where nothing was, or where the page may keep nothing. */
export function chosenBefore(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser may refuse all storage to a page; it then begins in the language around it.
    return null;
  }
}

/** Remembers a choice for the next time, where the page may keep anything. */
export function rememberChoice(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The choice holds for this page, which is all such a browser allows.
  }
}
