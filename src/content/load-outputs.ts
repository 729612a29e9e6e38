import { outputs } from 'virtual:outputs';
import type { Pack } from '../model/pack.ts';
import { type Outcome, outcome, problem } from '../model/problem.ts';
import type { Outputs } from './outputs.ts';
import { loadReleasedOutputs } from './released.ts';

/** What leaves in the copies of an assessment on this version, and their words in the pack's language. Fails with `not-loaded`. */
export async function loadOutputs({
  id,
  version,
  locale,
}: Pick<Pack, 'id' | 'version' | 'locale'>): Promise<Outcome<Outputs>> {
  const key = `${id}/${locale}`;
  const load = outputs[key];
  if (load === undefined) return problem('unknown-content', {}, key);
  try {
    const [newest, earlier] = await Promise.all([load(), loadReleasedOutputs(id, version, locale)]);
    if (earlier === null) return outcome(newest.default, []);
    return outcome({ ...earlier, words: { ...newest.default.words, ...earlier.words } }, []);
  } catch {
    return problem('not-loaded', {}, key);
  }
}
