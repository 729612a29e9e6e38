import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hashOfDraft } from '../../exchange/hand-over.ts';
import type { Assessment } from '../../model/assessment.ts';
import { canonical } from '../../model/canonical.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import type { KeptVault } from '../../store/kept-vault.ts';
import { lastMove, move, moveBack, moveBackByHistory, type Moved, type Moving } from '../../versions/index.ts';

import type { Work } from '../work.ts';
import { packFor } from './which.ts';

/** What moving a draft would give, or moving it back; nothing is written yet. */
export interface Planned extends Moved {
  /** The questions it is on now; null where these are nowhere here. */
  readonly from: Pack | null;
  readonly to: Pack;
}

const movingNow = (assessment: Assessment): Moving => ({
  at: deviceWorld.now(),
  by: '',
  before: hashOfDraft(assessment),
});

/** What moving `assessment`, shown with the questions `shown`, to the `newest` would give. */
export function planned(shown: Pack, newest: Pack, assessment: Assessment): Outcome<Planned> {
  const from = shown.structureHash === assessment.pack.structureHash ? shown : null;
  const moved = move(from, newest, assessment, movingNow(assessment));
  return moved.ok ? outcome({ ...moved.value, from, to: newest }, []) : moved;
}

/** What going back before the last move of a draft would give, and whether that is exactly what it was. */
export interface PlannedBack extends Planned {
  readonly exact: boolean;
}

/**
 * What going back would give. Problems: `other-pack` where the questions before are nowhere here and something was written
 * since; those of fetching.
 */
export async function plannedBack(
  vault: KeptVault,
  shown: Pack,
  newest: Pack,
  now: Assessment,
): Promise<Outcome<PlannedBack>> {
  const entry = lastMove(now);
  if (!entry) return problem('other-pack');
  const { from: at, by, moved } = entry;
  const found = await packFor(moved.from, newest);
  if (!found.ok && found.problems[0].code !== 'other-pack') return found;
  const to = found.ok ? found.value : null;
  const moving = movingNow(now);
  const before = await draftBefore(vault, now.id, moved.before);
  if (!before) {
    if (!to) return problem('other-pack');
    const back = moveBackByHistory(to, shown, now, moving);
    return back.ok ? outcome({ ...back.value, from: shown, to, exact: false }, []) : back;
  }
  const then = move(to, shown, before, { at, by, before: moved.before });
  if (!then.ok) return then;
  const back = moveBack(to, shown, { before, then: then.value.assessment, now }, moving);
  if (!back.ok) return back;
  return outcome({ ...back.value, from: shown, to: to ?? shown, exact: back.value.assessment === before }, []);
}

/** A draft as it was before a move, where it rests on this computer. */
async function draftBefore(vault: KeptVault, id: string, sha256: string): Promise<Assessment | null> {
  const bytes = await vault.getBlob(id, sha256);
  // It was written here, is what its hash says, and lay in the same vault as the draft.
  return bytes.ok ? (JSON.parse(new TextDecoder().decode(bytes.value)) as Assessment) : null;
}

/**
 * Makes an open draft what was planned for it: the draft as it is now is laid beside it first, so that there is a way
 * back. The work is closed then, and to be opened anew. Problems: those of writing; `conflict` where somebody typed on.
 */
export async function moveTo(vault: KeptVault, work: Work, { assessment }: Planned): Promise<Outcome<null>> {
  const { session, saver } = work;
  const before = session.assessment;
  await saver.flush();
  if (saver.state !== 'saved') return problem(saver.state === 'conflict' ? 'conflict' : 'not-saved');
  const text = canonical(before);
  const kept = await vault.putBlob(work.id, hashOfDraft(before), new Uint8Array(utf8ToBytes(text)));
  if (!kept.ok) return kept;
  if (session.assessment !== before) return problem('conflict');
  const written = await vault.append(work.id, saver.revision, [], assessment);
  if (!written.ok) return written;
  await work.close();
  return outcome(null, []);
}
