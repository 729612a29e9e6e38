import type { Vault } from '../session/ports.ts';
import { commitsHere, type StorageChoice } from './in-storage.suite.ts';
import type { KdfParameters } from './kdf.ts';
import { SealedVault } from './sealed-vault.ts';
import { Sentinel } from './sentinel.ts';

export const passphrase = 'lantern orchard pebble cloud nine';

/** So little that a test does not wait for it; the real vault believes no header that says so. */
export const littleWork: KdfParameters = { memory: 8, passes: 1 };

const made = new WeakMap<Vault, StorageChoice>();

/** An encrypted vault in a database of its own, or in the one called `name`, as a page finds it. */
export async function closedVault(choice: StorageChoice = {}): Promise<SealedVault> {
  const {
    name = `homeward-sealed-test-${crypto.randomUUID()}`,
    patience = 2_000,
    storage = null,
    buckets = null,
  } = choice;
  const vault = await SealedVault.open({
    kind: 'training', // as the contract's drafts are
    name,
    patience,
    commitsNow: commitsHere,
    buckets,
    sentinel: new Sentinel('training', storage),
    work: littleWork,
    wait: () => Promise.resolve(),
  });
  made.set(vault, { ...choice, name });
  return vault;
}

/** A vault that has just been made, and is open. */
export async function openedVault(choice: StorageChoice = {}): Promise<SealedVault> {
  const vault = await closedVault(choice);
  const sheet = await vault.create(passphrase);
  if (!sheet.ok) throw new Error(sheet.problems[0].code);
  return vault;
}

/** The same storage as a page that is loaded again has it, locked. */
export function found(vault: Vault, choice: StorageChoice = {}): Promise<SealedVault> {
  return closedVault({ ...made.get(vault), ...choice });
}

/** The same, unlocked. */
export async function foundOpen(vault: Vault, choice: StorageChoice = {}): Promise<SealedVault> {
  const again = await found(vault, choice);
  const opened = await again.unlock({ passphrase });
  if (!opened.ok) throw new Error(opened.problems[0].code);
  return again;
}

/** The name of the database behind a vault of this file. */
export function nameOfSealed(vault: Vault): string {
  const name = made.get(vault)?.name;
  if (name === undefined) throw new Error('This vault was not made here.');
  return name;
}
