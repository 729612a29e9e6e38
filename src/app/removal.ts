import type { Receipt } from '../session/ports.ts';
import type { BothVaults } from './both-vaults.ts';

/** How long a removal can be taken back, in milliseconds. */
export const graceTime = 10_000;

/**
 * A draft that somebody removed and may still take back. Fires `change` when it is settled either way.
 *
 * It is removed when the time is over, and at once when the page goes away or is locked: the person meant it.
 */
export class Removal extends EventTarget {
  readonly id: string;
  readonly reference: string;
  /** Once it is removed, unless the page had no time to look whether it is gone. */
  receipt: Receipt | null = null;
  #pending = true;
  #removing = false;
  readonly #vault: BothVaults;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(vault: BothVaults, id: string, reference: string) {
    super();
    this.#vault = vault;
    this.id = id;
    this.reference = reference;
    this.#timer = setTimeout(() => void this.#shred(), graceTime);
    window.addEventListener('pagehide', this.#remove);
    vault.addEventListener('closing', this.#remove);
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** Takes the removal back. */
  cancel(): void {
    if (!this.#removing) this.#settle();
  }

  async #shred(): Promise<void> {
    const module = await import('./shred.ts').catch(() => null);
    if (!module) this.#remove();
    if (!module || !this.#pending || this.#removing) return;
    this.#removing = true;
    const shredded = await module.shred(this.#vault, this.id);
    this.receipt = shredded.ok ? shredded.value : null;
    this.#settle();
  }

  /** At once: nothing may be awaited when the page goes away. */
  readonly #remove = (): void => {
    if (!this.#pending || this.#removing) return;
    this.#removing = true;
    // Still pending until the vault has done it, so that no list shows it for a moment longer.
    void this.#vault.remove(this.id).finally(() => {
      this.#settle();
    });
  };

  #settle(): void {
    this.#pending = false;
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.#remove);
    this.#vault.removeEventListener('closing', this.#remove);
    this.dispatchEvent(new Event('change'));
  }
}
