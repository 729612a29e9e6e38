import type { Assessment } from './assessment.ts';
import type { RouteId } from './pack.ts';
import type { Published } from './report.ts';

/** What was published, in the form the rest of the model reads; it has no history. */
export function asAssessment({ pack: { id, version, structureHash }, assessment }: Published): Assessment {
  return {
    ...assessment,
    format: 1,
    route: assessment.route as RouteId,
    pack: { id, version, structureHash },
    changedAt: assessment.startedAt,
    history: [],
  };
}
