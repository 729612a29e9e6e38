import type { Answer } from './answer.ts';
import type { Assessment, Evidence, PlaceKey, Support } from './assessment.ts';
import { supportKey } from './evidence.ts';
import type { FactorId } from './pack.ts';
import { parsePlaceKey, placeKey } from './place.ts';

const none: readonly Evidence[] = [];
const indexes = new WeakMap<readonly Evidence[], ReadonlyMap<string, readonly Evidence[]>>();

function bySupport(all: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const known = indexes.get(all);
  if (known) return known;
  const made = new Map<string, Evidence[]>();
  for (const evidence of all)
    for (const key of new Set(evidence.supports.map(supportKey))) made.set(key, [...(made.get(key) ?? []), evidence]);
  indexes.set(all, made);
  return made;
}

/**
 * The evidence that supports a judgement, in the order it was entered (T4): what names it, and of a rating also what
 * named it in earlier rounds, for as long as its status is the same.
 */
export function evidenceFor(
  { evidence = none, answers }: Pick<Assessment, 'evidence' | 'answers'>,
  support: Support,
): readonly Evidence[] {
  if (evidence.length === 0) return none;
  const index = bySupport(evidence);
  const own = index.get(supportKey(support)) ?? none;
  const { at, factor } = support;
  const place = parsePlaceKey(at);
  if (factor === undefined || !place || place.round < 2) return own;
  const found = new Set(own);
  let status = statusIn(answers[at], factor);
  for (let round = place.round - 1; round > 0; round -= 1) {
    const key = placeKey({ ...place, round });
    const before = statusIn(answers[key], factor);
    status ??= before;
    if (before !== undefined && before !== status) break;
    for (const each of index.get(supportKey({ at: key, factor })) ?? none) found.add(each);
  }
  return found.size === own.length ? own : evidence.filter((each) => found.has(each));
}

function statusIn(answer: Answer | undefined, factor: FactorId): string | undefined {
  if (answer?.is !== 'given' || typeof answer.value !== 'object') return undefined;
  for (const entry of answer.value)
    if (typeof entry === 'object' && 'factor' in entry && entry.factor === factor) return entry.status;
  return undefined;
}

/** A rating nothing is said to support, and where it is. */
export interface Unsupported {
  readonly at: PlaceKey;
  readonly factor: FactorId;
}

/** Statuses that say something is, or was, the case: only these need support. */
export const claims: readonly string[] = ['active', 'reducing', 'past', 'evidenced'];

/**
 * The ratings of an answer that say something is the case while nothing supports them (T5): no evidence, and no words
 * of their own with a source.
 */
export function unsupportedRatings(
  assessment: Pick<Assessment, 'evidence' | 'answers'>,
  at: PlaceKey,
): readonly Unsupported[] {
  const answer = assessment.answers[at];
  if (answer?.is !== 'given' || typeof answer.value !== 'object') return [];
  return answer.value.flatMap((entry) => {
    if (typeof entry !== 'object' || !('factor' in entry) || !claims.includes(entry.status)) return [];
    if (entry.note?.trim() && entry.source?.trim()) return [];
    const { factor } = entry;
    return evidenceFor(assessment, { at, factor }).length > 0 ? [] : [{ at, factor }];
  });
}
