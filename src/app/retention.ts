import { local } from '../content/packs.ts';
import type { Instant } from '../model/answer.ts';
import { remembered } from './remembered.ts';

const key = 'homeward-review-days';
const day = 24 * 60 * 60 * 1000;

/** After how many days without a change a draft is to be looked at again: as few, as many, and unless the council or somebody says otherwise. */
export const reviewDays = { least: 7, most: 90, usual: 30 } as const;

export function chosenReviewDays(storage: Pick<Storage, 'getItem'> = remembered()): number {
  const usual = local.inForce?.thresholds.reviewDays ?? reviewDays.usual;
  try {
    const chosen = Number(storage.getItem(key) ?? Number.NaN);
    return isReviewDays(chosen) ? chosen : usual;
  } catch {
    return usual;
  }
}

/** False, and nothing chosen, where it is no number of days that may be chosen or nothing can be remembered. */
export function chooseReviewDays(days: number, storage: Pick<Storage, 'setItem'> = remembered()): boolean {
  if (!isReviewDays(days)) return false;
  try {
    storage.setItem(key, String(days));
    return true;
  } catch {
    return false;
  }
}

/** When a draft that was last changed at `changedAt` is to be looked at again, and whether that has come. */
export function reviewOf(changedAt: Instant, now: number, days: number): { readonly on: Date; readonly due: boolean } {
  const on = new Date(Date.parse(changedAt) + days * day);
  return { on, due: on.getTime() <= now };
}

const isReviewDays = (days: number): boolean =>
  Number.isInteger(days) && days >= reviewDays.least && days <= reviewDays.most;
