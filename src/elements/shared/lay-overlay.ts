import { checkOverlay } from '../../content/overlay/check-overlay.ts';
import { onTop } from '../../content/overlay/on-top.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { loadPackCore, wholeOf } from '../../content/packs.ts';
import type { Pack } from '../../model/pack.ts';
import { type Outcome, outcome, type Problems } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { readOverlay } from './overlay-given.ts';
import { compareWithEnglish } from './pack-words.ts';
import { wearLook } from './wear-look.ts';

/** What is shown of a pack with an overlay on top, as it came where that was refused, and its colours for an element. */
export interface Laid {
  readonly pack: Pack;
  readonly wear: (host: EventTarget) => void;
  /** What is wrong with the overlay, and the same in sentences. */
  readonly refused: readonly [Problems, readonly string[]] | null;
}

/** `pack` whole, with the overlay that was `given` on top, knowing which of its words are English; null lays none. */
export async function layOverlay(pack: Pack, given: unknown): Promise<Laid> {
  if (given === null || given === undefined) return { pack, wear: wearLook, refused: null };
  const read = await checked(pack, given);
  if (!read.ok) {
    const { overlayProblemWords } = await import('./overlay-problem-words.ts');
    return { pack, wear: wearLook, refused: [read.problems, read.problems.map(overlayProblemWords)] };
  }
  const { whole, overlay } = read.value;
  const laid = onTop(whole, overlay, deviceWorld.today());
  if (pack.locale !== 'en') await compare(laid, overlay);
  return {
    pack: laid,
    wear: (host) => {
      wearLook(host, overlay.look);
    },
    refused: null,
  };
}

async function checked(
  pack: Pack,
  given: unknown,
): Promise<Outcome<{ readonly whole: Pack; readonly overlay: Overlay }>> {
  const read = await readOverlay(given);
  if (!read.ok) return read;
  const whole = await wholeOf(pack);
  if (!whole.ok) return whole;
  const overlay = checkOverlay(whole.value, read.value);
  return overlay.ok ? outcome({ whole: whole.value, overlay: overlay.value }, []) : overlay;
}

async function compare(laid: Pack, overlay: Overlay): Promise<void> {
  const core = await loadPackCore('sparf', 'en', true);
  const whole = core.ok ? await wholeOf(core.value) : core;
  if (whole.ok) compareWithEnglish(laid, onTop(whole.value, overlay, deviceWorld.today()));
}
