import type { LitElement } from 'lit';
import type { Assessment, Place } from '../../model/assessment.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { Session } from '../../session/session.ts';
import type { AfterAction } from './actions.ts';
import { goIntoRow, goToRestored, stayWithMoved } from './focus.ts';

/** Where the keyboard goes when a row comes, goes or moves; and the row taken out last, which can come back. */
export class RowFocus implements AfterAction {
  readonly answered: (at: Place) => void;
  readonly #form: LitElement;
  readonly #session: () => Session | null;
  #removed: { readonly key: string; readonly row: string; readonly from: Assessment | undefined } | null = null;

  constructor(form: LitElement, session: () => Session | null, answered: (at: Place) => void) {
    this.#form = form;
    this.#session = session;
    this.answered = answered;
  }

  /** The question a row was taken out of, while nothing else was done: only then it is what would be undone. */
  get removedFrom(): string | null {
    return this.#removed?.from === this.#session()?.assessment ? (this.#removed?.key ?? null) : null;
  }

  readonly rowAdded: AfterAction['rowAdded'] = ({ key }, row) => void this.#goTo(key, row, goIntoRow);

  readonly rowMoved: AfterAction['rowMoved'] = ({ key }, row, by) =>
    void this.#goTo(key, row, (moved) => {
      stayWithMoved(moved, by);
    });

  readonly rowRemoved: AfterAction['rowRemoved'] = ({ key }, row) => {
    this.#removed = { key, row, from: this.#session()?.assessment };
    this.#form.requestUpdate();
    void this.#form.updateComplete.then(() => this.#find('.hw-removed button')?.focus());
  };

  readonly undo = (): void => {
    const { removedFrom: key } = this;
    const at = key === null ? null : parsePlaceKey(key);
    if (key === null || !at || !this.#removed || !this.#session()?.undo().ok) return;
    this.answered(at);
    void this.#goTo(key, this.#removed.row, goToRestored);
  };

  async #goTo(key: string, row: string, go: (row: HTMLElement) => void): Promise<void> {
    await this.#form.updateComplete;
    const found = this.#find(`[data-key="${CSS.escape(key)}"] [data-row="${CSS.escape(row)}"]`);
    if (found) go(found);
  }

  #find(selector: string): HTMLElement | null {
    return this.#form.renderRoot.querySelector<HTMLElement>(selector);
  }
}
