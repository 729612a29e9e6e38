import { applyOverlay } from '../../content/overlay/overlay.ts';
import { loadPackCore } from '../../content/packs.ts';
import type { Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { readOverlay } from './overlay-given.ts';
import { compareWithEnglish } from './pack-words.ts';

/** `pack` whole, with the overlay that was `given` on top, knowing which of its words are English. */
export async function layOverlay(pack: Pack, given: unknown): Promise<Outcome<Pack>> {
  const read = await readOverlay(given);
  if (!read.ok) return read;
  const laid = await applyOverlay(pack, read.value, deviceWorld.today());
  if (!laid.ok || pack.locale === 'en') return laid;
  const core = await loadPackCore('sparf', 'en', true);
  const english = core.ok ? await applyOverlay(core.value, read.value, deviceWorld.today()) : core;
  if (english.ok) compareWithEnglish(laid.value, english.value);
  return laid;
}
