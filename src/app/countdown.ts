import type { Instant } from '../model/answer.ts';
import type { DraftSummary, Revision } from '../session/ports.ts';
import type { Exported } from './exports.ts';

/** How many days somebody has to keep a draft once its countdown has begun. */
export const countdownDays = 14;
const day = 24 * 60 * 60 * 1000;

/** What decides whether a draft may go by itself. */
export interface Facts {
  readonly draft: Pick<DraftSummary, 'changedAt' | 'revision'>;
  /** The last copy in a file; null where nobody knows of any. */
  readonly exported: Exported | null;
  /** After how many days without a change a draft is to be looked at again. */
  readonly reviewDays: number;
  /** When a person switched it on for this draft or for all; null where nobody did. */
  readonly since: Instant | null;
  /** When a person last said to keep it; null where nobody did. */
  readonly keptAt: Instant | null;
  /** The latest moment this browser has ever shown; null where it remembers none. */
  readonly latest: number | null;
  readonly now: number;
}

/**
 * `none`: it stays; `running`: it goes at `at`, `left` days from now; `over`: the time has come.
 *
 * It goes only where all of this holds: a person switched it on, a file holds it as it is now, its review date has passed,
 * nobody has said "keep it" since, and the clock never went back. Anything unknown or unreadable keeps it.
 */
export type Countdown =
  { readonly is: 'none' } | { readonly is: 'running' | 'over'; readonly at: Date; readonly left: number };

const none: Countdown = { is: 'none' };

/** What is to become of a draft. Moments only: no time zone and no summer time can move it. */
export function countdownOf({ draft, exported, reviewDays, since, keptAt, latest, now }: Facts): Countdown {
  if (since === null || exported === null || !isCopied(exported.revision, draft.revision)) return none;
  const moments = [Date.parse(draft.changedAt), Date.parse(exported.at), Date.parse(since)];
  if (keptAt !== null) moments.push(Date.parse(keptAt));
  // One that lies ahead of now was made by a clock that has since been set back, or was wrong.
  if (moments.some((moment) => !(moment <= now)) || (latest !== null && latest > now)) return none;
  const [changed = now, copied = now, switchedOn = now, kept = 0] = moments;
  const due = Math.max(changed, kept) + reviewDays * day;
  if (!(due <= now)) return none;
  const begins = Math.max(due, copied, switchedOn);
  const at = begins + countdownDays * day;
  const left = Math.max(0, Math.ceil((at - now) / day));
  return { is: at <= now ? 'over' : 'running', at: new Date(at), left };
}

const isCopied = (copied: Revision, at: Revision): boolean => Number.isSafeInteger(copied) && at > 0 && copied === at;
