import { local } from '../../content/packs.ts';

const key = 'homeward-lock-after';

/** After how many idle minutes real drafts may be locked; where nothing was chosen it is the council's, or else `usualLimit`. */
export const limits: readonly number[] = [5, 10, 15, 30];
export const usualLimit = 15;

/** Fired on the page when another limit was chosen. */
export class LimitEvent extends Event {
  static readonly type = 'homeward-lock-after';

  constructor() {
    super(LimitEvent.type, { bubbles: true, composed: true });
  }
}

/** After how many idle minutes real drafts are locked. */
export function lockAfter(): number {
  const usual = local.inForce?.thresholds.lockMinutes ?? usualLimit;
  try {
    const minutes = Number(localStorage.getItem(key));
    return limits.includes(minutes) ? minutes : usual;
  } catch {
    return usual; // the getter itself throws where cookies are blocked
  }
}

/** Remembers `minutes` on this computer; false where it remembers nothing. */
export function chooseLockAfter(minutes: number): boolean {
  try {
    localStorage.setItem(key, String(minutes));
    return true;
  } catch {
    return false;
  }
}
