import type { Answer, ChecklistEntry, MatrixEntry, PersonId, Rating, Row } from '../../src/model/answer.ts';
import type { Assessment, Person } from '../../src/model/assessment.ts';
import { rowsOf } from '../../src/model/fits.ts';
import type { Pack, PersonProperty } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { packIndex } from '../../src/model/pack-index.ts';

type Answers = Assessment['answers'];

/** From what points at a row of `from` to what points at the row in the same place of `to`. */
export function withRefs(from: Answers, to: Answers): (ref: string) => string {
  return (ref) => {
    const dot = ref.indexOf('.');
    const [key, row] = [ref.slice(0, dot), ref.slice(dot + 1)];
    const index = rowsOf(from[key]).findIndex(({ id }) => id === row);
    return index < 0 ? ref : `${key}.${rowsOf(to[key])[index]?.id ?? ''}`;
  };
}

/**
 * The answers of an assessment in a form that two drafts saying the same share: rows are called by their place, and
 * what has no order of its own (ticked people, rated factors, items of a list) stands in one.
 */
export function sameAnswers(pack: Pack, { answers }: Pick<Assessment, 'answers'>): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, answer]) => [key, sameAnswer(pack, answers, key, answer)]),
  );
}

function sameAnswer(pack: Pack, answers: Answers, key: string, answer: Answer): Answer {
  if (answer.is !== 'given' || !Array.isArray(answer.value)) return answer;
  const question = packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '');
  switch (question?.kind) {
    case 'multi-choice':
      return { ...answer, value: [...(answer.value as readonly string[])].sort() };
    case 'signature':
      return answer;
    case 'checklist':
      return { ...answer, value: sorted(answer.value as readonly ChecklistEntry[], ({ item }) => item) };
    case 'rating-matrix':
      return { ...answer, value: sorted(answer.value as readonly MatrixEntry[], ({ row }) => row) };
    case 'factor-rating':
      return { ...answer, value: sorted(answer.value as readonly Rating[], ({ factor }) => factor).map(sameRating) };
    default:
      return { ...answer, value: rowsOf(answer).map((row, index) => sameRow(answers, row, index)) };
  }
}

function sameRow(answers: Answers, row: Row, index: number): Row {
  const numbered = Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      { is: 'given', value: rowsOf(answer).map((each, place) => ({ ...each, id: `row ${String(place + 1)}` })) },
    ]),
  ) as Answers;
  const ref = withRefs(answers, numbered);
  const cells = Object.entries(row.cells).map(([id, cell]) => {
    if (Array.isArray(cell)) return [id, (cell as readonly string[]).map(ref).sort()];
    return [id, typeof cell === 'string' ? ref(cell) : cell];
  });
  return { ...row, id: `row ${String(index + 1)}`, cells: Object.fromEntries(cells) as Row['cells'] };
}

const sameRating = (rating: Rating): Rating =>
  rating.guards
    ? { ...rating, guards: sorted(rating.guards, (guard) => JSON.stringify(Object.values(guard))) }
    : rating;

const sorted = <T>(list: readonly T[], by: (entry: T) => string): readonly T[] =>
  [...list].sort((one, other) => (by(one) < by(other) ? -1 : 1));

/** The people of an assessment with what can be said about them in some table they stand in. */
export function samePeople(pack: Pack, wanted: Assessment, people: readonly Person[]): readonly object[] {
  const asked = askedAbout(pack, wanted);
  return sorted(people, ({ id }) => id).map((person) => {
    const kept = Object.entries(person).filter(
      ([property, value]) =>
        always.has(property) ||
        (asked.get(person.id)?.has(property) === true && !(Array.isArray(value) && value.length === 0)),
    );
    return Object.fromEntries(
      kept.map(([property, value]) => [
        property,
        Array.isArray(value) ? [...(value as readonly string[])].sort() : (value as unknown),
      ]),
    );
  });
}

const always: ReadonlySet<string> = new Set(['id', 'role', 'name', 'born', 'inScope', 'removed', 'mergedInto']);

/** The properties of each person that some row of theirs has a column for. */
function askedAbout(pack: Pack, { answers }: Assessment): ReadonlyMap<PersonId, ReadonlySet<string>> {
  const asked = new Map<PersonId, Set<PersonProperty>>();
  for (const [key, answer] of Object.entries(answers)) {
    const columns = packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '')?.columns ?? [];
    const properties = columns.flatMap(({ property }) => property ?? []);
    for (const row of properties.length === 0 ? [] : rowsOf(answer)) {
      const about = row.person ?? row.cells.person;
      if (typeof about === 'string') asked.set(about, new Set([...(asked.get(about) ?? []), ...properties]));
    }
  }
  return asked;
}
