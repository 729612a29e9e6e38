import type { Answer, Rating } from './answer.ts';
import type { Place } from './assessment.ts';
import { placeKey } from './place.ts';

/**
 * One person's or round's answer as a draft for another (A9): marked with where it came from until it is touched.
 *
 * Ratings of the one person become ratings of the other; what they guard against is left to be judged anew. For the same
 * person in a later round it stays: a strength that nobody has looked at again guards as it did.
 */
export function copiedAnswer(answer: Answer, from: Place, to: Place): Answer {
  const copiedFrom = placeKey(from);
  if (answer.is !== 'given' || !Array.isArray(answer.value)) return { ...answer, copiedFrom };
  const value = answer.value.map((entry: unknown) =>
    isRating(entry) && from.subject !== to.subject
      ? { ...withoutGuards(entry), of: entry.of === from.subject ? to.subject : entry.of }
      : entry,
  );
  return { ...answer, value: value as unknown as typeof answer.value, copiedFrom };
}

const isRating = (entry: unknown): entry is Rating =>
  typeof entry === 'object' && entry !== null && 'factor' in entry && 'of' in entry;

function withoutGuards({ guards: _guards, ...rating }: Rating): Rating {
  return rating;
}
