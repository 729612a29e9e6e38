import { checkOverlay } from '../../content/overlay/check-overlay.ts';
import { onTop } from '../../content/overlay/on-top.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { loadPackCore, wholeOf } from '../../content/packs.ts';
import type { Pack } from '../../model/pack.ts';
import { type Outcome, outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { readOverlay } from './overlay-given.ts';
import { compareWithEnglish } from './pack-words.ts';
import { wearLook } from './wear-look.ts';

/** A pack with an overlay on top, and how an element puts its colours on and takes them off. */
export interface Laid {
  readonly pack: Pack;
  readonly wear: (root: ShadowRoot) => () => void;
}

/** `pack` whole, with the overlay that was `given` on top, knowing which of its words are English. */
export async function layOverlay(pack: Pack, given: unknown): Promise<Outcome<Laid>> {
  const read = await readOverlay(given);
  if (!read.ok) return read;
  const whole = await wholeOf(pack);
  if (!whole.ok) return whole;
  const checked = checkOverlay(whole.value, read.value);
  if (!checked.ok) return checked;
  const overlay = checked.value;
  const laid = onTop(whole.value, overlay, deviceWorld.today());
  if (pack.locale !== 'en') await compare(laid, overlay);
  const wear: Laid['wear'] = (root) => {
    wearLook(root, overlay.look);
    return () => {
      wearLook(root);
    };
  };
  return outcome({ pack: laid, wear }, []);
}

async function compare(laid: Pack, overlay: Overlay): Promise<void> {
  const core = await loadPackCore('sparf', 'en', true);
  const whole = core.ok ? await wholeOf(core.value) : core;
  if (whole.ok) compareWithEnglish(laid, onTop(whole.value, overlay, deviceWorld.today()));
}
