import type { Answer } from '../../model/answer.ts';
import type { Assessment, Person, PlaceKey } from '../../model/assessment.ts';
import { canonical } from '../../model/canonical.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';

/** An answer that two drafts do not share. */
export interface AnswerDifference {
  readonly key: PlaceKey;
  readonly here: Answer | null;
  readonly there: Answer | null;
}

/** A person that is in one of two drafts only, or is described otherwise. */
export interface PersonDifference {
  readonly here: Person | null;
  readonly there: Person | null;
}

export interface Differences {
  readonly people: readonly PersonDifference[];
  /** In the order in which the questions are asked. */
  readonly answers: readonly AnswerDifference[];
}

/** What is said in one of two drafts and not in the other. */
export function differences(pack: Pack, here: Assessment, there: Assessment): Differences {
  const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
  const asked = new Map([...packIndex(pack).questions.keys()].map((id, order) => [id, order]));
  const order = (key: PlaceKey): number => asked.get(parsePlaceKey(key)?.question ?? '') ?? asked.size;
  const keys = [...new Set([...Object.keys(here.answers), ...Object.keys(there.answers)])];
  const ids = [...new Set([...here.people, ...there.people].map(({ id }) => id))];
  return {
    people: ids
      .map((id) => ({ here: personIn(here, id), there: personIn(there, id) }))
      .filter((each) => !same(each.here, each.there)),
    answers: keys
      .map((key) => ({ key, here: here.answers[key] ?? null, there: there.answers[key] ?? null }))
      .filter((each) => !same(each.here, each.there))
      .sort((one, other) => order(one.key) - order(other.key) || (one.key < other.key ? -1 : 1)),
  };
}

const personIn = ({ people }: Assessment, id: string): Person | null => people.find((each) => each.id === id) ?? null;
