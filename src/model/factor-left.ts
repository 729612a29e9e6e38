import type { PersonId } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { isBlank } from './fits.ts';
import { countedBefore } from './look-again.ts';
import { parsePlaceKey } from './place.ts';
import { countsForSuggestion, factorQuestions } from './suggest-ratings.ts';

const told: ReadonlySet<string> = new Set([...Object.values(factorQuestions), 'change-evidence', 'risk-class']);

/** The assessment as pictures of some rounds read it: with the adults who were rated then and have left since (F8). */
export interface AsItWas {
  readonly assessment: Assessment;
  readonly left: ReadonlySet<PersonId>;
}

/** Everybody as in those rounds. Whoever has left is taken for an adult who counts, so that what was said of them is read. */
export function asItWas(assessment: Assessment, rounds: readonly number[]): AsItWas {
  const gone = assessment.people.filter(
    (person) => isGone(person) && rounds.some((round) => wasThere(assessment, person.id, round)),
  );
  const left = new Set(gone.map(({ id }) => id));
  if (left.size === 0) return { assessment, left };
  const people = assessment.people.map((person) => {
    if (!left.has(person.id)) return person;
    const { removed: _removed, ...kept } = person;
    return { ...kept, assessedAsCarer: true };
  });
  return { assessment: { ...assessment, people }, left };
}

/** Somebody who does not count now: taken out, or no longer in the home nor assessed. Whoever was merged is somebody else. */
const isGone = (person: Person): boolean =>
  person.role !== 'child' &&
  person.mergedInto === undefined &&
  (person.removed === true || !countsForSuggestion(person));

/** Whether an adult was rated in a round, or had been rated before and left only after something was said in it. */
export function wasThere({ answers, history }: Assessment, id: PersonId, round: number): boolean {
  const rated = Object.entries(answers).flatMap(([key, answer]) => {
    const place = parsePlaceKey(key);
    return place?.question === factorQuestions.adult && place.subject === id && !isBlank(answer) ? [place.round] : [];
  });
  if (rated.includes(round)) return true;
  if (!rated.some((each) => each < round)) return false;
  const went = history.findLastIndex((entry) => entry.person === id && countedBefore(entry));
  return history.slice(0, Math.max(went, 0)).some(({ place }) => {
    const at = place === undefined ? null : parsePlaceKey(place);
    return at?.round === round && told.has(at.question);
  });
}
