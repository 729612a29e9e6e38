import { canonical } from '../model/canonical.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import { parsePlaceKey } from '../model/place.ts';
import type { Published } from '../model/report.ts';

/** A question with answers that a reduced file lacks. */
export interface LeftOut {
  readonly question: string;
  readonly label: string;
  /** `part`: something of it is there, such as other rows, or the answer without its note. */
  readonly how: 'whole' | 'part';
}

/** Which answers of `whole` are not in `less`, question by question in the order of the pack. */
export function leftOut(pack: Pack, whole: Published, less: Published): readonly LeftOut[] {
  const there = new Set(Object.keys(less.assessment.answers).map((key) => parsePlaceKey(key)?.question));
  const found = new Map<string, LeftOut['how']>();
  for (const [key, answer] of Object.entries(whole.assessment.answers)) {
    const question = parsePlaceKey(key)?.question;
    const kept = less.assessment.answers[key];
    if (question === undefined || (kept && canonical(kept) === canonical(answer))) continue;
    // About one person it may leave, about another not.
    found.set(question, there.has(question) ? 'part' : 'whole');
  }
  const index = packIndex(pack);
  return pack.questions
    .filter(({ id }) => found.has(id))
    .map(({ id }) => ({
      question: id,
      label: index.questions.get(id)?.label ?? id,
      how: found.get(id) ?? 'whole',
    }));
}
