import type { PlainDate } from '../../model/answer.ts';
import type { Pack } from '../../model/pack.ts';
import { type Outcome, outcome } from '../../model/problem.ts';
import { wholeOf } from '../packs.ts';
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
  const whole = await wholeOf(pack);
  if (!whole.ok) return whole;
  const checked = checkOverlay(whole.value, overlay);
  return checked.ok ? outcome(onTop(whole.value, checked.value, today), []) : checked;
}
