import type { Framework } from '../../content/framework.ts';
import { loadFramework, loadPackCore } from '../../content/packs.ts';
import { languageTag } from '../../i18n/locale.ts';
import type { Locale, Pack } from '../../model/pack.ts';
import { type Outcome, outcome } from '../../model/problem.ts';
import { compareWithEnglish } from '../shared/pack-words.ts';
import { sameStrings } from '../shared/same-strings.ts';

/** The framework with the pack whose stages it tells of. */
export interface Told {
  readonly pack: Pack;
  readonly framework: Framework;
  /** Texts of the framework that are English for want of its own language. */
  readonly english: ReadonlySet<string>;
}

/** The framework in `locale`; of `given`, where a page hands in a pack with names of its own; `local` puts more names on top. */
export async function fetchTold(
  locale: Locale,
  given: Pack | null,
  local: (pack: Pack) => Promise<Pack>,
): Promise<Outcome<Told>> {
  const found = given ? outcome(given, []) : await ownPack(locale);
  if (!found.ok) return found;
  const pack = await local(found.value);
  const { id, locale: spoken } = pack;
  const [framework, english] = await Promise.all([
    loadFramework({ id, locale: spoken }),
    loadFramework({ id, locale: 'en' }),
  ]);
  if (!framework.ok) return framework;
  if (!english.ok) return english;
  const same = spoken === 'en' ? new Set<string>() : sameStrings(framework.value, english.value);
  return outcome({ pack, framework: framework.value, english: same }, []);
}

async function ownPack(locale: Locale): Promise<Outcome<Pack>> {
  const [pack, english] = await Promise.all([loadPackCore('sparf', locale), loadPackCore('sparf', 'en')]);
  if (!english.ok) return english;
  if (pack.ok) compareWithEnglish(pack.value, english.value);
  return pack;
}

/** The language of a text of the framework where it is not the one of the page around it; null where it is. */
export function languageOf({ pack, english }: Told, text: string): string | null {
  const language = english.has(text) ? 'en' : pack.locale;
  return language === languageTag() ? null : language;
}
