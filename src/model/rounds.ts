import type { Assessment } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { factorQuestions } from './suggest-ratings.ts';

const told: readonly string[] = [...Object.values(factorQuestions), 'risk-class', 'risk-class-reason'];

/** The rounds in which something was said of factors or class, or that somebody opened; at least the first. */
export function roundsWithAnswers(pack: Pack, assessment: Assessment): readonly number[] {
  const { questions } = packIndex(pack);
  const answered = Object.keys(assessment.answers).flatMap((key) => {
    const place = parsePlaceKey(key);
    return place && place.round > 0 && told.includes(place.question) && questions.has(place.question)
      ? [place.round]
      : [];
  });
  const opened = assessment.rounds.map(({ round }) => round);
  return [...new Set([1, ...answered, ...opened])].sort((one, other) => one - other);
}
