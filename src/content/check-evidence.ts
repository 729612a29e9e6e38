import type { Evidence, Place } from '../model/assessment.ts';
import { supportKey, takenFrom } from '../model/evidence.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack, Question } from '../model/pack.ts';
import { parsePlaceKey } from '../model/place.ts';
import type { ProblemPlace } from '../model/problem.ts';

/**
 * Everything in the evidence of an assessment that does not fit: two with one id, people, factors and places that do
 * not exist. `questionAt` tells what is wrong with a place, and gives its question where there is one.
 */
export function checkEvidence(
  pack: Pack,
  all: readonly Evidence[],
  people: ReadonlySet<string>,
  questionAt: (at: Place) => Question | null,
  tell: (code: string, place: ProblemPlace, detail?: string) => void,
): void {
  if (new Set(all.map(({ id }) => id)).size < all.length) tell('duplicate-evidence', {});
  const asked = (key: string): { readonly at: Place; readonly question: Question } | null => {
    const at = parsePlaceKey(key);
    if (!at) tell('answer-key', {}, 'evidence');
    const question = at && questionAt(at);
    return question ? { at, question } : null;
  };
  for (const evidence of all) {
    const { person, supports } = evidence;
    if (person !== undefined && !people.has(person)) tell('unknown-person', {}, 'evidence');
    const source = evidence.takenFrom === undefined ? null : asked(takenFrom(evidence.takenFrom).key);
    if (source && !source.question.evidence) tell('wrong-kind', source.at, 'evidence');
    if (new Set(supports.map(supportKey)).size < supports.length) tell('value-does-not-fit', {}, 'evidence');
    for (const { at: key, factor } of supports) {
      const supported = asked(key);
      if (!supported) continue;
      const { at, question } = supported;
      const set = factor === undefined ? undefined : packIndex(pack).factors.get(factor)?.set;
      const isRating = question.kind === 'factor-rating';
      const fits = isRating ? set !== undefined && question.factorSets?.includes(set) : factor === undefined;
      if (fits !== true) tell('unknown-factor', at, 'evidence');
    }
  }
}
