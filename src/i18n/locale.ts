import { configureLocalization, LOCALE_STATUS_EVENT, type LocaleModule } from '@lit/localize';
import {
  chosenBefore,
  firstLanguage,
  isLanguage,
  languageAround,
  rememberChoice,
  type Language,
} from './first-language.ts';

/** The words of each language but English, fetched when somebody speaks it. Nothing in the page offers `pseudo`. */
const fetching: Readonly<Record<Exclude<Language, 'en'>, () => Promise<LocaleModule>>> = {
  cy: () => import('./generated/cy.ts'),
  pseudo: () => import('./generated/pseudo.ts'),
};

const fetched = new Map<string, LocaleModule>();

type Localization = ReturnType<typeof configureLocalization>;

const localization = configure();

/** The one configuration of a page, or null where another copy of the toolkit, sharing the library with us, made it. */
function configure(): Localization | null {
  try {
    return configureLocalization({
      sourceLocale: 'en',
      targetLocales: Object.keys(fetching),
      loadLocale: (language) => {
        const words = fetched.get(language);
        return words
          ? Promise.resolve(words)
          : Promise.reject(new Error(`The words of "${language}" were not fetched.`));
      },
    });
  } catch {
    // The library says so by throwing, and has no way to ask. That copy then decides, and its words are used here too.
    return null;
  }
}

let elsewhere: Language = 'en';
let begun: Promise<boolean> | null = null;
/** Counts what was asked for: the last request wins, whichever language comes first. */
let turn = 0;

/** The language the interface speaks now. */
export function spoken(): Language {
  const language = localization?.getLocale() ?? elsewhere;
  return isLanguage(language) ? language : 'en';
}

/** The same for a `lang` attribute. */
export const languageTag = (language: Language = spoken()): string => (language === 'pseudo' ? 'en-XA' : language);

/** The language in which to fetch questions, guidance and reports: those in which content is written. */
export const contentLanguage = (language: Language = spoken()): 'en' | 'cy' => (language === 'cy' ? 'cy' : 'en');

/**
 * Speaks `language` from now on; elements show it by themselves. False where its words could not be fetched, and
 * where somebody else's copy decides: all stays as it was.
 */
export async function speak(language: Language): Promise<boolean> {
  turn += 1;
  const mine = turn;
  // Only with the words in hand: the library never recovers from a language that failed to come.
  if (!(await fetchWords(language))) return false;
  if (mine === turn) await localization?.setLocale(language);
  return spoken() === language;
}

/** Has the words of `language` at hand, so that `speak` changes at once. False where they could not be fetched. */
export async function fetchWords(language: Language): Promise<boolean> {
  if (language === 'en' || fetched.has(language)) return true;
  try {
    fetched.set(language, await fetching[language]());
    return true;
  } catch {
    // Offline, or a newer version has taken the place of this one; whoever asked says so to the person.
    return false;
  }
}

/** Speaks `language` because somebody chose it: it is spoken the next time, too. */
export async function choose(language: Language): Promise<boolean> {
  const changed = await speak(language);
  if (changed) rememberChoice(language);
  return changed;
}

/**
 * Begins to speak, in the language chosen before or the one around `element`. The first element of a page decides; for
 * every other this waits for the first. An element may ask for a language of its own.
 */
export function begin(element: Element, asked: string | null = null): Promise<boolean> {
  if (begun) return begun;
  window.addEventListener(LOCALE_STATUS_EVENT, follow);
  begun = speak(firstLanguage(chosenBefore(), asked ?? languageAround(element)));
  return begun;
}

/** Follows another copy of the toolkit on the page: one page speaks one language. */
function follow({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]): void {
  if (detail.status !== 'ready' || !isLanguage(detail.readyLocale)) return;
  elsewhere = detail.readyLocale;
  if (localization && detail.readyLocale !== spoken()) void speak(detail.readyLocale);
}
