import { focused } from './focused.ts';
import type { Work } from './work.ts';

/** How long a tab waits for its assessment before it looks who has it, and between two looks, in milliseconds. */
const patience = 250;

/** What the app does for its tabs. */
export interface TabHost {
  /** The assessment open now. */
  work(): Work | null;
  /** Opens the assessment again as it rests; `writing` ends that it is only to be read. */
  reopen(writing: boolean): Promise<void>;
}

/**
 * Keeps the writing of one assessment to one tab, and shows the others what it saved.
 *
 * The tab that holds the lock `homeward/draft/<id>` writes; the others read and follow. This is for people: what is
 * written is guarded by revisions, so that nothing is lost where a browser has no locks.
 */
export class Tabs {
  readonly id: string;
  readonly #host: TabHost;
  readonly #channel: BroadcastChannel;
  readonly #closing = new AbortController();
  #holding = false;
  #told = 0;
  #letGo: () => void = () => undefined;
  /** One thing after the other: opening again must not overtake saving what was typed. */
  #turn: Promise<void> = Promise.resolve();

  constructor(id: string, host: TabHost) {
    this.id = id;
    this.#host = host;
    this.#channel = new BroadcastChannel(`homeward/draft/${id}`);
    this.#channel.addEventListener('message', this.#hear);
    this.#ask();
    void this.#look();
  }

  /** Writes here from now on; the tab that wrote keeps what was typed there and reads. */
  takeOver(): void {
    this.#ask(true);
  }

  /** Tells the other tabs how far the draft is, where that is news. */
  tell(revision: number): void {
    if (revision <= this.#told || this.#closing.signal.aborted) return;
    this.#told = revision;
    this.#channel.postMessage(revision);
  }

  /** Lets another tab write. */
  close(): void {
    this.#closing.abort();
    this.#letGo();
    this.#channel.close();
  }

  #ask(steal = false): void {
    if (!('locks' in navigator)) {
      this.#hold();
      return;
    }
    const held = (): Promise<void> | undefined => {
      if (this.#closing.signal.aborted) return undefined; // what was stolen cannot be called off before
      this.#hold();
      return new Promise((letGo) => (this.#letGo = letGo));
    };
    const how = steal ? { steal } : { signal: this.#closing.signal };
    navigator.locks.request(this.#lock, how, held).catch((fault: unknown) => {
      if (!(fault instanceof DOMException)) throw fault;
      // A browser that keeps nothing for the site lends it no locks either: revisions guard what is written.
      if (fault.name === 'SecurityError') this.#hold();
      else if (fault.name !== 'AbortError') throw fault;
      else if (this.#holding && !this.#closing.signal.aborted) this.#lose();
    });
  }

  get #lock(): string {
    return `homeward/draft/${this.id}`;
  }

  /**
   * Only reads from now on where another has the assessment.
   *
   * A lock that is merely slow to come, as on a busy computer, keeps nobody from writing; nor does a page that was just
   * left and has it a moment longer: whoever has it is met twice.
   */
  async #look(): Promise<void> {
    for (let met: string | null = null; this.#isWaiting();) {
      await new Promise((resolve) => setTimeout(resolve, patience));
      const holder = this.#isWaiting() ? await this.#holder() : null;
      if (this.#isWaiting() && holder !== null && holder === met) {
        this.#become('other-tab');
        return;
      }
      met = holder;
    }
  }

  #isWaiting(): boolean {
    return !this.#holding && !this.#closing.signal.aborted;
  }

  /** Who has the assessment; null where nobody has, and where that is not told: revisions guard it all the same. */
  async #holder(): Promise<string | null> {
    const all = await navigator.locks.query().catch(() => null);
    return all?.held?.find(({ name }) => name === this.#lock)?.clientId ?? null;
  }

  #hold(): void {
    this.#holding = true;
    const why = this.#host.work()?.readonly?.why;
    if (why === 'other-tab' || why === 'taken-over') this.#next(() => this.#host.reopen(true));
  }

  /** Somebody took over: what was typed here is saved, beside theirs where both typed in one place. */
  #lose(): void {
    this.#holding = false;
    this.#become('taken-over');
    this.#next(async () => this.#host.work()?.saver.flush());
    this.#ask(); // the other tab may be closed some time
  }

  #become(why: 'other-tab' | 'taken-over'): void {
    const work = this.#host.work();
    if (work?.id !== this.id || work.closed || this.#closing.signal.aborted || work.readonly) return;
    sayWhatIsTyped();
    work.readonly = { why };
    void work.saver.flush();
  }

  readonly #hear = ({ data }: MessageEvent<unknown>): void => {
    this.#next(async () => {
      const saver = this.#host.work()?.saver;
      // Where something waits to be saved here, saving it finds out.
      if (typeof data === 'number' && saver?.state === 'saved' && data > saver.revision) await this.#host.reopen(false);
    });
  };

  #next(does: () => Promise<unknown>): void {
    this.#turn = this.#turn.then(async () => {
      if (!this.#closing.signal.aborted) await does();
    });
  }
}

/** A box that tells only when it is left tells now: once the page is only to be read, nobody would hear of it. */
function sayWhatIsTyped(): void {
  const at = focused();
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)
    at.dispatchEvent(new Event('change', { bubbles: true }));
}
