import type { Row } from './answer.ts';
import type { Assessment, Person, PersonInput, World } from './assessment.ts';
import { HomewardError } from './problem.ts';
import type { Pack, RouteId } from './pack.ts';

export interface Start {
  readonly kind: 'real' | 'training';
  /** A purpose id of the pack. */
  readonly purpose: string;
  readonly route: RouteId;
  /** A case reference, never a name. */
  readonly reference: string;
  readonly people: readonly PersonInput[];
}

/**
 * An assessment just begun (B1): its purpose answered, each person entered once and standing in the first table that
 * lists their role. A child nobody said otherwise about is in scope.
 *
 * Throws `unknown-purpose` or `duplicate-person`: both are faults of the caller.
 */
export function newAssessment(pack: Pack, start: Start, world: World): Assessment {
  if (!pack.purposes.some(({ id }) => id === start.purpose))
    throw new HomewardError('unknown-purpose', 'The pack has no such purpose.');
  const people = start.people.map((person): Person => ({
    ...(person.role === 'child' && person.inScope === undefined ? { inScope: true } : {}),
    ...person,
    id: person.id ?? world.newId(),
  }));
  if (new Set(people.map(({ id }) => id)).size !== people.length)
    throw new HomewardError('duplicate-person', 'Two people have the same id.');
  const now = world.now();
  return {
    format: 1,
    id: world.newId(),
    kind: start.kind,
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: start.route,
    reference: start.reference,
    startedAt: now,
    changedAt: now,
    people,
    answers: { [pack.purposeQuestion]: { is: 'given', value: start.purpose }, ...listed(pack, people, world) },
    rounds: [],
    versions: [],
    history: [],
  };
}

function listed(pack: Pack, people: readonly Person[], world: World): Assessment['answers'] {
  const answers: Record<string, { is: 'given'; value: readonly Row[] }> = {};
  const tables = pack.questions.filter(({ kind, lists }) => kind === 'person-table' && lists);
  for (const person of people) {
    const table = tables.find(({ lists }) => lists?.includes(person.role));
    if (!table) continue;
    const rows = answers[table.id]?.value ?? [];
    answers[table.id] = { is: 'given', value: [...rows, { id: world.newId(), person: person.id, cells: {} }] };
  }
  return answers;
}
