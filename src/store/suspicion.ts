import type { SentinelStorage } from './sentinel.ts';

const key = 'homeward-suspect';

/**
 * Whether this browser failed to write, until somebody says that it was started again.
 *
 * Chromium that met a full disk acknowledges writes afterwards, lets them be read, and drops the whole database at its
 * next start. A page cannot tell whether the browser was started again since: loading the page again is not enough.
 */
export class Suspicion {
  readonly #storage: SentinelStorage | null;

  /** `storage` is null where the page may not use any: then suspicion ends with the page. */
  constructor(storage: SentinelStorage | null) {
    this.#storage = storage;
  }

  get holds(): boolean {
    try {
      return this.#storage?.getItem(key) === 'yes';
    } catch {
      return false; // closed to us; the page's own memory of the failure remains
    }
  }

  hold(): void {
    this.#say('yes');
  }

  letGo(): void {
    this.#say('no');
  }

  #say(word: 'yes' | 'no'): void {
    try {
      this.#storage?.setItem(key, word);
    } catch {
      return; // on a full disk this may fail as well: the page's own memory of it remains
    }
  }
}
