import { packIn } from '../elements/shared/pack-in.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';

export { packIn };

/** The questions as they were published, where `pack` has a council's overlay on top; null where it has none. */
export async function publishedUnder({ overlay, locale }: Pack): Promise<Outcome<Pack | null>> {
  return overlay ? packIn(locale, [], false, true) : outcome(null, []);
}

/**
 * The questions a draft was `made` with: `ours`, or as they were published where it was begun before the council's
 * overlay. Problems: `other-pack` for any others; those of fetching.
 */
export async function packFor({ id, structureHash }: Assessment['pack'], ours: Pack): Promise<Outcome<Pack>> {
  if (structureHash === ours.structureHash) return outcome(ours, []);
  const published = structureHash === ours.overlay?.on ? await publishedUnder(ours) : outcome(null, []);
  if (!published.ok) return published;
  return published.value?.structureHash === structureHash
    ? outcome(published.value, [])
    : problem('other-pack', {}, id);
}
