import type { ReactiveControllerHost } from 'lit';
import type { Pack } from '../../model/pack.ts';
import { problem, type Problems } from '../../model/problem.ts';

/** The overlay a page gave could not be used: the questions are shown as they were published. */
export class OverlayRefusedEvent extends Event {
  static readonly type = 'homeward-overlay-refused';
  /** What is wrong with it. */
  readonly problems: Problems;

  constructor(problems: Problems) {
    super(OverlayRefusedEvent.type, { bubbles: true, composed: true });
    this.problems = problems;
  }
}

/** Of each element, what was last given to it, so that what comes late puts no colours on; and how to take them off. */
const given = new WeakMap<EventTarget, unknown>();
const takeOff = new WeakMap<EventTarget, () => void>();

/** `pack` with the overlay a page gave to `host` on top; as it came, and told, where that cannot be used. */
export async function withOverlay(host: EventTarget, pack: Pack, overlay: unknown): Promise<Pack> {
  given.set(host, overlay);
  if (overlay === null || overlay === undefined) {
    takeOff.get(host)?.();
    return pack;
  }
  const laid = await import('./lay-overlay.ts').then(
    ({ layOverlay }) => layOverlay(pack, overlay),
    () => problem('not-loaded', {}, 'overlay'),
  );
  if (given.get(host) === overlay) {
    const root = host instanceof Element ? host.shadowRoot : null;
    if (!laid.ok) takeOff.get(host)?.();
    else if (root) takeOff.set(host, laid.value.wear(root));
  }
  if (laid.ok) return laid.value.pack;
  host.dispatchEvent(new OverlayRefusedEvent(laid.problems));
  return pack;
}

/** The pack an element shows: the one in hand, with its overlay on top as soon as that is fetched and judged. */
export class LocalPack {
  readonly #host: ReactiveControllerHost & EventTarget;
  #asked: readonly [Pack, unknown] | null = null;
  #laid: Pack | null = null;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
  }

  /** Null until there is something to show; what was shown before stays until the next is there. */
  of(pack: Pack | null, overlay: unknown): Pack | null {
    if (!pack) return pack;
    if (overlay === null || overlay === undefined) {
      if (this.#asked) void withOverlay(this.#host, pack, null);
      this.#asked = null;
      return pack;
    }
    if (this.#asked?.[0] !== pack || this.#asked[1] !== overlay) void this.#lay([pack, overlay]);
    return this.#laid;
  }

  async #lay(asked: readonly [Pack, unknown]): Promise<void> {
    this.#asked = asked;
    const laid = await withOverlay(this.#host, ...asked);
    if (this.#asked !== asked) return;
    this.#laid = laid;
    this.#host.requestUpdate();
  }
}
