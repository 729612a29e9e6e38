import type { PersonId } from './answer.ts';
import type { OpenedRound, PlaceKey, RoundEvent } from './assessment.ts';
import { isBlank } from './fits.ts';
import { adultsSince } from './look-again.ts';
import { packIndex } from './pack-index.ts';
import { parsePlaceKey, placeKey } from './place.ts';
import type { ChangeOfAdult } from './suggest-capacity.ts';
import { factorQuestions, type FactorOf, type Outlook } from './suggest-ratings.ts';

/** Something that happened in a round, and where what it touches has still to be rated. */
export interface RateAgain {
  readonly event: RoundEvent;
  readonly round: number;
  readonly at: readonly PlaceKey[];
}

interface SaidAt {
  readonly says: 'yes' | 'no' | null;
  readonly at: PlaceKey;
}

/** Reads what was said, but not what was said before something happened that it does not know of (S12). */
export interface Since {
  readonly rated: (each: FactorOf) => FactorOf;
  readonly changed: (of: PersonId, change: ChangeOfAdult) => ChangeOfAdult;
  readonly said: (said: SaidAt) => SaidAt;
  /** What has to be rated again before anything is suggested; null where nothing has. */
  readonly again: (risks: readonly FactorOf[]) => RateAgain | null;
}

type Event = OpenedRound & { readonly event: RoundEvent };

/** The answers as they stand after the events of the rounds opened by then. */
export function since(outlook: Outlook): Since {
  const { pack, assessment, round } = outlook;
  const inTime = (each: OpenedRound): each is Event =>
    each.event !== undefined && each.event !== 'other' && (round === 0 || each.round <= round);
  const events = assessment.rounds.filter(inTime);
  const latest = events.at(-1);
  if (!latest)
    return { rated: (each) => each, changed: (_, change) => change, said: (each) => each, again: () => null };

  const from = (of: PersonId | null): number =>
    Math.max(0, ...events.filter((event) => touches(outlook, event, of)).map((event) => event.round));
  /** Where it would be said now, of what was said too early; null for what still stands. */
  const tooEarly = (at: PlaceKey, of: PersonId | null): PlaceKey | null => {
    const place = parsePlaceKey(at);
    const repeated = place && packIndex(pack).questions.get(place.question)?.repeats.includes('round');
    return place && repeated && place.round < from(of)
      ? placeKey({ ...place, round: Math.max(round, latest.round) })
      : null;
  };
  return {
    rated: (each) => {
      const at = tooEarly(each.at, each.of);
      return at === null ? each : { ...each, rating: null, at };
    },
    changed: (of, change) => {
      const at = tooEarly(change.at, of);
      return at === null ? change : { lowest: null, unfinished: [], recent: false, at };
    },
    said: (each) => {
      const at = tooEarly(each.at, outlook.child.id);
      return at === null ? each : { says: null, at };
    },
    again: (risks) => {
      const unrated = risks.filter(({ rating, of }) => rating === null && from(of) > 0);
      const { event, round: happened } = latest;
      return unrated.length === 0 ? null : { event, round: happened, at: [...new Set(unrated.map(({ at }) => at))] };
    },
  };
}

/**
 * Whether an event has to do with somebody. A new adult changes nothing in how the adults before were rated; one who had
 * left and has come back since they were rated is as new.
 */
function touches({ assessment, child }: Outlook, { event, round }: Event, of: PersonId | null): boolean {
  if (event !== 'adult' || of === null || of === child.id) return true;
  const before = Array.from({ length: round - 1 }, (_, index) =>
    placeKey({ question: factorQuestions.adult, subject: of, round: index + 1 }),
  );
  return before.every((key) => {
    const rated = assessment.answers[key];
    return !rated || isBlank(rated) || adultsSince(assessment, key).some(({ id }) => id === of);
  });
}
