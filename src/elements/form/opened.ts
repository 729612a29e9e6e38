import { helpName } from '../fields/term.ts';

/** What somebody opened in a form so far; it is filled from then on. */
export class Opened {
  /** Questions whose `More` is open, help that was, and terms whose meaning is shown. */
  readonly #names = new Set<string>();
  readonly #rows = new Map<string, Set<string>>();

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The open names that begin with `start`, as one text. */
  startingWith(start: string): string {
    // Asked at each key for every question, and hardly ever is anything open.
    return this.#names.size === 0 ? '' : [...this.#names].filter((name) => name.startsWith(start)).join();
  }

  /** The open names that are `name` or stand under it (`<name>.…`), as one text. */
  under(name: string): string {
    return this.#names.size === 0
      ? ''
      : [...this.#names].filter((each) => each === name || each.startsWith(`${name}.`)).join(' ');
  }

  /** The rows of a question that were opened. */
  rowsOf(key: string): ReadonlySet<string> {
    return this.#rows.get(key) ?? none;
  }

  /** Opens what is closed, and closes what is open. */
  toggle(name: string): void {
    if (!this.#names.delete(name)) this.#names.add(name);
  }

  /** Notes what a `toggle` event says of folded help; whether it was opened for the first time. */
  helpOpened({ target }: Event): boolean {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.hw-help-in-place')) return false;
    const key = target.closest<HTMLElement>('.hw-question')?.dataset.key;
    if (key === undefined || this.#names.has(helpName(key))) return false;
    this.#names.add(helpName(key));
    return true;
  }

  /** Notes what a `toggle` event says of a row; whether the row was opened for the first time. */
  rowOpened({ target }: Event): boolean {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return false;
    const { row } = target.dataset;
    const key = target.closest<HTMLElement>('.hw-question')?.dataset.key;
    if (row === undefined || key === undefined) return false;
    const rows = this.#rows.get(key) ?? new Set<string>();
    if (rows.has(row)) return false;
    this.#rows.set(key, rows.add(row));
    return true;
  }
}

const none: ReadonlySet<string> = new Set();
