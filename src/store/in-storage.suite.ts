import type { Vault } from '../session/ports.ts';
import { type CommitsNow, commitsNow } from './commit.ts';
import { plainSeal, type Seal } from './envelope.ts';
import { breakStorage } from './faults.suite.ts';
import type { Buckets } from './second-place.ts';
import { Sentinel, type SentinelStorage } from './sentinel.ts';
import { Suspicion } from './suspicion.ts';
import { DiskVault } from './vault.ts';

const names = new WeakMap<Vault, string>();

/** As this browser bears it; the imitation in Node bears it always. */
export const commitsHere: CommitsNow = 'document' in globalThis ? commitsNow(globalThis) : () => true;

export interface StorageChoice {
  readonly name?: string;
  readonly patience?: number;
  readonly seal?: Seal;
  readonly storage?: SentinelStorage | null;
  readonly buckets?: Buckets | null;
}

/** A vault for training drafts in a database of its own, or in the one called `name`. */
export async function inStorage(choice: StorageChoice = {}): Promise<DiskVault> {
  const name = choice.name ?? `homeward-training-test-${crypto.randomUUID()}`;
  const { seal = plainSeal, patience = 2_000, storage = null } = choice;
  const sentinel = new Sentinel('training', storage);
  const suspicion = new Suspicion(storage);
  const parts = { name, patience, commitsNow: commitsHere, suspicion };
  const vault = await DiskVault.open({ kind: 'training', seal, sentinel, ...parts });
  names.set(vault, name);
  return vault;
}

/** The name of the database behind a vault of `inStorage`. */
export function nameOfDatabase(vault: Vault): string {
  const name = names.get(vault);
  if (name === undefined) throw new Error('This vault was not made by inStorage.');
  return name;
}

/** A second vault on the same database, as a page that is loaded again has it. The first stays open. */
export function again(vault: Vault, choice: StorageChoice = {}): Promise<DiskVault> {
  return inStorage({ ...choice, name: nameOfDatabase(vault) });
}

/** Runs `work` while the requests from index `from` to `to` of its writes go wrong; how many requests there were. */
export async function broken(
  from: number,
  to: number,
  how: 'abort' | 'throw',
  work: () => Promise<void>,
): Promise<number> {
  const storage = breakStorage((index) => (index >= from && index <= to ? how : null));
  try {
    await work();
    return storage.requests;
  } finally {
    storage.mend();
  }
}

/** A place for the sentinel that lives as long as the test. */
export function pocket(
  start: Readonly<Record<string, string>> = {},
): SentinelStorage & { readonly held: Map<string, string> } {
  const held = new Map(Object.entries(start));
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      held.set(key, value);
    },
  };
}
