import type { Assessment } from '../model/assessment.ts';
import type { DraftSummary, Revision } from '../session/ports.ts';

/** What a list shows of `assessment` without opening it. Children are there by their initials only. */
export function summaryOf(assessment: Assessment, revision: Revision): DraftSummary {
  const { id, kind, reference, pack, startedAt, changedAt } = assessment;
  return {
    id,
    kind,
    reference,
    children: assessment.people
      .filter((person) => person.role === 'child' && person.removed === undefined && person.mergedInto === undefined)
      .map((person) => initials(person.name))
      .filter((letters) => letters !== ''),
    pack: { id: pack.id, version: pack.version },
    startedAt,
    changedAt,
    revision,
  };
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/u).map((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? '');
  return words.join('').toLocaleUpperCase();
}
