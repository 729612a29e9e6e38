import type { PersonId, Row } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';

/** The people who are here: neither taken out nor found to be somebody else. */
export function presentPeople(assessment: Pick<Assessment, 'people'>): readonly Person[] {
  return assessment.people.filter((person) => !person.removed && person.mergedInto === undefined);
}

/** The person with this id, whoever they have been merged into; undefined where nobody has it. */
export function personById(assessment: Pick<Assessment, 'people'>, id: PersonId): Person | undefined {
  const find = (wanted: PersonId): Person | undefined => assessment.people.find((each) => each.id === wanted);
  // A file from elsewhere may merge two people into each other.
  const met = new Set<PersonId>();
  let person = find(id);
  while (person?.mergedInto !== undefined && !met.has(person.id)) {
    met.add(person.id);
    person = find(person.mergedInto);
  }
  return person;
}

/** The rows that are shown: those about nobody in particular, and those about people who are not taken out (A7). */
export function shownRows(assessment: Pick<Assessment, 'people'>, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ person }) => person === undefined || !personById(assessment, person)?.removed);
}

/** The children the decision is about. */
export function childrenInScope(assessment: Pick<Assessment, 'people'>): readonly Person[] {
  return presentPeople(assessment).filter((person) => person.role === 'child' && person.inScope === true);
}

const livesInHousehold = new Set(['lives-there', 'part-time']);

/** Adults the parent questions are asked about; `short` marks those who only live in the home (core questions only). */
export function carers(
  assessment: Pick<Assessment, 'people'>,
): readonly { readonly person: Person; readonly short: boolean }[] {
  return presentPeople(assessment)
    .filter(({ role }) => role !== 'child')
    .filter(({ assessedAsCarer, inHousehold }) => assessedAsCarer === true || livesInHousehold.has(inHousehold ?? ''))
    .map((person) => ({ person, short: person.assessedAsCarer !== true }));
}

/** One or two letters that stand for a name; `?` for somebody without one yet. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string | undefined): string => (word ? (Array.from(word)[0] ?? '').toUpperCase() : '');
  return first ? letter(first) + letter(last) : '?';
}

/** The first word of a name, for use inside a page about that person. */
export function shortName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
