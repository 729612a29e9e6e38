import type { Answer, Instant } from '../model/answer.ts';
import type { Assessment, HistoryEntry, Place, PlaceKey } from '../model/assessment.ts';
import { canonical } from '../model/canonical.ts';
import { valueFits } from '../model/fits.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack, QuestionId } from '../model/pack.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { compare } from './compare.ts';

/** A draft moved to another version, and the answers that had no place there. */
export interface Moved {
  readonly assessment: Assessment;
  /** By the place they had: each is in the history, whole. */
  readonly putAway: readonly PlaceKey[];
}

/** Who moves a draft, and when. */
export interface Moving {
  readonly at: Instant;
  readonly by: string;
}

/**
 * `assessment` on the version `to` (V2). An answer goes with its question, under the question's new id where that has
 * changed; one that no longer fits is put into the history as it was. `moveBack` undoes it.
 *
 * Problems: `other-pack` where the draft is not on `from`, or the two are not versions of one pack.
 */
export function move(from: Pack, to: Pack, assessment: Assessment, moving: Moving): Outcome<Moved> {
  if (from.id !== to.id || assessment.pack.structureHash !== from.structureHash) return problem('other-pack');
  return outcome(carried(to, assessment, idsFrom(from, to), moving), []);
}

/**
 * `now` back on the version `from` (V3): everything as it was in `before`, and what was answered since the move (it gave
 * `then`) under its old id. What has no place there goes into the history.
 */
export function moveBack(
  from: Pack,
  to: Pack,
  { before, then, now }: { readonly before: Assessment; readonly then: Assessment; readonly now: Assessment },
  moving: Moving,
): Outcome<Moved> {
  if (before.pack.structureHash !== from.structureHash || now.pack.structureHash !== to.structureHash)
    return problem('other-pack');
  if (canonical(now) === canonical(then)) return outcome({ assessment: before, putAway: [] }, []);
  const ids = new Map([...idsFrom(from, to)].flatMap(([was, is]) => (is === null ? [] : [[is, was] as const])));
  const back = carried(from, now, ids, moving);
  // What the move had put away, and nobody can have changed since.
  const kept = new Set(Object.values(back.assessment.answers).map(canonical));
  const missing = Object.entries(before.answers).filter(
    ([key, answer]) => !(key in then.answers) && !(key in back.assessment.answers) && !kept.has(canonical(answer)),
  );
  const answers = { ...back.assessment.answers, ...Object.fromEntries(missing) };
  return outcome({ ...back, assessment: { ...back.assessment, answers } }, []);
}

/** By the id before: the id now, null of what is retired. */
const idsFrom = (from: Pack, to: Pack): ReadonlyMap<QuestionId, QuestionId | null> =>
  new Map(compare(from, to).flatMap(({ was, is }) => (was === null ? [] : [[was, is] as const])));

function carried(
  to: Pack,
  assessment: Assessment,
  ids: ReadonlyMap<QuestionId, QuestionId | null>,
  { at, by }: Moving,
): Moved {
  const answers: Record<PlaceKey, Answer> = {};
  const away: HistoryEntry[] = [];
  const keyNow = (key: PlaceKey): PlaceKey | null => {
    const place = parsePlaceKey(key);
    const question = place && ids.get(place.question);
    return place && question ? placeKey({ ...place, question }) : null;
  };
  for (const [key, answer] of Object.entries(assessment.answers)) {
    const now = keyNow(key);
    const place = now === null ? null : parsePlaceKey(now);
    if (now !== null && place && fits(to, place, answer)) answers[now] = answer;
    else away.push({ from: at, to: at, by, place: key, was: answer });
  }
  // A place, or a row of it after a dot.
  const renamed = (key: string): string => {
    const [place = '', ...row] = key.split('.');
    return [keyNow(place) ?? place, ...row].join('.');
  };
  const { evidence, comments, asides, sharing } = assessment;
  return {
    putAway: away.flatMap(({ place }) => place ?? []),
    assessment: {
      ...assessment,
      pack: { id: to.id, version: to.version, structureHash: to.structureHash },
      changedAt: at,
      answers,
      history: [...assessment.history, ...away],
      ...(evidence && {
        evidence: evidence.map((each) => ({
          ...each,
          ...(each.takenFrom === undefined ? {} : { takenFrom: renamed(each.takenFrom) }),
          supports: each.supports.map((support) => ({ ...support, at: renamed(support.at) })),
        })),
      }),
      ...(comments && { comments: comments.map((each) => placed(each, renamed)) }),
      ...(asides && { asides: asides.map((each) => placed(each, renamed)) }),
      // What must be in no copy must be in none afterwards either.
      ...(sharing?.kept && {
        sharing: {
          ...sharing,
          kept: Object.fromEntries(Object.entries(sharing.kept).map(([key, why]) => [renamed(key), why])),
        },
      }),
    },
  };
}

const placed = <T extends { readonly place?: PlaceKey }>(each: T, renamed: (key: string) => string): T =>
  each.place === undefined ? each : { ...each, place: renamed(each.place) };

/** Whether an answer may stand at a place of `pack`: the same people and rounds are asked, and its value is one of those. */
function fits(pack: Pack, { question: id, subject, round }: Place, answer: Answer): boolean {
  const question = packIndex(pack).questions.get(id);
  if (!question) return false;
  const isPersonal = question.repeats.includes('child') || question.repeats.includes('carer');
  if (isPersonal !== (subject !== null) || question.repeats.includes('round') !== round > 0) return false;
  return answer.is !== 'given' || valueFits(pack, question, answer.value);
}
