import { hashOfDraft } from '../../exchange/hand-over.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Session } from '../../session/session.ts';
import { lastMove, move } from '../../versions/index.ts';

/**
 * What was said here on the questions `from`, moved as the draft was that is open now: somebody moved it in another tab
 * meanwhile. What has no place there any more is in its history then, as if it had been said before the move.
 */
export function movedAlong({ pack, assessment: now }: Session, from: Pack, assessment: Assessment): Assessment {
  const entry = lastMove(now);
  const moving = entry
    ? { at: entry.from, by: entry.by, before: entry.moved.before }
    : { at: assessment.changedAt, by: '', before: hashOfDraft(assessment) };
  const own = from.structureHash === assessment.pack.structureHash ? from : null;
  const moved = move(own, pack, assessment, moving);
  return moved.ok ? moved.value.assessment : assessment;
}
