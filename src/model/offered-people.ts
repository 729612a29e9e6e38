import type { PersonId } from './answer.ts';
import type { Assessment, Person, Place } from './assessment.ts';
import { rowsOf } from './fits.ts';
import type { Column } from './pack.ts';
import { personById, presentPeople } from './people.ts';
import { placeKey } from './place.ts';

/** Whom a person column offers: those in its roles first, then the others; a column with `besides` offers fewer (O1). */
export function offeredPeople(
  assessment: Assessment,
  { roles = [], besides }: Pick<Column, 'roles' | 'besides'>,
  {
    round,
    not,
    chosen,
  }: { readonly round: number; readonly not: PersonId | undefined; readonly chosen: readonly PersonId[] },
): { readonly likely: readonly Person[]; readonly others: readonly Person[] } {
  const people = presentPeople(assessment).filter(({ id }) => id !== not);
  if (roles.length === 0) return { likely: people, others: [] };
  const inRoles = ({ role }: Person): boolean => roles.includes(role);
  if (besides === undefined)
    return { likely: people.filter(inRoles), others: people.filter((person) => !inRoles(person)) };
  const first = firstNamed(assessment, { question: besides, subject: null, round }, inRoles);
  // Whoever is chosen already stays to be seen.
  return {
    likely: people.filter((person) => chosen.includes(person.id) || (inRoles(person) && person.id !== first)),
    others: [],
  };
}

/** The first person of these whom a table names. */
function firstNamed(assessment: Assessment, place: Place, counts: (person: Person) => boolean): PersonId | undefined {
  return rowsOf(assessment.answers[placeKey(place)])
    .flatMap(({ cells }) => (typeof cells.person === 'string' ? (personById(assessment, cells.person) ?? []) : []))
    .find(counts)?.id;
}
