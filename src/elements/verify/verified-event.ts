import type { Problem } from '../../model/problem.ts';
import type { Verification } from '../../model/verification.ts';

/** A file and what became of checking it. */
export interface Verified {
  readonly name: string;
  /** Empty where the file was too large to be read at all. */
  readonly bytes: Uint8Array;
  /** Null where the file could not be verified; `problems` then say why. */
  readonly verification: Verification | null;
  /** Why the file could not be verified; what is wrong with one that could is in `verification`. */
  readonly problems: readonly Problem[];
}

/** A file was checked. */
export class VerifiedEvent extends Event {
  static readonly type = 'homeward-verified';
  readonly detail: Verified;

  constructor(detail: Verified) {
    super(VerifiedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'homeward-verified': VerifiedEvent;
  }
}
