/** Real drafts have been unlocked: whoever showed that they are locked goes on. */
export class UnlockedEvent extends Event {
  static readonly type = 'homeward-unlocked';

  constructor() {
    super(UnlockedEvent.type, { bubbles: true, composed: true });
  }
}

/** Somebody wants to unlock real drafts where no page asked for it. */
export class AskUnlockEvent extends Event {
  static readonly type = 'homeward-ask-unlock';

  constructor() {
    super(AskUnlockEvent.type, { bubbles: true, composed: true });
  }
}

/** Fired on the window when real drafts are about to be locked, while a write can still begin. */
export class LockingEvent extends Event {
  static readonly type = 'homeward-locking';
  readonly #awaited: Promise<unknown>[] = [];

  constructor() {
    super(LockingEvent.type);
  }

  /** Holds the lock back until `work` has ended, within limits of the one who locks. */
  waitUntil(work: Promise<unknown>): void {
    this.#awaited.push(work);
  }

  /** When everything it was told to wait for has ended, well or badly. */
  get settled(): Promise<unknown> {
    return Promise.allSettled(this.#awaited);
  }
}
