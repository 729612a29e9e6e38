/** Time as an idle watch needs it. */
export interface Clocks {
  /** Milliseconds since some fixed moment; never goes back, and stands still on some computers while they sleep. */
  running(): number;
  /** Milliseconds by the clock on the wall, which goes on while a computer sleeps and may be set. */
  wall(): number;
  /** Calls `then` once, about `milliseconds` from now; what it returns takes that back. */
  wait(milliseconds: number, then: () => void): () => void;
}

export const realClocks: Clocks = {
  running: () => performance.now(),
  wall: () => Date.now(),
  wait: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** How long before the end somebody is warned, in milliseconds. */
export const warningTime = 60_000;

/** `busy`: somebody is at work; `warning`: the end is near; `over`: nobody has done anything for too long. */
export type IdlePhase = 'busy' | 'warning' | 'over';

/** Watches how long nobody has done anything. Fires `change` when its phase changes. */
export class IdleWatch extends EventTarget {
  readonly #limit: () => number;
  readonly #clocks: Clocks;
  #phase: IdlePhase = 'busy';
  #running: number;
  #wall: number;
  #stopTimer: () => void = () => undefined;

  /** `limit`: after how many milliseconds it is over; asked anew each time, since a person may change it. */
  constructor(limit: () => number, clocks: Clocks = realClocks) {
    super();
    this.#limit = limit;
    this.#clocks = clocks;
    this.#running = clocks.running();
    this.#wall = clocks.wall();
    this.check();
  }

  get phase(): IdlePhase {
    return this.#phase;
  }

  /** Somebody did something. What comes when it is over comes too late. */
  touch(): void {
    // First the clocks: the key that wakes a computer must not hide how long it slept.
    if (this.#idle() >= this.#limit()) this.check();
    if (this.#phase === 'over') return;
    this.#running = this.#clocks.running();
    this.#wall = this.#clocks.wall();
    if (this.#phase === 'warning') this.check();
  }

  /** Looks at the clocks now, as after a computer has slept or the limit was changed. */
  check(): void {
    this.#stopTimer();
    const idle = this.#idle();
    const limit = this.#limit();
    const next = idle >= limit ? 'over' : idle >= limit - warningTime ? 'warning' : 'busy';
    if (next === 'busy') this.#look(limit - warningTime - idle);
    if (next === 'warning') this.#look(limit - idle);
    if (next === this.#phase) return;
    this.#phase = next;
    this.dispatchEvent(new Event('change'));
  }

  stop(): void {
    this.#stopTimer();
  }

  #look(later: number): void {
    this.#stopTimer = this.#clocks.wait(later, () => {
      this.check();
    });
  }

  /** By the clock that says more: one may have stood still, the other may have been set back. */
  #idle(): number {
    return Math.max(this.#clocks.running() - this.#running, this.#clocks.wall() - this.#wall);
  }
}
