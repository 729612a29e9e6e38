import type { Outcome, Problem } from '../model/problem.ts';
import type { LockableVault } from '../session/ports.ts';
import type { Council } from './header.ts';
import type { KeptVault } from './kept-vault.ts';
import type { KeyShelf } from './key-shelf.ts';
import { openVault, type Surroundings, whereItCanRest } from './open-vault.ts';
import { deleteTrial } from './trial.ts';

/** The vault of real drafts, and what its council may be given. */
export interface RealVault extends LockableVault, KeptVault, KeyShelf {
  /** The council that can open this vault too, and the file with which it does; null for none. Works while locked. */
  council(): Promise<Outcome<Council | null>>;
}

/** Where drafts rest. */
export interface Vaults {
  readonly training: KeptVault;
  /** Encrypted; null where nothing can be, and `why` then says so. */
  readonly real: RealVault | null;
  /** `no-secure-context`: plain http, where a browser lends no cryptography. */
  readonly why: Problem | null;
}

/** Both vaults of this page. The training vault warns `trial-deleted` where the trial had left drafts. */
export async function openVaults(page: Surroundings = globalThis): Promise<Vaults> {
  const [training, real] = await Promise.all([openTrainingVault(page), openRealVault(page)]);
  return { training, real, why: real === null ? { code: 'no-secure-context', place: {} } : null };
}

/** The vault of training drafts, in plain text and with no passphrase. What the trial left is deleted beside it. */
export async function openTrainingVault(page: Surroundings = globalThis): Promise<KeptVault> {
  const vault = await openVault('training', page);
  // Not waited for: a tab that sleeps with the trial open would hold up the start.
  void deleteTrial(page).then((found) => {
    if (found) vault.tell({ code: 'trial-deleted', place: {} });
  });
  return vault;
}

/** The vault of real drafts, fetched when first asked for; null without a secure context. */
export async function openRealVault(page: Surroundings = globalThis): Promise<RealVault | null> {
  const [{ SealedVault }, { MemoryRealVault }] = await Promise.all([
    import('./sealed-vault.ts'),
    import('./memory-real-vault.ts'),
  ]);
  const isSecure = page.isSecureContext === true && page.crypto?.subtle !== undefined;
  if (!isSecure && page.location.protocol !== 'file:') return null;
  return whereItCanRest<RealVault>('real', page, {
    disk: (parts) => SealedVault.open(parts),
    memory: (why) => new MemoryRealVault('real', why),
  });
}
