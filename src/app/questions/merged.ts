import { hashOfDraft } from '../../exchange/hand-over.ts';
import type { Assessment, Change } from '../../model/assessment.ts';
import { mergeBranches } from '../../model/merge.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import type { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { lastMove, move } from '../../versions/index.ts';
import { nearestPack } from './which.ts';

/**
 * What brings to the draft as it rests now, open in `session`, what was said of it on the questions `from` since `base`.
 * Where somebody moved it in another tab meanwhile, that is moved along first.
 */
export function merged(
  { pack, assessment: ground }: Session,
  from: Pack,
  { base, branch }: { readonly base: Assessment; readonly branch: Assessment },
  onTop: 'ground' | 'branch',
): readonly Change[] {
  const there = (said: Assessment): Assessment =>
    from.structureHash === pack.structureHash ? said : movedAlong(pack, ground, from, said);
  return mergeBranches(pack, { base: there(base), ground, branch: there(branch) }, deviceWorld, onTop).changes;
}

/** Two copies of a draft as they can be compared. */
export interface OnOneVersion {
  readonly pack: Pack;
  readonly here: Assessment;
  readonly there: Assessment;
  /** Whether it is the one here that was moved along, which nobody has done yet. */
  readonly isBehind: boolean;
}

/** The draft `here` and a copy of it from `there`, both on the questions of the one that is on the later version. */
export async function onOneVersion(ours: Pack, here: Assessment, there: Assessment): Promise<Outcome<OnOneVersion>> {
  const [mine, theirs] = await Promise.all([nearestPack(here.pack, ours), nearestPack(there.pack, ours)]);
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  const isBehind = mine.value.version < theirs.value.version;
  const pack = isBehind ? theirs.value : mine.value;
  if (here.pack.structureHash === there.pack.structureHash) return outcome({ pack, here, there, isBehind }, []);
  return outcome(
    isBehind
      ? { pack, here: movedAlong(pack, there, mine.value, here), there, isBehind }
      : { pack, here, there: movedAlong(pack, here, theirs.value, there), isBehind },
    [],
  );
}

/** `assessment` moved as `ground` was: what has no place any more is in its history, as if it had been said before that. */
function movedAlong(pack: Pack, ground: Assessment, from: Pack, assessment: Assessment): Assessment {
  const entry = lastMove(ground);
  const moving = entry
    ? { at: entry.from, by: entry.by, before: entry.moved.before }
    : { at: assessment.changedAt, by: '', before: hashOfDraft(assessment) };
  const own = from.structureHash === assessment.pack.structureHash ? from : null;
  const moved = move(own, pack, assessment, moving);
  return moved.ok ? moved.value.assessment : assessment;
}
