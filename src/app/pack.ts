import { packIn } from '../elements/shared/pack-in.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Locale, Pack, StageId } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Draft } from '../session/ports.ts';
import { replay } from '../session/session.ts';
import { noSteps } from '../session/steps.ts';

export { packIn };

type Made = Assessment['pack'];

/**
 * The questions a draft was `made` with: `ours`, as they were published where it was begun before the council's overlay,
 * or an earlier version of them. Problems: `other-pack` for any others; those of fetching.
 */
export async function packFor(made: Made, ours: Pack): Promise<Outcome<Pack>> {
  const near = await nearestPack(made, ours);
  return near.ok && near.value.structureHash !== made.structureHash ? problem('other-pack', {}, made.id) : near;
}

/**
 * The same, or what comes nearest to questions that are nowhere here (an overlay that has changed since): `ours`, or the
 * version they were laid on as it was published. Problems: `other-pack` for another pack, `newer-than-program`.
 */
export async function nearestPack(made: Made, ours: Pack): Promise<Outcome<Pack>> {
  return made.structureHash === ours.structureHash ? outcome(ours, []) : earlier(({ nearest }) => nearest(made, ours));
}

/** As `replay`; edits to questions that are not in `pack`, where the draft was made with others, are taken as they are. */
export async function replayOn(pack: Pack, draft: Draft): Promise<ReturnType<typeof replay>> {
  const replayed = replay(pack, draft);
  if (replayed.ok || draft.snapshot.pack.structureHash === pack.structureHash) return replayed;
  const { followed } = await import('../versions/follow.ts');
  return outcome({ assessment: followed(pack, draft.snapshot, draft.edits), steps: noSteps }, []);
}

/** The questions of `pack` in `language`, with the guidance of `stages`. */
export async function packLike(pack: Pack, language: Locale, stages: readonly StageId[]): Promise<Outcome<Pack>> {
  const now = await packIn(language, stages, undefined, !pack.overlay);
  return now.ok && pack.version < now.value.version
    ? earlier(({ earlierIn }) => earlierIn(pack.version, language))
    : now;
}

/** What few drafts need is fetched with the first of them. */
async function earlier(
  find: (from: typeof import('./questions/earlier.ts')) => Promise<Outcome<Pack>>,
): Promise<Outcome<Pack>> {
  try {
    return await find(await import('./questions/earlier.ts'));
  } catch {
    return problem('not-loaded', {}, 'earlier');
  }
}
