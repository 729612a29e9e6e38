import type { Assessment, HistoryEntry, PlaceKey } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { openMatters, progressOf, type Evaluation, type Instance } from './evaluation.ts';
import { gapsOf } from './gaps.ts';
import { loweredEvidence } from './lowering.ts';
import type { Pack, QuestionId } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { questionsOf } from './rule-questions.ts';
import { changedKeys, changesSuggestion, standsTheSame } from './suggested-orders.ts';

/** An evaluation, and of what it was made. */
export interface Evaluated {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
}

/**
 * What `evaluate` says, made from what it said before where only answers changed that decide about no other question:
 * an evaluation is made at each key, and most keys change a text.
 */
export function evaluateAgain(pack: Pack, assessment: Assessment, on: string, before: Evaluated | null): Evaluation {
  const keys = before?.pack === pack && before.evaluation.on === on ? alone(pack, before.assessment, assessment) : null;
  return (keys && before && carriedOver(before, assessment, keys)) ?? evaluate(pack, assessment, on);
}

/** The answers that changed, where none of them and nothing else that changed decides about other questions; or null. */
function alone(pack: Pack, was: Assessment, is: Assessment): ReadonlySet<PlaceKey> | null {
  if (!standsTheSame(was, is)) return null;
  const decides = (key: PlaceKey): boolean => deciding(pack).has(parsePlaceKey(key)?.question ?? '');
  const keys = changedKeys(was.answers, is.answers);
  for (const key of keys) if (decides(key) || changesSuggestion(pack, key, was, is)) return null;
  // The history says who came after a class was said, and to say it once more as it is counts too.
  const told = changedEntries(was.history, is.history);
  return told.some(({ person, place }) => person !== undefined || (place !== undefined && decides(place)))
    ? null
    : keys;
}

/** The entries of either history from where they part. */
function changedEntries(was: readonly HistoryEntry[], is: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let from = 0;
  while (from < was.length && was[from] === is[from]) from += 1;
  return [...was.slice(from), ...is.slice(from)];
}

/** `before` with these answers as they are now; null where one of them is hidden, which takes looking at all of them. */
function carriedOver(
  { evaluation: before, assessment: was }: Evaluated,
  assessment: Assessment,
  keys: ReadonlySet<PlaceKey>,
): Evaluation | null {
  const renewed = new Map<Instance, Instance>();
  const met = new Set<PlaceKey>();
  for (const instance of before.applies) {
    const { key, question, counts } = instance;
    if (!keys.has(key)) continue;
    const answer = assessment.answers[key] ?? null;
    renewed.set(instance, { ...instance, answer, gaps: gapsOf(question, answer, assessment, counts) });
    met.add(key);
  }
  if (met.size < keys.size) return null;
  const now = (instance: Instance): Instance => renewed.get(instance) ?? instance;
  const applies = before.applies.map(now);
  const bySection = new Map(before.bySection);
  for (const { section } of renewed.keys()) bySection.set(section, (before.bySection.get(section) ?? []).map(now));
  const isOpen = [...keys].some((key) => [was, assessment].some(({ answers }) => answers[key]?.is === 'not-known'));
  return {
    ...before,
    applies,
    bySection,
    open: isOpen ? openMatters(applies) : before.open,
    progress: (which = {}) => progressOf(applies, which),
  };
}

const known = new WeakMap<Pack, ReadonlySet<QuestionId>>();

/** The questions whose answers decide what applies, what is open and what must not happen yet, or what a class lacks. */
function deciding(pack: Pack): ReadonlySet<QuestionId> {
  let found = known.get(pack);
  if (!found) {
    const rules = [
      ...pack.questions.map(({ showWhen }) => showWhen),
      ...pack.stages.flatMap(({ opens, opensForChild, hardStops }) => [
        opens,
        opensForChild,
        ...hardStops.map(({ when }) => when),
      ]),
    ];
    const classes = pack.questions.filter(({ kind }) => kind === 'risk-class').map(({ id }) => id);
    found = new Set([
      pack.purposeQuestion,
      loweredEvidence,
      ...classes,
      ...rules.flatMap((rule) => (rule ? questionsOf(rule) : [])),
    ]);
    known.set(pack, found);
  }
  return found;
}
