import { readStrictJson } from '../../content/strict-json.ts';
import { checkOverlay } from '../../content/overlay/check-overlay.ts';
import { inForce } from '../../content/overlay/in-force.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { loadPackCore, local } from '../../content/packs.ts';
import { define } from '../../elements/shared/define.ts';
import { type Outcome, outcome, problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { limits } from './limits.ts';
import { LocalPart } from './local.ts';
import { wear } from './look.ts';

/** Reads the overlay of this page and puts it on top of everything from here on; what is wrong with it is said on every page. */
export async function begin(app: HTMLElement, given: unknown): Promise<void> {
  const read = await readOverlay(given);
  if (read.ok) {
    local.inForce = inForce(read.value, deviceWorld.today());
    wear(app, read.value);
  }
  LocalPart.read = read;
  define('homeward-local', LocalPart);
}

/** `given` as an overlay: a value, JSON as text, or the address of a file beside this page. */
async function readOverlay(given: unknown): Promise<Outcome<Overlay>> {
  const value = typeof given === 'string' ? await fromText(given) : outcome(given, []);
  if (!value.ok) return value;
  const core = await loadPackCore('sparf', 'en', true);
  return core.ok ? checkOverlay(core.value, value.value) : core;
}

async function fromText(text: string): Promise<Outcome<unknown>> {
  const json = text.trimStart().startsWith('{') ? outcome(new TextEncoder().encode(text), []) : await fetchOwn(text);
  return json.ok ? readStrictJson(json.value, limits) : json;
}

/**
 * The file at `address`, where that is one of this site's own without a query. Problems: `not-same-origin`, `not-fetched`,
 * which is also what the page's policy makes of it where that allows no connection.
 */
async function fetchOwn(address: string): Promise<Outcome<Uint8Array>> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.origin !== location.origin || url.search !== '' || !url.pathname.endsWith('.json'))
    return problem('not-same-origin', {}, address.slice(0, 100));
  try {
    const answer = await fetch(url, { credentials: 'same-origin', redirect: 'error' });
    if (!answer.ok) return problem('not-fetched', {}, String(answer.status));
    return outcome(new Uint8Array(await answer.arrayBuffer()), []);
  } catch {
    return problem('not-fetched', {}, url.pathname);
  }
}
