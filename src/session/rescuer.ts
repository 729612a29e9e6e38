import type { Repair } from './ports.ts';
import { realTimers, type Saver, type Timers } from './saver.ts';
import { type Session, SessionChangeEvent } from './session.ts';

const pause = 300;

export interface RescuerParts {
  readonly session: Session;
  readonly saver: Saver;
  readonly repair: Pick<Repair, 'rescue'>;
  readonly timers?: Timers;
}

/**
 * Keeps aside, for after a restart, what a vault will not take any more: now, and after each edit. Fires `change`.
 *
 * This is no saving: the saver goes on saying that nothing is saved.
 */
export class Rescuer extends EventTarget {
  readonly #parts: RescuerParts;
  readonly #timers: Timers;
  #kept = false;
  /** Counts edits, so that what was kept is known to be the newest. */
  #turn = 0;
  #stopTimer: () => void = () => undefined;

  constructor(parts: RescuerParts) {
    super();
    this.#parts = parts;
    this.#timers = parts.timers ?? realTimers;
    parts.session.addEventListener(SessionChangeEvent.type, this.#soon);
    void this.#keep();
  }

  /** Whether everything that is not saved is kept aside. */
  get kept(): boolean {
    return this.#kept;
  }

  stop(): void {
    this.#stopTimer();
    this.#parts.session.removeEventListener(SessionChangeEvent.type, this.#soon);
  }

  readonly #soon = (): void => {
    this.#turn += 1;
    this.#stopTimer();
    this.#stopTimer = this.#timers.wait(pause, () => void this.#keep());
  };

  async #keep(): Promise<void> {
    const { session, saver, repair } = this.#parts;
    const turn = this.#turn;
    const kept = await repair.rescue(session.assessment.id, saver.revision, saver.pending, session.assessment);
    if (turn !== this.#turn) return; // there is something newer by now, and it says how that went
    this.#kept = kept;
    this.dispatchEvent(new Event('change'));
  }
}
