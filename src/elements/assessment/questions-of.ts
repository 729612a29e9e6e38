import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { earlierIn } from '../shared/earlier-pack.ts';

/** The questions a page shows: with its overlay on top, and as they were published. */
export interface Questions {
  readonly inHand: Pack;
  readonly published: Pack;
}

/**
 * The questions a draft was `made` with: those in hand, those under an overlay that came later, or an earlier version.
 * Problems: `other-pack`, `newer-than-program`; those of fetching.
 */
export async function questionsOf(made: Assessment['pack'], { inHand, published }: Questions): Promise<Outcome<Pack>> {
  const found = [inHand, published].find(({ structureHash }) => structureHash === made.structureHash);
  if (found) return outcome(found, []);
  if (made.id === inHand.id && made.version > inHand.version) return problem('newer-than-program', {}, made.id);
  if (made.id !== 'sparf' || made.version >= inHand.version) return problem('other-pack', {}, made.id);
  const earlier = await earlierIn(made.version, inHand.locale);
  if (!earlier.ok) return problem('not-loaded', {}, 'released');
  return earlier.value.structureHash === made.structureHash ? earlier : problem('other-pack', {}, made.id);
}
