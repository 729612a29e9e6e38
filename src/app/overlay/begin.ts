import { checkOverlay } from '../../content/overlay/check-overlay.ts';
import { inForce } from '../../content/overlay/in-force.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { loadPackCore, local } from '../../content/packs.ts';
import { define } from '../../elements/shared/define.ts';
import { readOverlay } from '../../elements/shared/overlay-given.ts';
import type { Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { LocalPart, LogoPart } from './local.ts';
import { wear } from './look.ts';

/** Reads the overlay of this page and puts it on top of everything from here on; what is wrong with it is said on every page. */
export async function begin(app: HTMLElement, given: unknown): Promise<void> {
  const read = await judged(given);
  if (read.ok) {
    local.inForce = inForce(read.value, deviceWorld.today());
    wear(app, read.value);
  }
  LocalPart.read = read;
  define('homeward-local', LocalPart);
  define('homeward-logo', LogoPart);
}

async function judged(given: unknown): Promise<Outcome<Overlay>> {
  const value = await readOverlay(given);
  if (!value.ok) return value;
  const core = await loadPackCore('sparf', 'en', true);
  return core.ok ? checkOverlay(core.value, value.value) : core;
}
