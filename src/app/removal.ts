import type { Vault } from '../session/ports.ts';

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
  #pending = true;
  #removing = false;
  readonly #vault: Vault;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(vault: Vault, id: string, reference: string) {
    super();
    this.#vault = vault;
    this.id = id;
    this.reference = reference;
    this.#timer = setTimeout(this.#remove, graceTime);
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
