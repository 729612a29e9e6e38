import type { Rating } from './answer.ts';
import type { Factor } from './pack.ts';
import { isRisk } from './suggest-ratings.ts';

/** From the least of it to the most. What was never there and what is over are both nothing now. */
const steps: Readonly<Record<'risk' | 'strength', Readonly<Record<string, number>>>> = {
  risk: { absent: 0, past: 0, reducing: 1, active: 2 },
  strength: { absent: 0, claimed: 1, evidenced: 2 },
};

/** How a factor went from one round to a later one: words for it, and no measure. */
export interface Movement {
  /**
   * `more`, `less`: more or less of it than before, which is worse or better according to what it is. `other`: said
   * otherwise, without a direction. `carried`: nobody has rated it anew. `first`: nobody had rated it before. `gone`: a
   * rating was taken back.
   */
  readonly kind: 'more' | 'less' | 'other' | 'same' | 'carried' | 'first' | 'gone' | 'never';
  readonly was: Rating | null;
  readonly is: Rating | null;
  /** Whether a reader should look again: status, trend or what it guards against is not what it was. */
  readonly changed: boolean;
}

/** What became of a rating (F5). */
export function movementOf(factor: Factor, was: Rating | null, is: Rating | null): Movement {
  const kind = kindOf(factor, was, is);
  const changed = was?.status !== is?.status || was?.trend !== is?.trend || guardsText(was) !== guardsText(is);
  return { kind, was, is, changed };
}

function kindOf(factor: Factor, was: Rating | null, is: Rating | null): Movement['kind'] {
  if (was === null) return is === null ? 'never' : 'first';
  if (is === null) return 'gone';
  // One and the same rating, read from the earlier round.
  if (was === is) return 'carried';
  if (was.status === is.status) return 'same';
  const order = steps[isRisk(factor) ? 'risk' : 'strength'];
  const from = order[was.status];
  const to = order[is.status];
  if (from === undefined || to === undefined || from === to) return 'other';
  return to > from ? 'more' : 'less';
}

const guardsText = (rating: Rating | null): string =>
  (rating?.guards ?? [])
    .map(({ risk, of, child }) => `${risk} ${of ?? ''} ${child}`)
    .sort()
    .join();
