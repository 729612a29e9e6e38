import { type IDBPDatabase, unwrap, wrap } from 'idb';
import type { Outcome } from '../model/problem.ts';
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
import { freshLog } from './fresh-log.ts';
import { headerAmong, type VaultHeader } from './header.ts';
import { migrations } from './migrations/migrations.ts';
import { within } from './patience.ts';
import { type Buckets, copiesOf, copyName } from './second-place.ts';
import type { SigningKeyRecord } from './signing-keys.ts';

const stores: readonly StoreName[] = ['head', 'journal', 'snapshot', 'blob', 'quarantine', 'meta', 'dek'];

/** Every record of a database by its store, as it rests: what is encrypted stays so. */
interface Contents {
  readonly head: readonly HeadRecord[];
  readonly journal: readonly PieceRecord[];
  readonly snapshot: readonly PieceRecord[];
  readonly blob: readonly BlobRecord[];
  readonly quarantine: readonly QuarantineRecord[];
  readonly meta: readonly (VaultHeader | SigningKeyRecord)[];
  readonly dek: readonly KeyRecord[];
}

/** Reads from the database as long as that can be read. */
type Reads = (work: (db: Database) => Promise<Contents>) => Promise<Outcome<Contents>>;

export interface EvacuationParts {
  /** The database's name. */
  readonly name: string;
  readonly buckets: Buckets;
  /** How long the second place may take over one thing, in milliseconds. */
  readonly patience: number;
  /** How long to wait for room before the next try. */
  readonly pause?: number;
}

/**
 * Copies of a database that is no longer trusted, each in a storage bucket of its own, and the way back.
 *
 * A bucket's files are apart from the ones that failed. One in which anything failed is thrown away: the next try has
 * a new one.
 */
export class Evacuation {
  readonly #parts: EvacuationParts;
  /** What rests in these is in the database too. */
  #contained: readonly string[] = [];
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: EvacuationParts) {
    this.#parts = parts;
  }

  /** Puts back what copies hold and `db` does not, or holds an older state of. */
  async putBack(db: Database): Promise<void> {
    for (const copy of await this.#copies())
      try {
        const contents = await this.#in(copy, contentsOf);
        if (await within(restore(db, contents), this.#parts.patience)) this.#contained = [...this.#contained, copy];
      } catch (fault) {
        insistOnStorage(fault); // the copy stays where it is, for the next start
      }
  }

  /** Ends the copies whose contents are in the database: it is trusted. */
  async letGo(): Promise<void> {
    for (const copy of this.#contained) await this.#remove(copy);
    this.#contained = [];
  }

  /** Copies what is read, trying again until it is done; then earlier copies go. */
  start(read: Reads): void {
    this.#running = this.#keepTrying(read);
  }

  /** Copies no more, and removes every copy; whether none is left. */
  async removeAll(): Promise<boolean> {
    this.#stopped = true;
    await this.#running;
    for (const copy of await this.#copies()) await this.#remove(copy);
    return (await this.#copies()).length === 0;
  }

  /** Copies no more. */
  stop(): void {
    this.#stopped = true;
  }

  async #keepTrying(read: Reads): Promise<void> {
    let contents: Contents | null = null;
    while (!this.#stopped) {
      // As soon as there is room: a browser that is closed now writes on behind what a full disk left of its log.
      await freshLog(Math.min(this.#parts.patience, 1_000)); // on a full disk this may never end
      if (contents === null) {
        const found = await read(contentsOf); // once: nothing is written any more, and reading may need a new connection
        if (found.ok) contents = found.value;
      }
      if (contents !== null && (isEmpty(contents) || (await this.#copy(contents)))) return;
      await new Promise((resolve) => setTimeout(resolve, this.#parts.pause ?? 250));
    }
  }

  async #copy(contents: Contents): Promise<boolean> {
    const copy = copyName(this.#parts.name);
    try {
      await this.#in(copy, (db) => fill(db, contents));
    } catch (fault) {
      insistOnStorage(fault);
      await this.#remove(copy);
      return false;
    }
    await this.letGo();
    return true;
  }

  #copies(): Promise<readonly string[]> {
    return copiesOf(this.#parts.name, this.#parts.buckets);
  }

  async #in<T>(copy: string, work: (db: Database) => Promise<T>): Promise<T> {
    const { buckets, patience } = this.#parts;
    const bucket = await within(buckets.open(copy, { durability: 'strict' }), patience);
    const db = await within(openedIn(bucket.indexedDB), patience);
    try {
      return await within(work(db), patience);
    } finally {
      db.close();
    }
  }

  async #remove(copy: string): Promise<void> {
    try {
      await within(this.#parts.buckets.delete(copy), this.#parts.patience);
    } catch (fault) {
      insistOnStorage(fault); // found again at the next start, and removed then
    }
  }
}

/** All that rests in `db`, read in one transaction. */
async function contentsOf(db: Database): Promise<Contents> {
  const transaction = db.transaction(stores, 'readonly');
  const read = stores.map(async (store) => [store, await transaction.objectStore(store).getAll()] as const);
  const contents = Object.fromEntries(await Promise.all(read));
  await transaction.done;
  return contents as unknown as Contents; // each store's records under its name
}

/** Whether all of `contents` is in `db` now, put there whole or not at all. False where they are another vault's. */
async function restore(db: Database, contents: Contents): Promise<boolean> {
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
function isOlder(known: number | undefined, revision: number): boolean {
  return known === undefined || (known > 0 && known < revision);
}

async function fill(db: Database, contents: Contents): Promise<void> {
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const raw = unwrap(transaction);
  for (const store of stores) for (const record of contents[store]) raw.objectStore(store).put(record);
  await transaction.done;
}

function isEmpty({ head, meta }: Contents): boolean {
  return head.length === 0 && meta.length === 0;
}

async function openedIn(factory: IDBFactory): Promise<Database> {
  const request = factory.open('copy', migrations.length);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (request.transaction === null) return;
    for (const { to, up } of migrations) if (to > oldVersion) up(request.result, request.transaction);
  });
  return (await wrap(request)) as unknown as IDBPDatabase<VaultSchema>; // as the migrations made it
}

function insistOnStorage(fault: unknown): void {
  if (!(fault instanceof DOMException) && !(fault instanceof TypeError)) throw fault;
}
