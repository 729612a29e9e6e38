import { packIn } from '../elements/shared/pack-in.ts';
import type { Locale, Pack, StageId } from '../model/pack.ts';
import type { Outcome } from '../model/problem.ts';

export { packIn };

/** Finds questions that are not the ones in hand; fetched by drafts that need it. */
export const others = (): Promise<typeof import('./questions/which.ts')> => import('./questions/which.ts');

/** The questions of `pack` in `language`, with the guidance of `stages`. */
export async function packLike(pack: Pack, language: Locale, stages: readonly StageId[]): Promise<Outcome<Pack>> {
  const now = await packIn(language, stages, undefined, !pack.overlay);
  return now.ok && pack.version < now.value.version ? (await others()).earlierIn(pack.version, language) : now;
}
