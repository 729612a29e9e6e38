import type { Assessment } from '../model/assessment.ts';

/** What the suggestion must come to for one child in one round, and the class the discussion agreed. */
export interface ExpectedSuggestion {
  readonly child: string;
  readonly round: number;
  readonly input: Readonly<Record<string, number | string>>;
  readonly expect: {
    readonly suggest: string | null;
    readonly rule: string;
    readonly floors?: readonly string[];
    readonly cautions?: readonly string[];
  };
  readonly agreed: string;
}

/** A fictional case with model answers. */
export interface TrainingCase {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly story: readonly string[];
  readonly classification: string;
  readonly teachingPoints: readonly string[];
  /** How many stages, from the first, have model answers. */
  readonly stagesAnswered: number;
  readonly suggestions: readonly ExpectedSuggestion[];
  readonly assessment: Assessment;
}
