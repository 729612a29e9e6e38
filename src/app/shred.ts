import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Receipt } from '../session/ports.ts';
import { nameFor } from '../store/sentinel.ts';
import type { BothVaults } from './both-vaults.ts';
import { countdownFor } from './letting-go.ts';

/** Deletes a draft, real ones by destroying their key, and looks whether it is gone. */
export async function shred(vault: BothVaults, id: string): Promise<Outcome<Receipt>> {
  const listed = await vault.list();
  if (!listed.ok) return listed;
  const draft = listed.value.find((each) => each.id === id);
  if (!draft) return problem('no-such-draft');
  if (draft.kind === 'real' && vault.real) return vault.real.shred(id);
  const removed = await vault.remove(id);
  if (!removed.ok) return removed;
  const left = await vault.training.load(id);
  const confirmed = !left.ok && left.problems[0].code === 'no-such-draft';
  const drafts = [{ name: nameFor(id), revision: draft.revision }];
  return outcome({ drafts, at: new Date().toISOString(), confirmed }, []);
}

/** A draft whose countdown was over, and the receipt of its deletion. */
export interface Lapsed {
  readonly reference: string;
  readonly receipt: Receipt;
}

/**
 * Deletes the drafts whose countdown is over and that are open in no tab.
 *
 * Only under the lock that a tab writing the draft holds; a browser without locks deletes nothing by itself.
 */
export async function deleteLapsed(vault: BothVaults): Promise<readonly Lapsed[]> {
  const lapsed: Lapsed[] = [];
  const listed = await vault.list();
  if (!listed.ok || !('locks' in navigator) || vault.state !== 'open') return lapsed;
  for (const { id } of listed.value.filter((draft) => countdownFor(draft).is === 'over'))
    await navigator.locks.request(`homeward/draft/${id}`, { ifAvailable: true }, async (lock) => {
      // Looked at once more under the lock: a tab may have written and closed in between.
      const again = lock ? await vault.list() : null;
      const draft = again?.ok ? again.value.find((each) => each.id === id) : undefined;
      if (!draft || countdownFor(draft).is !== 'over') return;
      const gone = await shred(vault, id);
      if (gone.ok) lapsed.push({ reference: draft.reference, receipt: gone.value });
    });
  return lapsed;
}
