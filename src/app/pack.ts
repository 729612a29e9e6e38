import { packIn } from '../elements/shared/pack-in.ts';
import type { Locale, Pack, StageId } from '../model/pack.ts';
import { problem, type Outcome } from '../model/problem.ts';

export { packIn };

/** What few drafts need is fetched with the first of them: it finds questions that are not the ones in hand. */
export async function amongOthers<T>(
  find: (from: typeof import('./questions/which.ts')) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await find(await import('./questions/which.ts'));
  } catch {
    return problem('not-loaded', {}, 'questions');
  }
}

/** The questions of `pack` in `language`, with the guidance of `stages`. */
export async function packLike(pack: Pack, language: Locale, stages: readonly StageId[]): Promise<Outcome<Pack>> {
  const now = await packIn(language, stages, undefined, !pack.overlay);
  return now.ok && pack.version < now.value.version
    ? amongOthers(({ earlierIn }) => earlierIn(pack.version, language))
    : now;
}
