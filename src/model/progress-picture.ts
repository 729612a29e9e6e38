import type { Assessment } from './assessment.ts';
import type { Evaluation } from './evaluate.ts';
import type { Pack } from './pack.ts';
import { rowsIn, type PlacedRow } from './progress-cells.ts';
import { supportGapsOf, type SupportGaps } from './progress-gaps.ts';
import { goalsOf, type GoalPicture } from './progress-goals.ts';
import { waysHome, type WayHome } from './progress-way.ts';

/** Where the work stands: what was agreed, how it goes, what is missing, and each child's way home. */
export interface ProgressPicture {
  readonly goals: readonly GoalPicture[];
  readonly gaps: SupportGaps;
  readonly ways: readonly WayHome[];
  readonly contingency: readonly PlacedRow[];
}

/** What tables and pictures of progress are drawn from (SPEC.md section G): answers that apply, in order. No sum, no score. */
export function progressPicture(pack: Pack, assessment: Assessment, evaluation: Evaluation): ProgressPicture {
  return {
    goals: goalsOf(evaluation, assessment),
    gaps: supportGapsOf(evaluation, assessment),
    ways: waysHome(pack, evaluation, assessment),
    contingency: rowsIn(evaluation, assessment, 'contingency-plan'),
  };
}
