import { parsePlaceKey } from '../../model/place.ts';
import type { Instance } from '../../model/evaluate.ts';
import { Session } from '../../session/session.ts';
import type { Acts } from '../fields/context.ts';
import { goIntoRow, goToRestored, stayWithMoved } from './focus.ts';

// Where the keyboard goes when a row comes, goes or moves.

export function rowAdded(acts: Acts, { key }: Instance, row: string): void {
  void goTo(acts, key, row, goIntoRow);
}

export function rowMoved(acts: Acts, { key }: Instance, row: string, by: -1 | 1): void {
  void goTo(acts, key, row, (moved) => {
    stayWithMoved(moved, by);
  });
}

export function rowRemoved(acts: Acts, { key }: Instance, row: string): void {
  acts.removed = { key, row, from: acts.session?.assessment };
  acts.form.requestUpdate();
  void acts.form.updateComplete.then(() => find(acts, '.hw-removed button')?.focus());
}

/** Brings back the row that was taken out of a question last. */
export function undoRemoval(acts: Acts): void {
  const { removed, session } = acts;
  const at = removed && parsePlaceKey(removed.key);
  if (!at || !(session instanceof Session) || !session.undo().ok) return;
  acts.tell(at);
  void goTo(acts, removed.key, removed.row, goToRestored);
}

async function goTo(acts: Acts, key: string, row: string, go: (row: HTMLElement) => void): Promise<void> {
  await acts.form.updateComplete;
  const found = find(acts, `[data-key="${CSS.escape(key)}"] [data-row="${CSS.escape(row)}"]`);
  if (found) go(found);
}

const find = ({ form }: Acts, selector: string): HTMLElement | null =>
  form.renderRoot.querySelector<HTMLElement>(selector);
