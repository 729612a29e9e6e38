import type { Assessment, Change, Edit } from '../model/assessment.ts';
import type { Instant } from '../model/answer.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import type { Revision, Vault } from './ports.ts';

/**
 * `saved`: the vault has everything; `unsaved`: edits wait for a pause; `saving`: they are being written;
 * `failed`: the vault refused, everything is kept here and tried again; `conflict`: somebody else wrote to this
 * draft, everything is kept here and nothing more is written.
 */
export type SaverState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict';

/** Time as a saver needs it. */
export interface Timers {
  now(): Instant;
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed(): number;
  /** Calls `then` once, `milliseconds` from now; what it returns takes that back. */
  wait(milliseconds: number, then: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  wait: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface SaverParts {
  readonly vault: Vault;
  readonly id: string;
  /** The revision the session was opened at; 0 for a draft that is still to be made. */
  readonly revision: Revision;
  readonly timers?: Timers;
}

export interface AddChoice {
  /** Save at once: a choice was made, a field or page left. */
  readonly now?: boolean;
  /**
   * This edit says all that the one before it said, as while typing, so that the journal may hold it in the earlier
   * one's place, under the earlier one's id. Believed only of edits by one person to one answer or cell that take
   * nothing back.
   */
  readonly joins?: boolean;
}

const pause = 300;
const longest = 1_000;
const firstRetry = 1_000;
const slowestRetry = 30_000;

interface Batch {
  readonly edits: readonly Edit[];
  readonly after: Assessment;
}

/**
 * Writes what is edited to the vault: after a pause of 300 ms, or 1 second into steady typing. Fires `change`.
 *
 * How much `saved` is worth depends on the vault's own state: in memory nothing outlives the page. After a conflict
 * the session loads the draft again and carries `pending` over to a new saver.
 */
export class Saver extends EventTarget {
  readonly #vault: Vault;
  readonly #id: string;
  readonly #timers: Timers;
  #revision: Revision;
  #state: SaverState = 'saved';
  #savedAt: Instant | null = null;
  #problems: readonly Problem[] = [];
  #confirmed: Assessment | null = null;
  /** Edits that no write was tried with yet, so that the last of them may still be replaced. */
  #waiting: Batch | null = null;
  #waitingSince = 0;
  #lastAdded = 0;
  /** What is being written, or failed and is tried again unaltered: a write that came through late is known by its edits. */
  #batch: Batch | null = null;
  /** Whether what waits is written as soon as it can be. */
  #due = false;
  #busy = false;
  #run: Promise<void> = Promise.resolve();
  #failures = 0;
  #stopTimer: () => void = () => undefined;

  constructor({ vault, id, revision, timers = realTimers }: SaverParts) {
    super();
    this.#vault = vault;
    this.#id = id;
    this.#revision = revision;
    this.#timers = timers;
    vault.addEventListener('closing', this.#flushNow);
  }

  get state(): SaverState {
    return this.#state;
  }

  /** When the vault last confirmed a write. */
  get savedAt(): Instant | null {
    return this.#savedAt;
  }

  /** The last revision the vault confirmed. */
  get revision(): Revision {
    return this.#revision;
  }

  /** The assessment as the vault last confirmed it through this saver; null where it has not yet. */
  get confirmed(): Assessment | null {
    return this.#confirmed;
  }

  /** Why the last write failed; empty once one succeeds. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Every edit that the vault has not confirmed, oldest first. */
  get pending(): readonly Edit[] {
    return [...(this.#batch?.edits ?? []), ...(this.#waiting?.edits ?? [])];
  }

  /** Takes `edit` into care; `after` is the assessment with it applied. */
  add(edit: Edit, after: Assessment, { now = false, joins = false }: AddChoice = {}): void {
    this.#lastAdded = this.#timers.elapsed();
    if (this.#waiting === null) this.#waitingSince = this.#lastAdded;
    const earlier = this.#waiting?.edits ?? [];
    const last = earlier.at(-1);
    const joined = joins && last !== undefined && mayJoin(last, edit);
    // Under the earlier id, because undo names the edit that a spell of typing began with.
    const kept = { ...edit, id: last?.id ?? edit.id, ...(last?.clockBack ? { clockBack: last.clockBack } : {}) };
    const edits = joined ? [...earlier.slice(0, -1), kept] : [...earlier, edit];
    this.#waiting = { edits, after };
    if (now) this.#due = true;
    if (this.#state === 'saved') this.#become('unsaved');
    // While one writes, the next is looked for afterwards; after a failure the retry takes it along.
    if (this.#state === 'unsaved') this.#schedule();
  }

  /**
   * Writes everything that waits. Resolves when that is done or a write failed: `state` tells which.
   *
   * The first write begins before this returns, so that it may be called while the page goes away.
   */
  flush(): Promise<void> {
    this.#due = true;
    if (!this.#busy) this.#run = this.#write();
    return this.#run;
  }

  /** Looks how far the draft is: where somebody else wrote meanwhile the state is `conflict`, as after a write. */
  async compare(): Promise<void> {
    const found = await this.#vault.load(this.#id);
    const isFree = !this.#busy && this.#state !== 'conflict';
    if (isFree && found.ok && found.value.revision > this.#revision)
      this.#become('conflict', [{ code: 'conflict', place: {} }]);
  }

  /** Flushes, and lets go of the vault. */
  async close(): Promise<void> {
    this.#vault.removeEventListener('closing', this.#flushNow);
    await this.flush();
  }

  readonly #flushNow = (): void => void this.flush();

  #schedule(): void {
    this.#stopTimer();
    if (this.#due) {
      this.#flushNow();
      return;
    }
    const due = Math.min(this.#lastAdded + pause, this.#waitingSince + longest);
    this.#stopTimer = this.#timers.wait(Math.max(0, due - this.#timers.elapsed()), this.#flushNow);
  }

  /** Writes batch after batch, one at a time, while one is due. */
  async #write(): Promise<void> {
    if (this.#state === 'conflict') return;
    this.#busy = true;
    this.#stopTimer();
    try {
      for (let batch = this.#nextBatch(); batch !== null; batch = this.#nextBatch()) {
        const answer = this.#vault.append(this.#id, this.#revision, batch.edits, batch.after);
        if (this.#state !== 'failed') this.#become('saving'); // told after the write began: it is what matters
        if (!this.#learn(await answer)) return;
      }
      this.#busy = false; // first, so that whoever hears of this may add at once
      this.#become(this.#waiting === null ? 'saved' : 'unsaved');
      if (this.#state === 'unsaved') this.#schedule();
    } catch (fault) {
      this.#fail([{ code: 'not-saved', place: {}, detail: fault instanceof Error ? fault.name : 'unknown' }]);
      throw fault; // a fault in the program: kept safe like any other, but not kept quiet
    } finally {
      this.#busy = false;
    }
  }

  /** The batch that failed before, or what waits if it is due. */
  #nextBatch(): Batch | null {
    if (this.#batch === null && this.#due) {
      this.#batch = this.#waiting;
      this.#waiting = null;
      this.#due = false;
    }
    return this.#batch;
  }

  /** Whether the vault took the batch. */
  #learn(answer: Outcome<Revision>): boolean {
    if (!answer.ok) {
      if (answer.problems[0].code === 'conflict') this.#become('conflict', answer.problems);
      else this.#fail(answer.problems);
      return false;
    }
    this.#confirmed = this.#batch?.after ?? this.#confirmed;
    this.#batch = null;
    this.#revision = answer.value;
    this.#savedAt = this.#timers.now();
    this.#failures = 0;
    if (this.#state === 'failed') this.#become('saving');
    return true;
  }

  #fail(problems: readonly Problem[]): void {
    const delay = Math.min(slowestRetry, firstRetry * 2 ** this.#failures);
    this.#failures += 1;
    this.#stopTimer = this.#timers.wait(delay, this.#flushNow);
    this.#become('failed', problems);
  }

  #become(state: SaverState, problems: readonly Problem[] = []): void {
    this.#state = state;
    this.#problems = problems;
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether `later` says all that `earlier` said. */
function mayJoin(earlier: Edit, later: Edit): boolean {
  const takesBack = [earlier, later].some((edit) => edit.undoes !== undefined || edit.redoes !== undefined);
  const place = placeOf(later.change);
  return !takesBack && earlier.by === later.by && place !== null && place === placeOf(earlier.change);
}

/** The answer, cell or property of evidence that `change` fills, by name; null for every other change. */
function placeOf(change: Change): string | null {
  if (change.do === 'change-evidence') return JSON.stringify([change.evidence, ...Object.keys(change.set)]);
  if (change.do !== 'answer' && change.do !== 'set-cell') return null;
  const { question, subject, round } = change.at;
  return JSON.stringify([question, subject, round, ...(change.do === 'set-cell' ? [change.row, change.column] : [])]);
}
