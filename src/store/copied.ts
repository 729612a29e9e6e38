import { type IDBPDatabase, unwrap, wrap } from 'idb';
import {
  type BlobRecord,
  type Database,
  type HeadRecord,
  keysOf,
  type PieceRecord,
  type QuarantineRecord,
  type StoreName,
  type VaultSchema,
} from './db.ts';
import type { KeyRecord } from './envelope.ts';
import { headerAmong, type VaultHeader } from './header.ts';
import { migrations } from './migrations/migrations.ts';
import type { Bucket } from './second-place.ts';
import type { SigningKeyRecord } from './signing-keys.ts';

const stores: readonly StoreName[] = ['head', 'journal', 'snapshot', 'blob', 'quarantine', 'meta', 'dek'];

/** Every record of a database by its store, as it rests: what is encrypted stays so. */
export interface Contents {
  readonly head: readonly HeadRecord[];
  readonly journal: readonly PieceRecord[];
  readonly snapshot: readonly PieceRecord[];
  readonly blob: readonly BlobRecord[];
  readonly quarantine: readonly QuarantineRecord[];
  readonly meta: readonly (VaultHeader | SigningKeyRecord)[];
  readonly dek: readonly KeyRecord[];
}

/** All that rests in `db`, read in one transaction. */
export async function contentsOf(db: Database): Promise<Contents> {
  const transaction = db.transaction(stores, 'readonly');
  const read = stores.map(async (store) => [store, await transaction.objectStore(store).getAll()] as const);
  const contents = Object.fromEntries(await Promise.all(read));
  await transaction.done;
  return contents as unknown as Contents; // each store's records under its name
}

/** Whether all of `contents` is in `db` now, put there whole or not at all. False where they are another vault's. */
export async function restore(db: Database, contents: Contents): Promise<boolean> {
  if (isEmpty(contents)) return true;
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const [heads, meta] = await Promise.all([
    transaction.objectStore('head').getAll(),
    transaction.objectStore('meta').getAll(),
  ]);
  const header = headerAmong(meta);
  const copied = headerAmong(contents.meta);
  const isAnothers = header !== null && header.vault !== copied?.vault;
  if (!isAnothers) {
    const raw = unwrap(transaction);
    const resting = new Set(meta.map(({ key }) => key));
    for (const record of contents.meta) if (!resting.has(record.key)) raw.objectStore('meta').put(record);
    const known = new Map(heads.map((head) => [head.id, head.revision]));
    const lost = new Set(
      contents.head.filter(({ id, revision }) => isOlder(known.get(id), revision)).map(({ id }) => id),
    );
    for (const id of lost) {
      for (const store of ['head', 'journal', 'snapshot', 'blob'] as const) raw.objectStore(store).delete(keysOf(id));
      raw.objectStore('dek').delete(id);
    }
    for (const store of ['head', 'journal', 'snapshot', 'blob', 'dek', 'quarantine'] as const)
      for (const record of contents[store]) if (lost.has(record.id)) raw.objectStore(store).put(record);
  }
  await transaction.done;
  return !isAnothers;
}

/** Whether what is known falls short of `revision`. A draft that was removed here stays removed. */
export function isOlder(known: number | undefined, revision: number): boolean {
  return known === undefined || (known > 0 && known < revision);
}

/** Puts all of `contents` into `db`, whole or not at all. */
export async function fill(db: Database, contents: Contents): Promise<void> {
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const raw = unwrap(transaction);
  for (const store of stores) for (const record of contents[store]) raw.objectStore(store).put(record);
  await transaction.done;
}

/** Whether there is neither a vault nor a draft among `contents`. */
export function isEmpty({ head, meta }: Contents): boolean {
  return head.length === 0 && meta.length === 0;
}

/**
 * The bucket of each database while that is open. Once Chromium has collected a bucket that nothing refers to any more,
 * no transaction in it ever ends, though none fails.
 */
const bucketOf = new WeakMap<Database, Bucket>();

/** The database of a copy, in the storage of its bucket. */
export async function openedIn(bucket: Bucket): Promise<Database> {
  const request = bucket.indexedDB.open('copy', migrations.length);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (request.transaction === null) return;
    for (const { to, up } of migrations) if (to > oldVersion) up(request.result, request.transaction);
  });
  const db = (await wrap(request)) as unknown as IDBPDatabase<VaultSchema>; // as the migrations made it
  bucketOf.set(db, bucket);
  return db;
}

/** What shows whether two databases hold the same. */
export interface Outline {
  readonly heads: ReadonlyMap<string, number>;
  /** The files of each draft that has any. */
  readonly blobs: ReadonlyMap<string, string>;
  /** What lies aside. */
  readonly aside: string;
  readonly meta: Contents['meta'];
}

export async function outlineOf(db: Database): Promise<Outline> {
  const transaction = db.transaction(['head', 'blob', 'quarantine', 'meta'], 'readonly');
  const [heads, files, aside, meta] = await Promise.all([
    transaction.objectStore('head').getAllKeys(),
    transaction.objectStore('blob').getAllKeys(),
    transaction.objectStore('quarantine').getAllKeys(),
    transaction.objectStore('meta').getAll(),
  ]);
  await transaction.done;
  const blobs = new Map<string, string>();
  for (const [id, sha256] of files) blobs.set(id, `${blobs.get(id) ?? ''} ${sha256}`);
  return { heads: new Map(heads), blobs, aside: aside.join(' '), meta };
}

const ofOneDraft = ['head', 'journal', 'snapshot', 'blob', 'dek'] as const;

/** Everything of one draft but what lies aside. */
export type Rested = Pick<Contents, (typeof ofOneDraft)[number]>;

export async function restedOf(db: Database, id: string): Promise<Rested> {
  const transaction = db.transaction(ofOneDraft, 'readonly');
  const [head, journal, snapshot, blob, dek] = await Promise.all([
    transaction.objectStore('head').getAll(keysOf(id)),
    transaction.objectStore('journal').getAll(keysOf(id)),
    transaction.objectStore('snapshot').getAll(keysOf(id)),
    transaction.objectStore('blob').getAll(keysOf(id)),
    transaction.objectStore('dek').getAll(id),
  ]);
  await transaction.done;
  return { head, journal, snapshot, blob, dek };
}

/** Makes what `db` holds of draft `id` what is `rested`, unless it holds a later state. */
export async function replace(db: Database, id: string, rested: Rested): Promise<void> {
  const transaction = db.transaction(ofOneDraft, 'readwrite', { durability: 'strict' });
  const raw = unwrap(transaction);
  const known = (await transaction.objectStore('head').index('id').getKey(id))?.[1] ?? -1;
  const revision = rested.head[0]?.revision ?? -1;
  if (revision === 0 || revision >= known) {
    raw.objectStore('dek').delete(id);
    for (const store of ['head', 'journal', 'snapshot', 'blob'] as const) raw.objectStore(store).delete(keysOf(id));
    for (const store of ofOneDraft) for (const record of rested[store]) raw.objectStore(store).put(record);
  }
  await transaction.done;
}

/** What lies aside, by the number it has there. */
type Aside = ReadonlyMap<number, QuarantineRecord>;

export async function asideIn(db: Database): Promise<Aside> {
  const transaction = db.transaction('quarantine', 'readonly');
  const [keys, records] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  await transaction.done;
  return new Map(keys.flatMap((key, index) => (records[index] ? [[key, records[index]]] : [])));
}

export async function replaceAside(db: Database, aside: Aside): Promise<void> {
  const transaction = db.transaction('quarantine', 'readwrite', { durability: 'strict' });
  const raw = unwrap(transaction).objectStore('quarantine');
  raw.clear();
  for (const [key, record] of aside) raw.put(record, key);
  await transaction.done;
}

export async function putMeta(db: Database, meta: Contents['meta']): Promise<void> {
  const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
  for (const record of meta) unwrap(transaction).objectStore('meta').put(record);
  await transaction.done;
}
