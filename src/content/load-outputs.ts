import { outputs } from 'virtual:outputs';
import type { Pack } from '../model/pack.ts';
import { type Outcome, outcome, problem } from '../model/problem.ts';
import type { Outputs } from './outputs.ts';

/** What leaves in the copies of an assessment, and their words in the pack's language. Fails with `not-loaded`. */
export async function loadOutputs({ id, locale }: Pick<Pack, 'id' | 'locale'>): Promise<Outcome<Outputs>> {
  const key = `${id}/${locale}`;
  const load = outputs[key];
  if (load === undefined) return problem('unknown-content', {}, key);
  try {
    return outcome((await load()).default, []);
  } catch {
    return problem('not-loaded', {}, key);
  }
}
