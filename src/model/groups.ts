import type { Person } from './assessment.ts';
import type { Instance } from './evaluate.ts';

/** Questions that stand together: about one person, or about the family (null). */
export interface Group {
  readonly person: Person | null;
  readonly instances: readonly Instance[];
}

/** A section's questions as they are read: neighbours that repeat by person are taken person by person (V8). */
export function inGroups(instances: readonly Instance[]): readonly Group[] {
  const groups: Group[] = [];
  let run: Instance[] = [];
  const close = (): void => {
    const people = [...new Set(run.map(({ person }) => person))];
    groups.push(...people.map((person) => ({ person, instances: run.filter((each) => each.person === person) })));
    run = [];
  };
  for (const instance of instances) {
    const first = run[0];
    if (first && (first.person === null) !== (instance.person === null)) close();
    run.push(instance);
  }
  close();
  return groups;
}
