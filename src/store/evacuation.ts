import type { Outcome } from '../model/problem.ts';
import { type Contents, contentsOf, fill, isEmpty, openedIn, restore } from './copied.ts';
import type { Database } from './db.ts';
import type { WriteRequest } from './durable.ts';
import { freshLog } from './fresh-log.ts';
import { within } from './patience.ts';
import { type Buckets, copiesOf, isStanding } from './second-place.ts';
import { StandingCopy } from './standing-copy.ts';

/** Reads from the database as long as that can be read. */
export type Reads = <T>(work: (db: Database) => Promise<T>) => Promise<Outcome<T>>;

export interface EvacuationParts {
  /** The database's name. */
  readonly name: string;
  readonly buckets: Buckets;
  /** How long the second place may take over one thing, in milliseconds. */
  readonly patience: number;
  readonly read: Reads;
  /** How far a draft had got by what any tab was told. */
  readonly toldOf?: ((id: string) => number) | undefined;
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
  /** The one that is kept up while the database is trusted. */
  readonly standing: StandingCopy;

  constructor(parts: EvacuationParts) {
    this.#parts = parts;
    this.standing = new StandingCopy(parts);
  }

  /** Has the browser begin a new log for the database itself, and looks after the standing copy once the page is there. */
  beginLog(): void {
    void freshLog(this.#parts.patience);
    setTimeout(() => void this.standing.catchUp(), 500);
  }

  /**
   * Whether a draft that `requests` found further did get there by what another tab was told is kept.
   *
   * Chromium that reopened a database on a full disk may find a state in it that nobody was told of, nor will keep, or one
   * that falls short of what somebody was told.
   */
  async isToldOf(requests: readonly WriteRequest[]): Promise<boolean> {
    const { toldOf, read } = this.#parts;
    const heads = requests.flatMap((request) => (request.to === 'head' && 'add' in request ? [request.add] : []));
    if (toldOf === undefined || heads[0] === undefined) return false;
    const { id, revision } = heads[0];
    for (let looks = 0; looks < 3; looks += 1) {
      if (looks > 0) await new Promise((resolve) => setTimeout(resolve, 200)); // it is noted right after the write has ended
      const head = await read((db) => db.getKeyFromIndex('head', 'id', id));
      if (!head.ok || head.value === undefined) return false;
      if (head.value[1] >= revision && head.value[1] === toldOf(id)) return true;
    }
    return false;
  }

  /** Puts back what copies hold and `db` does not, or holds an older state of. */
  async putBack(db: Database): Promise<void> {
    for (const copy of await this.#copies())
      try {
        const contents = await this.#in(copy, contentsOf);
        const isContained = await within(restore(db, contents), this.#parts.patience);
        if (isContained && !isStanding(copy)) this.#contained = [...this.#contained, copy];
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
    this.stop();
    await Promise.all([this.#running, this.standing.catchUp()]);
    for (const copy of await this.#copies()) await this.#remove(copy);
    return (await this.#copies()).length === 0;
  }

  /** Copies no more. */
  stop(): void {
    this.#stopped = true;
    this.standing.stop();
  }

  async #keepTrying(read: Reads): Promise<void> {
    let contents: Contents | null = null;
    while (!this.#stopped) {
      if (contents === null) {
        const found = await read(contentsOf); // once: nothing is written any more, and reading may need a new connection
        if (found.ok) contents = found.value;
      }
      if (contents !== null && (isEmpty(contents) || (await this.#copy(contents)))) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, this.#parts.pause ?? 250));
    }
  }

  async #copy(contents: Contents): Promise<boolean> {
    const copy = `${this.#parts.name}-copy-${crypto.randomUUID().slice(0, 8)}`;
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
    const db = await within(openedIn(bucket), patience);
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

function insistOnStorage(fault: unknown): void {
  if (!(fault instanceof DOMException) && !(fault instanceof TypeError)) throw fault;
}
