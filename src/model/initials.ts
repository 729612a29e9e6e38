import type { PersonId } from './answer.ts';
import type { Person } from './assessment.ts';
import { initials, shortName } from './people.ts';

/**
 * Letters for each of some people, no two alike: the initials; where several share those, the first two letters of the
 * first name; where these are shared too, the initials and a number.
 */
export function distinctInitials(people: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<PersonId, string> {
  const plain = people.map(({ name }) => initials(name));
  const two = people.map(({ name }) => Array.from(shortName(name)).slice(0, 2).join(''));
  const alone = (letters: readonly string[], index: number): boolean =>
    letters.every((each, at) => at === index || each.toLowerCase() !== letters[index]?.toLowerCase());
  // What tells two apart must be nobody else's either.
  const taken = (index: number): boolean =>
    plain.some((each, at) => at !== index && each.toLowerCase() === two[index]?.toLowerCase());
  return new Map(
    people.map(({ id }, index) => {
      const letters = plain[index] ?? '';
      if (alone(plain, index)) return [id, letters];
      const own = two[index] ?? '';
      if (own.length > 1 && alone(two, index) && !taken(index)) return [id, own];
      const before = plain.slice(0, index).filter((each) => each === letters).length;
      return [id, `${letters}${String(before + 1)}`];
    }),
  );
}
