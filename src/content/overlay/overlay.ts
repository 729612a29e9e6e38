import type { PlainDate } from '../../model/answer.ts';
import type { Guidance, Pack } from '../../model/pack.ts';
import { type Outcome, outcome, problem } from '../../model/problem.ts';
import { loadGuidance, loadSources } from '../packs.ts';
import { checkOverlay } from './check-overlay.ts';
import { onTop } from './on-top.ts';

/**
 * `pack` with a council's overlay on top, whole and with hashes of its own. What the pack says itself stays as it is: no
 * core question can be left out, and no question, choice, rule or guidance of the pack is worded anew. `today` tells
 * whether the overlay should have been looked at again.
 *
 * Problems: those of `checkOverlay`.
 */
export async function applyOverlay(
  pack: Pack,
  overlay: unknown,
  today: PlainDate | null = null,
): Promise<Outcome<Pack>> {
  const whole = await completed(pack);
  if (!whole.ok) return whole;
  const checked = checkOverlay(whole.value, overlay);
  return checked.ok ? outcome(onTop(whole.value, checked.value, today), []) : checked;
}

async function completed(pack: Pack): Promise<Outcome<Pack>> {
  if (pack.complete) return outcome(pack, []);
  const evidence = await loadSources(pack);
  if (!evidence.ok) return evidence;
  const guidance: Record<string, Guidance> = {};
  for (const { id } of pack.stages) {
    const stage = await loadGuidance(pack, id);
    if (!stage.ok) return problem('not-loaded', {}, `guidance ${id}`);
    Object.assign(guidance, stage.value);
  }
  return outcome({ ...pack, ...evidence.value, guidance, complete: true }, []);
}
