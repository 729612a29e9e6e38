import { outputs } from 'virtual:outputs';
import type { Pack } from '../model/pack.ts';
import type { Outcome } from '../model/problem.ts';
import type { Outputs } from './outputs.ts';
import { fetchOnce } from './packs.ts';

/** What leaves in the copies of an assessment, and their words in the pack's language. Fails with `not-loaded`. */
export function loadOutputs({ id, locale }: Pick<Pack, 'id' | 'locale'>): Promise<Outcome<Outputs>> {
  return fetchOnce(outputs, 'outputs', `${id}/${locale}`);
}
