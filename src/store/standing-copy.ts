import type { Outcome, Problem } from '../model/problem.ts';
import {
  asideIn,
  contentsOf,
  isOlder,
  openedIn,
  outlineOf,
  putMeta,
  replace,
  replaceAside,
  restedOf,
  restore,
} from './copied.ts';
import type { Database } from './db.ts';
import { durably, type WriteRequest } from './durable.ts';
import { freshLog } from './fresh-log.ts';
import { headerAmong } from './header.ts';
import { within } from './patience.ts';
import { type Buckets, standingName } from './second-place.ts';

export interface StandingParts {
  /** The database's name. */
  readonly name: string;
  readonly buckets: Buckets;
  readonly patience: number;
  /** Reads from the database itself, or changes it where something is put back. */
  readonly read: <T>(work: (db: Database) => Promise<T>) => Promise<Outcome<T>>;
}

/**
 * A second copy of a database that is trusted, in a storage bucket of its own, led along with each write.
 *
 * A full disk leaves half a record at the end of the log that was being written, behind which Chromium loses all that the
 * log belongs to. Of two logs that are never written to at once, one is whole.
 */
export class StandingCopy {
  readonly #parts: StandingParts;
  #db: Database | null = null;
  /** Whether it holds what the database holds, but for writes that are being led along. */
  #isInStep = false;
  /** Whether it is so close that writers can wait for it. */
  #isClose = false;
  /** Whether this page was the first to make it. */
  #isNew = false;
  /** Something was written that it was not told of. */
  #isBehind = false;
  #catching: Promise<Problem | null> | null = null;
  #stopped = false;

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  /**
   * Does what was done to the database. Why it could not, where it had been in step until then; never waits for more.
   *
   * What was typed is flushed by the system in its own time, unless `isDoubtful` says that the database may not have it: a
   * power cut leaves that one whole, a full disk refuses an unflushed write too, and a second flush would double what
   * each save waits for.
   */
  async follow(requests: readonly WriteRequest[], isDoubtful: boolean): Promise<Problem | null> {
    if (this.#stopped) return null;
    if (!this.#isInStep) {
      this.#isBehind = true;
      const caughtUp = this.catchUp();
      return this.#isClose ? caughtUp : null;
    }
    const { patience } = this.#parts;
    // What lies aside is numbered by each database for itself.
    const isNumbered = requests.some(({ to }) => to === 'quarantine');
    // A key that was removed or locked anew must not come back out of a copy.
    const isAboutKeys = requests.some(({ to }) => to === 'dek' || to === 'meta');
    const durability = isDoubtful || isAboutKeys ? 'strict' : 'relaxed';
    const fault =
      this.#db && !isNumbered ? await durably(this.#db, requests, { patience, commit: true, durability }) : lost;
    if (fault === null || this.#hasStopped()) return null;
    if (!['ConstraintError', 'TimeoutError', lost.name].includes(fault.name)) return notSaved(fault.name);
    // Another tab's copy of its own write came first, the browser closed it, or the computer slept meanwhile.
    this.rest();
    return this.catchUp();
  }

  /** Brings it in step; why that failed, where storage did. */
  catchUp(): Promise<Problem | null> {
    this.#catching ??= this.#caughtUp().finally(() => {
      this.#catching = null;
    });
    return this.#catching;
  }

  /** Whether nothing is in it that is not in the database. */
  async agrees(): Promise<boolean> {
    if (!this.#isInStep) await this.catchUp();
    return this.#isInStep || !(await this.#exists());
  }

  /** What `work` reads in it; null where there is none, or it cannot be read. */
  async read<T>(work: (db: Database) => Promise<T>): Promise<T | null> {
    try {
      if (this.#stopped || !(await this.#exists())) return null;
      return await within(work(await this.#opened()), this.#parts.patience);
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      return null;
    }
  }

  /** Closes it until there is something to lead along. */
  rest(): void {
    this.#isInStep = false;
    this.#db?.close();
    this.#db = null;
  }

  /** Closes it for good. */
  stop(): void {
    this.#stopped = true;
    this.rest();
  }

  async #caughtUp(): Promise<Problem | null> {
    try {
      while (!this.#hasStopped() && !this.#isInStep) {
        this.#isBehind = false;
        if (!(await this.#compared())) return null;
        this.#isClose = true;
        this.#isInStep = !this.#isBehind;
      }
      return null;
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      this.rest();
      if (this.#hasStopped()) return null;
      if (this.#isClose) return notSaved(fault.name);
      // It never stood in this page: from now on as where there are no buckets. What it takes is better left free.
      this.stop();
      if (this.#isNew) await this.#remove();
      return null;
    }
  }

  /** One comparison of both, and what follows from it; false where there is nothing to copy or to copy to. */
  async #compared(): Promise<boolean> {
    const { read, patience } = this.#parts;
    if (!(await this.#exists())) {
      const first = await read(outlineOf);
      if (!first.ok || (first.value.heads.size === 0 && first.value.meta.length === 0)) return false;
      this.#isNew = true;
    }
    if (this.#stopped) return false;
    const db = await this.#opened();
    // The copy first: what then seems to be further in it, is.
    const copied = await within(outlineOf(db), patience);
    const found = await read(outlineOf);
    if (!found.ok) return false;
    const { heads, blobs, aside, meta } = found.value;
    const vault = headerAmong(copied.meta)?.vault;
    const isAnothers = vault !== undefined && headerAmong(meta) !== null && headerAmong(meta)?.vault !== vault;
    if (isAnothers) this.stop();
    if (this.#hasStopped()) return false;

    // A database without drafts may have been wiped; one with drafts has lost what opens them.
    const isShut = vault !== undefined && headerAmong(meta) === null && heads.size > 0;
    if (isShut || [...copied.heads].some(([id, revision]) => isOlder(heads.get(id), revision)))
      await read(async (into) => restore(into, await contentsOf(db)));
    for (const [id, revision] of heads) {
      const known = copied.heads.get(id);
      const isAhead = revision === 0 ? known !== 0 : isOlder(known, revision);
      if (isAhead || blobs.get(id) !== copied.blobs.get(id)) await this.#copy(db, id);
    }
    if (aside !== copied.aside) await this.#copyAside(db);
    await within(putMeta(db, meta), patience);
    return true;
  }

  async #copy(db: Database, id: string): Promise<void> {
    const { read, patience } = this.#parts;
    const rested = await read((from) => restedOf(from, id));
    if (rested.ok && !this.#stopped) await within(replace(db, id, rested.value), patience);
  }

  async #copyAside(db: Database): Promise<void> {
    const { read, patience } = this.#parts;
    const aside = await read(asideIn);
    if (aside.ok) await within(replaceAside(db, aside.value), patience);
  }

  async #opened(): Promise<Database> {
    if (this.#db !== null) return this.#db;
    const { name, buckets, patience } = this.#parts;
    const bucket = await within(buckets.open(standingName(name), { durability: 'strict' }), patience);
    const db = await within(openedIn(bucket), patience);
    // A newer version waits in another tab, or the browser takes it away.
    db.addEventListener('versionchange', () => {
      this.stop();
    });
    db.addEventListener('close', () => {
      if (this.#db === db) this.#db = null;
    });
    this.#db = db;
    await freshLog(patience, bucket.indexedDB);
    return db;
  }

  async #remove(): Promise<void> {
    const { name, buckets, patience } = this.#parts;
    try {
      await within(buckets.delete(standingName(name)), patience);
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault; // empty or half of one: the next page goes on with it
    }
  }

  async #exists(): Promise<boolean> {
    return (await within(this.#parts.buckets.keys(), this.#parts.patience)).includes(standingName(this.#parts.name));
  }

  /** Asked anew after something was waited for. */
  #hasStopped(): boolean {
    return this.#stopped;
  }
}

const lost = { name: 'InvalidStateError' };

function notSaved(detail: string): Problem {
  return { code: 'not-saved', place: {}, detail };
}
