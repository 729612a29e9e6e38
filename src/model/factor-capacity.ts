import type { PersonId } from './answer.ts';
import type { Person } from './assessment.ts';
import { rowsOf } from './fits.ts';
import { changeOf, type ConcernRated } from './suggest-capacity.ts';
import { factorQuestions, factorsOf, isCarried, type Outlook } from './suggest-ratings.ts';
import { capacities } from './suggest-rules.ts';

/** How far the change of one adult who carries a risk has come: by the concern where it is least. */
export interface CapacityOfAdult {
  readonly of: PersonId;
  /** Null where nobody has rated it. */
  readonly rated: ConcernRated | null;
  /** The concern in the words it was entered with. */
  readonly concern: string;
}

/** Whose change counts: not an average, but the adult whose change is least. */
export interface LowestCapacity {
  readonly adults: readonly CapacityOfAdult[];
  /** Those whose change is least; none while somebody who carries a risk has no rating. */
  readonly counts: readonly CapacityOfAdult[];
}

/** The lowest capacity among adults who carry a risk (S6, F6); null where none of them does. */
export function lowestCapacity(outlook: Omit<Outlook, 'child'>, people: readonly Person[]): LowestCapacity | null {
  const carriers = people.filter(({ id }) => factorsOf(outlook, factorQuestions.adult, id).some(isCarried));
  if (carriers.length === 0) return null;
  const adults = carriers.map(({ id }): CapacityOfAdult => {
    const rated = changeOf(outlook, id).lowest;
    const row = rated && rowsOf(outlook.assessment.answers[rated.at]).find((each) => each.id === rated.row);
    const concern = row?.cells.concern;
    return { of: id, rated, concern: typeof concern === 'string' ? concern : '' };
  });
  const lowest = capacities.find((each) => adults.some(({ rated }) => rated?.capacity === each));
  const isRated = adults.every(({ rated }) => rated !== null);
  return { adults, counts: isRated ? adults.filter(({ rated }) => rated?.capacity === lowest) : [] };
}
