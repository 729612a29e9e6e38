import type { Answer, Instant } from '../model/answer.ts';
import type { Assessment, HistoryEntry, PackMove, Place, PlaceKey } from '../model/assessment.ts';
import { canonical } from '../model/canonical.ts';
import type { Pack } from '../model/pack.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { idsFrom, type Ids } from './compare.ts';
import { fitted, isAsked } from './fitted.ts';

/** A draft moved to another version, and the answers that had no place there, or only in part. */
export interface Moved {
  readonly assessment: Assessment;
  /** By the place they had: each is in the history, whole. */
  readonly putAway: readonly PlaceKey[];
  /** Those that go on without the entries, choices or columns that are gone: each is in the history, whole. */
  readonly shortened: readonly PlaceKey[];
}

/** Who moves a draft, and when. */
export interface Moving {
  readonly at: Instant;
  readonly by: string;
  /** SHA-256 of the draft as it is now, in one writing, which rests beside it. */
  readonly before: string;
}

/**
 * `assessment` on the version `to` (V2). An answer goes with its question, under the question's new id where that has
 * changed; of one that no longer fits, the whole is put into the history as it was. `moveBack` undoes it. Null for `from`
 * stands for questions that are nowhere here: what `to` has by the same id is theirs.
 *
 * Problems: `other-pack` where the draft is not on `from`, or the two are not versions of one pack.
 */
export function move(from: Pack | null, to: Pack, assessment: Assessment, moving: Moving): Outcome<Moved> {
  const { id, structureHash } = assessment.pack;
  if (to.id !== id || (from && (from.id !== id || from.structureHash !== structureHash))) return problem('other-pack');
  return outcome(carried(to, assessment, from ? idsFrom(from, to) : ownIds(to), moving), []);
}

/** A draft as it was moved from, as it was moved to, and as it is now. */
export interface Stages {
  readonly before: Assessment;
  readonly then: Assessment;
  readonly now: Assessment;
}

/**
 * `now` back on the version `from` (V3): everything as it was in `before`, and what was answered since the move (it gave
 * `then`) under its old id. What has no place there goes into the history.
 */
export function moveBack(from: Pack | null, to: Pack, { before, then, now }: Stages, moving: Moving): Outcome<Moved> {
  if (now.pack.structureHash !== to.structureHash || (from && before.pack.structureHash !== from.structureHash))
    return problem('other-pack');
  if (canonical(now) === canonical(then)) return outcome({ assessment: before, putAway: [], shortened: [] }, []);
  // Without its questions nobody could say where what came since belongs.
  if (!from) return problem('other-pack');
  const forth = idsFrom(from, to);
  const back = new Map([...forth].flatMap(([was, is]) => (is === null ? [] : [[is, was] as const])));
  const moved = carried(from, now, back, moving);
  const { assessment } = moved;
  const answers = { ...assessment.answers };
  const restored = new Set<PlaceKey>();
  for (const [key, answer] of Object.entries(before.answers)) {
    const there = placeIn(forth, key) ?? key;
    // What nobody touched since is as it was, whatever the move had left of it.
    if (!sameValue(now.answers[there], then.answers[there])) continue;
    answers[key] = answer;
    restored.add(key);
  }
  return outcome(
    {
      putAway: moved.putAway.filter((key) => !restored.has(key)),
      shortened: moved.shortened.filter((key) => !restored.has(key)),
      assessment: {
        ...assessment,
        answers,
        ...unlessTouched('evidence', { before, then, now }, assessment),
        ...unlessTouched('comments', { before, then, now }, assessment),
      },
    },
    [],
  );
}

/**
 * As `moveBack`, where the draft as it was before is nowhere here, as on another computer: what the history says was put
 * away by the move stands again wherever nothing was answered since.
 */
export function moveBackByHistory(from: Pack, to: Pack, now: Assessment, moving: Moving): Outcome<Moved> {
  const back = move(to, from, now, moving);
  if (!back.ok) return back;
  const { assessment, putAway, shortened } = back.value;
  const answers = { ...assessment.answers };
  for (const [place, was] of putAwayBy(now)) {
    const at = parsePlaceKey(place);
    const left = at && !(place in answers) ? fitted(from, now, at, was) : null;
    if (left) answers[place] = left;
  }
  return outcome({ putAway, shortened, assessment: { ...assessment, answers } }, []);
}

/** The entry of the last move of a draft to the questions it is on; null where it was begun on them. */
export function lastMove({ history, pack }: Assessment): (HistoryEntry & { readonly moved: PackMove }) | null {
  const entry = history.findLast(({ moved }) => moved !== undefined);
  return entry?.moved?.to.structureHash === pack.structureHash ? { ...entry, moved: entry.moved } : null;
}

/** What the last move put away, whole or in part, by the places it had. */
export function putAwayBy(assessment: Assessment): readonly (readonly [PlaceKey, Answer])[] {
  const entry = lastMove(assessment);
  if (!entry) return [];
  const start = assessment.history.findLastIndex(({ moved }) => moved !== undefined);
  const after = assessment.history.slice(start + 1);
  return after.flatMap(({ from, to, place, was }) =>
    from === entry.from && to === from && place !== undefined && was && 'is' in was ? [[place, was] as const] : [],
  );
}

/** What of a list nobody touched since the move is as it was before it. */
function unlessTouched<K extends 'evidence' | 'comments'>(
  list: K,
  { before, then, now }: Stages,
  moved: Assessment,
): Partial<Pick<Assessment, K>> {
  const by = (of: Assessment): ReadonlyMap<string, { readonly id: string }> =>
    new Map((of[list] ?? []).map((each) => [each.id, each]));
  const [was, first, last] = [by(before), by(then), by(now)];
  const entries = moved[list]?.map((each) =>
    sameValue(first.get(each.id), last.get(each.id)) ? (was.get(each.id) ?? each) : each,
  );
  return (entries ? { [list]: entries } : {}) as unknown as Partial<Pick<Assessment, K>>;
}

const sameValue = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonical(one) === canonical(other);

/** Each question of `to` by every id it ever had. */
const ownIds = ({ questions }: Pack): Ids =>
  new Map(
    questions.flatMap(({ id, formerly = [] }) => [...formerly.map((was) => [was, id] as const), [id, id] as const]),
  );

function placeIn(ids: Ids, key: PlaceKey): PlaceKey | null {
  const place = parsePlaceKey(key);
  const question = place && ids.get(place.question);
  return place && question ? placeKey({ ...place, question }) : null;
}

function carried(to: Pack, assessment: Assessment, ids: Ids, { at, by, before }: Moving): Moved {
  const pack = { id: to.id, version: to.version, structureHash: to.structureHash };
  const entry = { from: at, to: at, by };
  const answers: Record<PlaceKey, Answer> = {};
  const away: HistoryEntry[] = [];
  const [putAway, shortened]: [PlaceKey[], PlaceKey[]] = [[], []];
  for (const [key, answer] of Object.entries(assessment.answers)) {
    const there = placeIn(ids, key);
    const left = there === null ? null : fitted(to, assessment, placeOf(there), answer);
    if (there !== null && left) answers[there] = left;
    if (left === answer) continue;
    (left ? shortened : putAway).push(key);
    away.push({ ...entry, place: key, was: answer });
  }
  // A place, or a row of it after a dot; null where nothing is asked there.
  const renamed = (key: string): string | null => {
    const [place = '', ...row] = key.split('.');
    const there = placeIn(ids, place);
    return there !== null && isAsked(to, assessment, placeOf(there)) ? [there, ...row].join('.') : null;
  };
  const { evidence, comments, asides, sharing } = assessment;
  const settled = asides?.filter(({ place }) => place !== undefined && renamed(place) === null) ?? [];
  const awaiting = asides?.filter((each) => !settled.includes(each)).map((each) => withPlace(each, renamed)) ?? [];
  const { asides: _asides, ...others } = assessment;
  return {
    putAway,
    shortened,
    assessment: {
      ...others,
      pack,
      changedAt: at,
      answers,
      history: [
        ...assessment.history,
        { ...entry, was: null, moved: { from: assessment.pack, to: pack, before } },
        ...away,
        // Nobody can decide any more between two answers to a question that is not asked.
        ...settled.map(({ place, said, ...aside }) => ({
          ...{ from: aside.at, to: at, by: aside.by, was: said },
          ...(place === undefined ? {} : { place }),
        })),
      ],
      ...(evidence && {
        evidence: evidence.map(({ takenFrom, ...each }) => {
          const row = takenFrom === undefined ? null : renamed(takenFrom);
          return {
            ...each,
            ...(row === null ? {} : { takenFrom: row }),
            supports: each.supports.flatMap((support) => {
              const there = renamed(support.at);
              return there === null ? [] : [{ ...support, at: there }];
            }),
          };
        }),
      }),
      ...(comments && { comments: comments.map((each) => withPlace(each, renamed)) }),
      ...(awaiting.length > 0 && { asides: awaiting }),
      // What must be in no copy must be in none afterwards either.
      ...(sharing?.kept && {
        sharing: {
          ...sharing,
          kept: Object.fromEntries(Object.entries(sharing.kept).map(([key, why]) => [renamed(key) ?? key, why])),
        },
      }),
    },
  };
}

/** Of a key that was made by `placeKey`. */
function placeOf(key: PlaceKey): Place {
  const place = parsePlaceKey(key);
  return place ?? { question: key, subject: null, round: 0 };
}

/** At the place where its question is asked now; without one where nothing is asked there. */
function withPlace<T extends { readonly place?: PlaceKey }>(each: T, renamed: (key: string) => string | null): T {
  const { place, ...rest } = each;
  const there = place === undefined ? null : renamed(place);
  return { ...rest, ...(there === null ? {} : { place: there }) } as T;
}
