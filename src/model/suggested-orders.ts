import type { Answer, Rating } from './answer.ts';
import type { Assessment, PlaceKey } from './assessment.ts';
import { isBlank } from './fits.ts';
import type { Pack, QuestionId } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { questionsOf } from './rule-questions.ts';

/** Where the suggested classes of one pack were last worked out, and from which answers. */
interface Worked {
  readonly assessment: Assessment;
  readonly orders: Map<string, number | null>;
}

const last = new WeakMap<Pack, Worked>();

/**
 * The classes suggested so far for this assessment, by child and round, as `order` or null; filled by whoever asks.
 *
 * Kept from one assessment to the next while nothing a suggestion looks at has changed: an evaluation is made at each
 * key, and most keys change a text.
 */
export function suggestedOrders(pack: Pack, assessment: Assessment): Map<string, number | null> {
  const before = last.get(pack);
  const orders =
    before && suggestsTheSame(pack, before.assessment, assessment) ? before.orders : new Map<string, number | null>();
  last.set(pack, { assessment, orders });
  return orders;
}

function suggestsTheSame(pack: Pack, one: Assessment, other: Assessment): boolean {
  if (!standsTheSame(one, other)) return false;
  const keys = [...changedKeys(one.answers, other.answers)];
  return !keys.some((key) => changesSuggestion(pack, key, one, other));
}

/** Whether two assessments have the same people, rounds, signed versions and route. */
export const standsTheSame = (one: Assessment, other: Assessment): boolean =>
  one.people === other.people &&
  one.rounds === other.rounds &&
  one.versions === other.versions &&
  one.route === other.route;

/** The places whose answers are not the same in both. */
export function changedKeys(one: Assessment['answers'], other: Assessment['answers']): ReadonlySet<PlaceKey> {
  const keys = new Set<PlaceKey>();
  if (one === other) return keys;
  for (const key of Object.keys(one)) if (one[key] !== other[key]) keys.add(key);
  for (const key of Object.keys(other)) if (one[key] === undefined) keys.add(key);
  return keys;
}

/** Whether a suggestion could be another because of what changed in one answer. */
export function changesSuggestion(pack: Pack, key: PlaceKey, one: Assessment, other: Assessment): boolean {
  const [was, is] = [one.answers[key], other.answers[key]];
  // Whoever something is said about in a signed round counts in it (V15).
  if (other.versions.length > 0 && saysSomething(was) !== saysSomething(is)) return true;
  const place = parsePlaceKey(key);
  return place !== null && lookedAt(pack).has(place.question) && !ratedTheSame(was, is);
}

const saysSomething = (answer: Answer | undefined): boolean => answer !== undefined && !isBlank(answer);

/** Whether two answers rate the same factors in the same way, whatever is noted beside them. */
function ratedTheSame(was: Answer | undefined, is: Answer | undefined): boolean {
  const [one, other] = [ratings(was), ratings(is)];
  return (
    one !== null &&
    one.length === other?.length &&
    one.every((rating, index) => {
      const now = other[index];
      return rating.factor === now?.factor && rating.status === now.status && rating.guards === now.guards;
    })
  );
}

const ratings = (answer: Answer | undefined): readonly Rating[] | null =>
  answer?.is === 'given' &&
  Array.isArray(answer.value) &&
  answer.value.every((each) => typeof each === 'object' && 'factor' in each)
    ? (answer.value as readonly Rating[])
    : null;

const sets = new WeakMap<Pack, ReadonlySet<QuestionId>>();

/** The questions a suggestion reads, and those that decide whether these apply. */
function lookedAt(pack: Pack): ReadonlySet<QuestionId> {
  const known = sets.get(pack);
  if (known) return known;
  const found = new Set<QuestionId>();
  const add = (id: QuestionId): void => {
    if (found.has(id)) return;
    found.add(id);
    const rule = pack.questions.find((question) => question.id === id)?.showWhen;
    if (rule) questionsOf(rule).forEach(add);
  };
  add(pack.purposeQuestion);
  for (const { id, kind } of pack.questions)
    if (kind === 'factor-rating' || kind === 'risk-suggestion' || readByName.has(id)) add(id);
  sets.set(pack, found);
  return found;
}

const readByName = new Set(['change-evidence', 'perpetrator-access', 'harm-after-return', 'previous-returns']);
