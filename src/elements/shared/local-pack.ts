import type { ReactiveControllerHost } from 'lit';
import type { Pack } from '../../model/pack.ts';
import type { Problems } from '../../model/problem.ts';

/** The overlay a page gave could not be used: the questions are shown as they were published. */
export class OverlayRefusedEvent extends Event {
  static readonly type = 'homeward-overlay-refused';
  /** What is wrong with it. */
  readonly problems: Problems;
  /** The same in sentences for whoever looks after the page. */
  readonly messages: readonly string[];

  constructor(problems: Problems, messages: readonly string[]) {
    super(OverlayRefusedEvent.type, { bubbles: true, composed: true });
    this.problems = problems;
    this.messages = messages;
  }
}

/** Of each element, what was last given to it: what comes late puts no colours on. */
const given = new WeakMap<EventTarget, unknown>();

/** `pack` with the overlay a page gave to `host` on top; as it came, and told, where that cannot be used. */
export async function withOverlay(host: EventTarget, pack: Pack, overlay: unknown): Promise<Pack> {
  if ((overlay ?? null) === null && !given.has(host)) return pack;
  given.set(host, overlay);
  const laid = await import('./lay-overlay.ts').then(
    ({ layOverlay }) => layOverlay(pack, overlay),
    () => null,
  );
  if (given.get(host) === overlay) laid?.wear(host);
  const refused = laid ? laid.refused : ([[{ code: 'not-loaded', place: {} }], ['not-loaded']] as const);
  if (refused) host.dispatchEvent(new OverlayRefusedEvent(...refused));
  return laid?.pack ?? pack;
}

/** The colours of an overlay that `host` no longer has. */
export async function takeOff(host: EventTarget): Promise<void> {
  if (!given.has(host)) return;
  given.set(host, null);
  const { wearLook } = await import('./wear-look.ts');
  if (given.get(host) === null) wearLook(host);
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
    // Without an overlay nothing waits, unless one has to be taken off.
    if (!pack || ((overlay ?? null) === null && !this.#asked)) return pack;
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
