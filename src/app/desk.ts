import type { Problem } from '../model/problem.ts';
import type { Vault } from '../session/ports.ts';
import type { Tabs } from './tabs.ts';
import type { ReadOnly, Work } from './work.ts';

/** How long a draft that could not be opened again waits for the next try, in milliseconds. */
const nextTry = 2_000;

type DeskVault = Vault & { readonly isLocked: boolean };

/** Whoever shows what is on the desk. */
export interface DeskHost {
  /** The assessment being worked on changed, or another is. */
  changed(): void;
  /** The assessment being worked on is no longer there to be opened. */
  gone(problem: Problem): void;
  /** Real drafts were locked, and nothing of one is on the desk any more. */
  locked(): void;
}

/**
 * The assessment being worked on, and those left while they could not be saved: nothing typed is let go of.
 *
 * It shares the one being worked on with other tabs, and opens it again where somebody else wrote to it. When real drafts
 * are locked it lets go of every one that is saved, and keeps the others out of reach.
 */
export class Desk {
  readonly #vault: DeskVault;
  readonly #host: DeskHost;
  #work: Work | null = null;
  /** Those left while they could not be saved, by their ids. */
  readonly #unsaved = new Map<string, Work>();
  #tabs: Tabs | null = null;
  /** One at a time. */
  #reopening: Promise<void> = Promise.resolve();
  /** The one whose conflict is being seen to. */
  #conflicting: Work | null = null;
  #wasLocked: boolean;

  constructor(vault: DeskVault, host: DeskHost) {
    this.#vault = vault;
    this.#host = host;
    this.#wasLocked = vault.isLocked;
    vault.addEventListener('change', this.#followVault);
  }

  /** The assessment being worked on. */
  get work(): Work | null {
    return this.#work;
  }

  /** Whether a real draft that could not be saved is held here. */
  get holdsReal(): boolean {
    return [...this.#unsaved.values()].some(({ isReal }) => isReal);
  }

  /** The assessment `id` where it is at hand, with what was typed; a real one only while real drafts may be seen. */
  find(id: string): Work | null {
    const work = this.#work?.id === id ? this.#work : this.#unsaved.get(id);
    // One that was being left when somebody came back is closed and must be opened anew.
    return !work || work.closed || (work.isReal && this.#vault.isLocked) ? null : work;
  }

  /** Works on `work` from now on. Whatever was worked on before is let go of, and stays at hand where it could not be saved. */
  take(work: Work | null): void {
    // Opened again while a page was fetched: nothing typed into this one would be saved.
    if (work?.closed) return;
    const before = this.#work;
    this.#work = work;
    if (this.#tabs?.id !== work?.id) this.#unshare();
    if (before !== work) {
      this.#conflicting = null;
      if (before?.closed === false) void this.#putDown(before);
    }
    if (work) {
      if (this.#unsaved.get(work.id) === work) this.#unsaved.delete(work.id);
      // The same listener is added once only, however often the same work is taken.
      for (const type of ['change', 'words', 'readonly']) work.session.addEventListener(type, this.#changed);
      work.saver.addEventListener('change', this.#saved);
      this.#saved();
      void this.#share(work);
    }
    this.#host.changed();
  }

  /** Saves the assessment being worked on before another page comes; until that stands, somebody types on into this one. */
  async leave(): Promise<void> {
    await this.#work?.saver.flush();
  }

  /** Lets go of what was fetched and is not wanted after all. */
  async discard(work: Work): Promise<void> {
    if (work !== this.#work && work !== this.#unsaved.get(work.id)) await work.close();
  }

  /** Tries again to save what could not be saved. */
  saveAll(): void {
    for (const work of this.#unsaved.values()) void this.#putDown(work);
  }

  /** Writes here from now on, where another tab did. */
  takeOver(): void {
    this.#tabs?.takeOver();
  }

  /** Saves what waits and shares no longer: the page goes away. */
  close(): void {
    this.#unshare();
    void this.#work?.close();
  }

  readonly #followVault = (): void => {
    const { isLocked } = this.#vault;
    if (isLocked && !this.#wasLocked) this.#putAway();
    this.#wasLocked = isLocked;
    this.#host.changed();
  };

  #putAway(): void {
    if (this.#work?.isReal) this.take(null);
    this.#letGoOfSealed();
    this.#host.locked();
  }

  /** Saves what is no longer worked on, and lets go of it once that is done. */
  async #putDown(work: Work): Promise<void> {
    this.#unsaved.set(work.id, work);
    await work.saver.flush();
    if (work === this.#work || work.closed) return; // somebody came back, or it was locked meanwhile
    if (work.saver.pending.length === 0) await this.#letGo(work);
    else if (work.saver.state === 'conflict')
      await this.#next(async () => {
        if (!work.closed) await this.#bring(work, null);
      });
  }

  #letGoOfSealed(): void {
    for (const each of this.#unsaved.values())
      if (each.isReal && each.saver.pending.length === 0) void this.#letGo(each);
  }

  async #letGo(work: Work): Promise<void> {
    if (this.#unsaved.get(work.id) === work) this.#unsaved.delete(work.id);
    await work.close();
  }

  /** Keeps the writing to one tab. Without it, where it cannot be fetched, revisions alone keep tabs from each other's work. */
  async #share(work: Work): Promise<void> {
    const module = await import('./tabs.ts').catch(() => null);
    if (!module || this.#work !== work || work.closed || this.#tabs) return;
    this.#tabs = new module.Tabs(work.id, { work: () => this.#work, reopen: (writing) => this.#reopen(writing) });
  }

  #unshare(): void {
    this.#tabs?.close();
    this.#tabs = null;
  }

  /** The assessment as it rests now, with what waited here brought to it. */
  #reopen(writing: boolean): Promise<void> {
    return this.#next(async () => {
      const { work } = this;
      if (work) await this.#bring(work, writing ? null : work.readonly);
    });
  }

  #next(does: () => Promise<void>): Promise<void> {
    return (this.#reopening = this.#reopening.then(does));
  }

  async #bring(work: Work, readonly: ReadOnly | null): Promise<void> {
    const again = await work.again(this.#vault, readonly);
    if (this.#work !== work) {
      if (again.ok) void this.#putDown(again.value);
    } else if (again.ok) this.take(again.value);
    else if (again.problems[0].code === 'no-such-draft') {
      void work.close();
      this.take(null);
      this.#host.gone(again.problems[0]);
    } else {
      // Locked or not readable just now: what waits here is kept, and brought to it when that is over.
      this.#conflicting = null;
      setTimeout(this.#saved, nextTry);
    }
  }

  readonly #changed = (): void => {
    this.#host.changed();
  };

  readonly #saved = (): void => {
    const { work } = this;
    // What was still being written when it was locked is sealed now.
    if (this.#vault.isLocked) this.#letGoOfSealed();
    if (work?.saver.state === 'saved') this.#tabs?.tell(work.saver.revision);
    if (work?.saver.state === 'conflict' && this.#conflicting !== work) {
      this.#conflicting = work;
      void this.#reopen(!work.readonly);
    }
    this.#host.changed();
  };
}
