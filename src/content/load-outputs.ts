import { outputs } from 'virtual:outputs';
import type { Pack } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Outputs } from './outputs.ts';
import { fetchOnce } from './packs.ts';
import { loadReleasedOutputs } from './released.ts';

/** What leaves in the copies of an assessment on this version, and their words in the pack's language. Fails with `not-loaded`. */
export async function loadOutputs({
  id,
  version,
  locale,
}: Pick<Pack, 'id' | 'version' | 'locale'>): Promise<Outcome<Outputs>> {
  const key = `${id}/${locale}`;
  const newest = await fetchOnce(outputs, 'outputs', key);
  if (!newest.ok) return newest;
  try {
    const earlier = await loadReleasedOutputs(id, version, locale);
    return outcome(earlier ? { ...earlier, words: { ...newest.value.words, ...earlier.words } } : newest.value, []);
  } catch {
    return problem('not-loaded', {}, `outputs ${key}`);
  }
}
