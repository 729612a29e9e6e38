import type { Assessment } from '../model/assessment.ts';
import { initials, presentPeople } from '../model/people.ts';
import type { DraftSummary, Revision } from '../session/ports.ts';

/** What a list shows of `assessment` without opening it. Children are there by their initials only. */
export function summaryOf(assessment: Assessment, revision: Revision): DraftSummary {
  const { id, kind, reference, pack, startedAt, changedAt } = assessment;
  return {
    id,
    kind,
    reference,
    children: presentPeople(assessment)
      .filter(({ role }) => role === 'child')
      .map(({ name }) => initials(name)),
    pack: { id: pack.id, version: pack.version },
    startedAt,
    changedAt,
    revision,
  };
}
