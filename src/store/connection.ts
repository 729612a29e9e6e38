import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { CommitsNow } from './commit.ts';
import { type Database, openDatabase } from './db.ts';
import { durably, type Fault, type WriteRequest } from './durable.ts';
import type { Evacuation } from './evacuation.ts';
import { within } from './patience.ts';
import { type Buckets, copiesOf, isStanding } from './second-place.ts';
import type { Suspicion } from './suspicion.ts';

/** How often a lost connection is opened again before storage counts as broken. */
const reopenings = 3;

const lost: Fault = { name: 'InvalidStateError', noSpace: false };

export interface ConnectionParts {
  /** The database's name. */
  readonly name: string;
  /** How long opening, or one transaction, may take, in milliseconds. */
  readonly patience: number;
  readonly commitsNow: CommitsNow;
  /** What remembers a failed write beyond the page. */
  readonly suspicion?: Suspicion | null;
  /** Where copies can rest once the database is not trusted. */
  readonly buckets?: Buckets | null;
  /** Whether the page may go away at any moment. */
  readonly isHidden?: () => boolean;
  /** How far a draft had got by what any tab was told. */
  readonly toldOf?: ((id: string) => number) | undefined;
}

/**
 * One database, kept open so that a write can begin without waiting, and the judgement whether it is still trusted.
 *
 * Fires `closing` at the last moment a write can begin before it closes for good, and `change` when `refusal` is set.
 */
export class Connection extends EventTarget {
  readonly #name: string;
  readonly #patience: number;
  readonly #commitsNow: CommitsNow;
  readonly #suspicion: Suspicion | null;
  readonly #buckets: Buckets | null;
  readonly #isHidden: () => boolean;
  readonly #toldOf: ConnectionParts['toldOf'];
  #evacuation: Promise<Evacuation | null> | null = null;
  /** The standing copy is being led along. */
  #following: Promise<Problem | null> | null = null;
  /** End the waiting for the copy. */
  readonly #hurries = new Set<() => void>();
  /** A write failed and another came through: behind what the first left of the log, only what the copy has too counts. */
  #isDoubtful = false;
  #db: Database | null = null;
  #reopened = 0;
  #reopening: Promise<boolean> | null = null;
  #refusal: Problem | null = null;
  #thrownAway = false;
  #resting = false;
  #waking: Promise<void> | null = null;

  private constructor(parts: ConnectionParts) {
    const { name, patience, commitsNow, suspicion = null, buckets = null, isHidden = () => false, toldOf } = parts;
    super();
    this.#name = name;
    this.#patience = patience;
    this.#commitsNow = commitsNow;
    this.#suspicion = suspicion;
    this.#buckets = buckets;
    this.#isHidden = isHidden;
    this.#toldOf = toldOf;
    // Held from before: read only, until somebody says that the browser was started again.
    if (suspicion?.holds) this.#refusal = { code: 'not-saved', place: {}, detail: 'suspect' };
  }

  /** An open connection. Rejects as `openDatabase` does. */
  static async open(parts: ConnectionParts): Promise<Connection> {
    const connection = new Connection(parts);
    const isFresh = await connection.#open();
    connection.#beginLog();
    await connection.#compareWithCopies(isFresh || (await connection.#isEmpty()));
    return connection;
  }

  /** Why nothing is written any more, until the page is loaded again. */
  get refusal(): Problem | null {
    return this.#refusal;
  }

  /** Whether the browser said that it threw a damaged database away when this was opened. */
  get thrownAway(): boolean {
    return this.#thrownAway;
  }

  /** Somebody says that the browser was started again: believed from the next loading of the page on. */
  trustAgain(): void {
    this.#suspicion?.letGo();
  }

  /**
   * Null once `requests` are on the disk, and the standing copy has them too, if it has them in time; otherwise `conflict`,
   * `not-saved`, `newer-than-program` or `drafts-gone`.
   */
  async write(requests: readonly WriteRequest[]): Promise<Problem | null> {
    for (let mayReopen = true; ; mayReopen = false) {
      // Not even a moment where there is nothing to wait for: the write must begin while the page goes away.
      if (this.#following !== null && !this.#isHidden()) await this.#untilCopied(this.#following);
      if (this.#refusal !== null) return this.#refusal;
      // Another tab may have met the full disk: what this one is told is kept would be lost all the same.
      if (this.#suspicion?.holds === true) return this.#refuse({ code: 'not-saved', place: {}, detail: 'suspect' });
      if (this.#resting) await this.#wake();
      const db = this.#db;
      const fault = db === null ? lost : await this.#durably(db, requests);
      if (fault === null) {
        if (!mayReopen) this.#beginLog();
        this.#isDoubtful ||= !mayReopen;
        // Behind half a record of Chromium's own housekeeping a write comes through, and is gone at the next start.
        const copied = this.#follow(requests);
        return this.#isDoubtful ? copied : this.#untilCopied(copied);
      }
      const notSaved: Problem = { code: 'not-saved', place: {}, detail: fault.name };
      if (fault.name === 'ConstraintError') {
        const isReal =
          mayReopen || this.#buckets === null || (await (await this.#evacuate(this.#buckets))?.isToldOf(requests));
        if (isReal !== true) return this.#refuse(notSaved);
        this.#isDoubtful ||= !mayReopen;
        return { code: 'conflict', place: {} };
      }
      // A clean refusal: what was there stays, and writing works again once there is room. Not so in Chromium, which
      // says this of a full disk as well; and it alone has buckets.
      if (fault.name === 'QuotaExceededError') return this.#buckets === null ? notSaved : this.#refuse(notSaved);
      // Writes that Chromium acknowledged after a full disk were gone at its next start, so no second try then.
      if (fault.noSpace || !mayReopen || !(await this.#reopen(db))) return this.#refuse(notSaved);
    }
  }

  /** What `work` reads, or `not-read`. Reads go on where writing is refused, so that drafts can be taken out. */
  async read<T>(work: (db: Database) => Promise<T>): Promise<Outcome<T>> {
    for (let mayReopen = true; ; mayReopen = false) {
      if (this.#resting) await this.#wake();
      const db = this.#db;
      let name = lost.name;
      try {
        if (db !== null) return { ok: true, value: await within(work(db), this.#patience) };
      } catch (fault) {
        if (!(fault instanceof DOMException)) throw fault;
        name = fault.name;
      }
      if (!mayReopen || !(await this.#reopen(db))) return problem('not-read', {}, name);
    }
  }

  close(): void {
    this.#letGo();
    void this.#evacuation?.then((evacuation) => evacuation?.stop());
  }

  /** Whether the standing copy holds nothing any more that is gone from here. */
  async isCopyInStep(): Promise<boolean> {
    if (this.#buckets === null) return true;
    await this.#following;
    return (await (await this.#evacuate(this.#buckets))?.standing.agrees()) ?? false;
  }

  /** What `work` reads in the standing copy; null where there is none, or it cannot be read. */
  async readCopy<T>(work: (db: Database) => Promise<T>): Promise<T | null> {
    if (this.#buckets === null) return null;
    return (await (await this.#evacuate(this.#buckets))?.standing.read(work)) ?? null;
  }

  /** Removes what was copied away from here, for good; whether nothing of it is left. */
  async removeCopies(): Promise<boolean> {
    if (this.#buckets === null) return true;
    return (await (await this.#evacuate(this.#buckets))?.removeAll()) ?? false;
  }

  /** The page may go away at any moment: what waits for the copy waits no longer, so that what comes next can begin. */
  hurry(): void {
    for (const end of this.#hurries) end();
  }

  /**
   * Closes until something is asked of it again, which opens it at no cost to its budget.
   *
   * For a page that is put aside whole: with an open connection it would keep a newer version waiting. What was begun
   * still ends.
   */
  rest(): void {
    this.#letGo();
    this.#resting = true;
    void this.#evacuation?.then((evacuation) => evacuation?.standing.rest());
  }

  #durably(db: Database, requests: readonly WriteRequest[]): Promise<Fault | null> {
    return durably(db, requests, { patience: this.#patience, commit: this.#commitsNow() });
  }

  /** Whether there is a new connection instead of `failed`. Retrying on the old one never helps. */
  #reopen(failed: Database | null): Promise<boolean> {
    if (this.#db !== failed) return Promise.resolve(this.#db !== null); // another write has just done it
    this.#reopening ??= this.#openAgain().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #openAgain(): Promise<boolean> {
    if (this.#reopened === reopenings) return false;
    this.#reopened += 1;
    this.#letGo();
    try {
      if (await this.#open()) this.#refuse({ code: 'drafts-gone', place: {} });
      return true;
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      if (fault.name === 'VersionError') this.#refuse({ code: 'newer-than-program', place: {} });
      return false;
    }
  }

  /** Opens again after a rest. Where that fails, it is a lost connection like any other. */
  #wake(): Promise<void> {
    this.#waking ??= this.#open()
      .then((fresh) => {
        this.#beginLog();
        if (fresh) this.#refuse({ code: 'drafts-gone', place: {} });
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof DOMException)) throw fault;
      })
      .finally(() => {
        this.#resting = false;
        this.#waking = null;
      });
    return this.#waking;
  }

  /**
   * Not waited for: only what is written later is at stake. Never where a write has just failed: on a full disk this
   * is one more write that does not end, and what comes behind it costs everything.
   */
  #beginLog(): void {
    if (this.#buckets !== null && this.#refusal === null)
      void this.#evacuate(this.#buckets).then((evacuation) => evacuation?.beginLog());
  }

  /** Whether the database had to be made. */
  async #open(): Promise<boolean> {
    let mine: Database | null = null;
    const { db, fresh, thrownAway } = await openDatabase(
      this.#name,
      {
        asked: (version) => {
          this.dispatchEvent(new Event('closing'));
          this.#refuse({ code: version === null ? 'drafts-gone' : 'newer-than-program', place: {} });
          this.close();
        },
        ended: () => {
          if (this.#db === mine) this.#letGo(); // the news may come when there is a new connection already
        },
      },
      this.#patience,
    );
    mine = db;
    this.#db = db;
    this.#thrownAway ||= thrownAway;
    return fresh;
  }

  #letGo(): void {
    this.#db?.close();
    this.#db = null;
  }

  /** Whether nothing rests in it, as after an earlier page found it gone, made it anew and ended before it got it back. */
  async #isEmpty(): Promise<boolean> {
    if (this.#buckets === null) return false;
    const found = await this.read(async (db) => Promise.all([db.count('head'), db.count('meta')]));
    return found.ok && found.value.every((count) => count === 0);
  }

  /** What copies hold comes back where it is missing; those of a failure go once this database is trusted. */
  async #compareWithCopies(isBare: boolean): Promise<void> {
    if (this.#buckets === null || this.#db === null) return;
    const copies = await copiesOf(this.#name, this.#buckets);
    // The standing copy is compared later, unless everything may have to come from it.
    const isUrgent = copies.some((copy) => isBare || !isStanding(copy));
    if (this.#refusal === null && !isUrgent) return;
    const evacuation = await this.#evacuate(this.#buckets);
    await evacuation?.putBack(this.#db);
    if (this.#refusal === null) await evacuation?.letGo();
    else await this.#copyAway();
  }

  /** Leads the standing copy along. Where that fails, which it tells, the disk is full, and here is still whole. */
  #follow(requests: readonly WriteRequest[]): Promise<Problem | null> {
    if (this.#buckets === null) return Promise.resolve(null);
    // Another write failed meanwhile, and which of the two lies behind the other nobody knows.
    if (this.#refusal?.code === 'not-saved') return Promise.resolve(this.#refusal);
    if (this.#resting || this.#refusal !== null) return Promise.resolve(null);
    const following: Promise<Problem | null> = this.#evacuate(this.#buckets)
      .then((evacuation) => evacuation?.standing.follow(requests, this.#isDoubtful))
      .then((fault) => {
        if (this.#following === following) this.#following = null;
        return fault ? this.#refuse(fault) : null;
      });
    this.#following = following;
    return following;
  }

  /**
   * Waits for the copy, but not while the page may be gone before, nor longer than storage may take: what was just typed
   * is sooner lost than a disk is full.
   */
  async #untilCopied(copied: Promise<Problem | null>): Promise<Problem | null> {
    if (this.#isHidden()) return null;
    let end: () => void = () => undefined;
    const noLonger = new Promise<null>((resolve) => {
      end = () => {
        resolve(null);
      };
    });
    const timer = setTimeout(end, this.#patience);
    this.#hurries.add(end);
    const fault = await Promise.race([copied, noLonger]);
    clearTimeout(timer);
    this.#hurries.delete(end);
    return fault;
  }

  async #copyAway(): Promise<void> {
    if (this.#buckets === null) return;
    (await this.#evacuate(this.#buckets))?.start((work) => {
      this.#reopened = 0; // nothing is written any more, and what is here must come out
      return this.read(work);
    });
  }

  /** Fetched when needed. */
  #evacuate(buckets: Buckets): Promise<Evacuation | null> {
    this.#evacuation ??= import('./evacuation.ts').then(
      ({ Evacuation }) =>
        new Evacuation({
          name: this.#name,
          buckets,
          patience: this.#patience,
          toldOf: this.#toldOf,
          // A page that was put aside is not to be woken for it.
          read: (work) => (this.#resting ? Promise.resolve(problem('not-read')) : this.read(work)),
        }),
      () => null, // not to be fetched now: what is here stays, and the next start asks again
    );
    return this.#evacuation;
  }

  #refuse(refusal: Problem): Problem {
    if (this.#refusal === null) {
      this.#refusal = refusal;
      if (refusal.code === 'not-saved') {
        this.#suspicion?.hold();
        void this.#copyAway();
      }
      this.dispatchEvent(new Event('change'));
    }
    return this.#refusal;
  }
}
