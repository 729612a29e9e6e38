import { unwrap, wrap } from 'idb';
import { expect, vi } from 'vitest';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { contentsOf, type Contents, openedIn } from './copied.ts';
import type { Database } from './db.ts';
import { commitsHere, pocket } from './in-storage.suite.ts';
import { MemoryBuckets } from './memory-buckets.suite.ts';
import { littleWork, passphrase } from './sealed.suite.ts';
import { SealedVault } from './sealed-vault.ts';
import { standingName } from './second-place.ts';
import { Sentinel } from './sentinel.ts';
import { Suspicion } from './suspicion.ts';

export const edit = answering('hopes', 'a slow return');
export const empty = emptyDraft('draft-1');
export const after = withEdits(empty, [edit]);

/** A browser with its storage and buckets, in which one page after another opens the vault. */
export function browser() {
  const buckets = new MemoryBuckets();
  const storage = pocket();
  const name = `homeward-test-${crypto.randomUUID()}`;
  const load = (): Promise<SealedVault> =>
    SealedVault.open({
      kind: 'training',
      name,
      patience: 2_000,
      commitsNow: commitsHere,
      sentinel: new Sentinel('training', storage),
      suspicion: new Suspicion(storage),
      buckets,
      work: littleWork,
      wait: () => Promise.resolve(),
      isHidden: () => page.isHidden,
      toldOf: (id) => new Sentinel('training', storage).known(id),
    });
  const page = { isHidden: false };
  const standing = async (): Promise<Contents | null> => {
    const factory = buckets.held.get(standingName(name));
    if (factory === undefined) return null;
    return read(await openedIn({ indexedDB: factory }));
  };
  const database = async (): Promise<Contents> => read((await wrap(indexedDB.open(name))) as unknown as Database);
  return { buckets, name, storage, load, page, standing, database };
}

async function read(db: Database): Promise<Contents> {
  const contents = await contentsOf(db);
  db.close();
  return contents;
}

/** Until the copy holds exactly what the database holds. */
export const inStep = ({ standing, database }: ReturnType<typeof browser>): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(await standing()).toEqual(await database());
    },
    { interval: 5 },
  );

export async function begun(where: ReturnType<typeof browser>): Promise<SealedVault> {
  const vault = await where.load();
  await vault.create(passphrase);
  await vault.append('draft-1', 0, [], empty);
  await inStep(where);
  return vault;
}

export async function opened(where: ReturnType<typeof browser>): Promise<SealedVault> {
  const vault = await where.load();
  expect((await vault.unlock({ passphrase })).ok).toBe(true);
  return vault;
}

/** Makes the drafts of the database called `name` those of `contents`. */
export async function set(name: string, contents: Contents): Promise<void> {
  const db = (await wrap(indexedDB.open(name))) as unknown as Database;
  const transaction = db.transaction(['head', 'journal', 'snapshot'], 'readwrite');
  for (const store of ['head', 'journal', 'snapshot'] as const) {
    const raw = unwrap(transaction).objectStore(store);
    raw.clear();
    for (const record of contents[store]) raw.put(record);
  }
  await transaction.done;
  db.close();
}
