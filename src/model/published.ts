import type { Answer, Row } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { rowsOf } from './fits.ts';
import { printedInstances } from './make-report.ts';
import type { Pack, PersonProperty } from './pack.ts';
import { personById } from './people.ts';
import { HomewardError } from './problem.ts';
import type { Published, ReportChoice } from './report.ts';

/** What says who is asked what: an assessment opened again from paper must ask the same people the same. */
const structural: readonly PersonProperty[] = ['inScope', 'assessedAsCarer', 'inHousehold'];

/** What the attachment of a PDF holds (R5): what the report prints, nothing hidden, no history. */
export function published(pack: Pack, assessment: Assessment, choice: ReportChoice): Published {
  if (choice.locale !== pack.locale)
    throw new HomewardError('locale-mismatch', `The pack is in "${pack.locale}", "${choice.locale}" was asked for.`);
  const printed = printedInstances(pack, assessment, choice).filter(({ answer }) => answer !== null);
  const answers: Record<string, Answer> = {};
  const properties = new Map<string, Set<PersonProperty>>();
  const named = new Set(
    assessment.people
      .filter(({ role, removed }) => !removed && ['child', 'parent', 'carer', 'household'].includes(role))
      .map(({ id }) => id),
  );
  for (const { key, answer, question, place } of printed) {
    if (!answer) continue;
    const { copiedFrom: _copiedFrom, ...kept } = answer;
    answers[key] = kept;
    if (place.subject !== null) named.add(place.subject);
    for (const row of rowsOf(answer))
      for (const column of question.columns ?? []) {
        const about = row.person ?? row.cells['person'];
        if (typeof about === 'string') named.add(about);
        if (typeof about === 'string' && column.property !== undefined)
          properties.set(about, (properties.get(about) ?? new Set()).add(column.property));
        if (column.kind === 'person') for (const id of idsIn(row, column.id)) named.add(id);
      }
    for (const id of peopleOf(answer)) named.add(id);
  }
  const people = assessment.people.filter(({ id, removed }) => !removed && named.has(id));
  return {
    format: 'homeward-published/1',
    pack: {
      id: pack.id,
      version: pack.version,
      structureHash: pack.structureHash,
      wordsHash: pack.wordsHash,
      locale: pack.locale,
    },
    output: choice.output,
    stages: pack.stages
      .map(({ id }) => id)
      .filter((id) => choice.stages?.includes(id) ?? printed.some(({ stage }) => stage === id)),
    on: choice.on,
    assessment: {
      id: assessment.id,
      kind: assessment.kind,
      route: assessment.route,
      reference: assessment.reference,
      startedAt: assessment.startedAt,
      people: withRelated(assessment, people, properties).map((person) =>
        publishedPerson(person, properties.get(person.id) ?? new Set()),
      ),
      answers,
      rounds: assessment.rounds,
      versions: assessment.versions,
    },
  };
}

const idsIn = (row: Row, column: string): readonly string[] => {
  const cell = row.cells[column];
  if (typeof cell === 'string') return [cell];
  return Array.isArray(cell) ? cell.filter((each): each is string => typeof each === 'string') : [];
};

/** People named in entries that are not rows: ratings, signatures, the owner of what is not known. */
function peopleOf(answer: Answer): readonly string[] {
  if (answer.is === 'not-known') return answer.owner === undefined ? [] : [answer.owner];
  if (answer.is !== 'given' || !Array.isArray(answer.value)) return [];
  return answer.value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { of, person } = entry as { of?: unknown; person?: unknown };
    return [of, person].filter((id): id is string => typeof id === 'string');
  });
}

/** `people` and those their printed properties point at, in the order they were entered. */
function withRelated(
  assessment: Assessment,
  people: readonly Person[],
  properties: ReadonlyMap<string, ReadonlySet<PersonProperty>>,
): readonly Person[] {
  const pointed = people.flatMap((person) =>
    [...(properties.get(person.id) ?? [])].flatMap((property) => {
      const value = person[property];
      if (property === 'livesWith' && typeof value === 'string') return [value];
      return (property === 'relatedTo' || property === 'parentalResponsibility') && Array.isArray(value)
        ? value.filter((each) => typeof each === 'string')
        : [];
    }),
  );
  const all = new Set([...people.map(({ id }) => id), ...pointed.map((id) => personById(assessment, id)?.id ?? id)]);
  return assessment.people.filter(({ id, removed }) => !removed && all.has(id));
}

function publishedPerson(person: Person, printed: ReadonlySet<PersonProperty>): Person {
  const kept = new Set<PersonProperty>([
    ...printed,
    ...structural,
    ...(person.role === 'child' ? (['born'] as const) : []),
  ]);
  const properties = Object.fromEntries(Object.entries(person).filter(([name]) => kept.has(name as PersonProperty)));
  return {
    ...properties,
    id: person.id,
    role: person.role,
    name: person.name,
    ...(person.mergedInto === undefined ? {} : { mergedInto: person.mergedInto }),
  };
}
