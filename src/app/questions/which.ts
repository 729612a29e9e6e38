import { earlierIn } from '../../elements/shared/earlier-pack.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import type { Draft } from '../../session/ports.ts';
import { replay } from '../../session/session.ts';
import { noSteps, type Steps } from '../../session/steps.ts';
import { followed } from '../../versions/follow.ts';
import { publishedUnder } from './earlier.ts';

export { earlierIn };

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
export async function nearestPack({ id, version, structureHash }: Made, ours: Pack): Promise<Outcome<Pack>> {
  if (structureHash === ours.structureHash) return outcome(ours, []);
  if (id !== ours.id) return problem('other-pack', {}, id);
  if (version > ours.version) return problem('newer-than-program', {}, `questions ${version}`);
  if (version < ours.version) return earlierIn(version, ours.locale);
  const published = structureHash === ours.overlay?.on ? await publishedUnder(ours) : outcome(null, []);
  return published.ok ? outcome(published.value ?? ours, []) : published;
}

/** A draft on the questions it was made with, or what comes nearest. */
export interface OpenedDraft {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly steps: Steps;
}

/**
 * As `replay`, on the questions the draft was made with; edits to questions that are not in what comes nearest to them
 * are taken as they are.
 */
export async function replayed(draft: Draft, ours: Pack): Promise<Outcome<OpenedDraft>> {
  const { snapshot, edits } = draft;
  const found = await nearestPack(snapshot.pack, ours);
  if (!found.ok) return found;
  const pack = found.value;
  const read = replay(pack, draft);
  if (read.ok) return outcome({ pack, ...read.value }, []);
  if (snapshot.pack.structureHash === pack.structureHash) return read;
  return outcome({ pack, assessment: followed(pack, snapshot, edits), steps: noSteps }, []);
}

/** As `replayed`, with the notice that its task list shows: at hand before the page is painted, it moves nothing. */
export async function opened(draft: Draft, ours: Pack): Promise<Outcome<OpenedDraft>> {
  // What a browser that fetches nothing more can do without.
  const notice = import('../pages/define-questions-notice.ts').catch(() => null);
  const read = await replayed(draft, ours);
  await notice;
  return read;
}
