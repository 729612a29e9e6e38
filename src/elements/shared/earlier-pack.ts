import { loadReleased } from '../../content/released.ts';
import type { Locale, Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import { compareWithEnglish } from './pack-words.ts';

/** An earlier version of the questions in `language`, knowing which of its words fell back to English. */
export async function earlierIn(version: number, language: Locale): Promise<Outcome<Pack>> {
  const [pack, english] = await Promise.all([
    loadReleased('sparf', version, language),
    loadReleased('sparf', version, 'en'),
  ]);
  if (!english.ok) return english;
  if (pack.ok) compareWithEnglish(pack.value, english.value);
  return pack;
}
