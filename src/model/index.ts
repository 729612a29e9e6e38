export type * from './answer.ts';
export type * from './assessment.ts';
export type * from './pack.ts';
export type * from './report.ts';
export type * from './rich-text.ts';
export type * from './rule.ts';
export type { Evaluation, Instance, OpenMatter, Progress } from './evaluate.ts';
export type { Gap } from './gaps.ts';
export type { Start } from './new-assessment.ts';
export type { InputChange, WouldChange } from './suggest-changes.ts';
export type { Caution, Missing } from './suggest-inputs.ts';
export type { Reason, Suggestion } from './suggest.ts';
export { apply } from './apply.ts';
export { dateParts, readDate, splitDate, type DateParts } from './dates.ts';
export { evaluate } from './evaluate.ts';
export { evidenceFor, unsupportedRatings, type Unsupported } from './evidence-for.ts';
export { shownEvidence, type ShownEvidence } from './evidence.ts';
export { inverse } from './inverse.ts';
export { report } from './make-report.ts';
export { newAssessment } from './new-assessment.ts';
export { formName, parseFormName, parsePlaceKey, placeKey, type FormName } from './place.ts';
export {
  HomewardError,
  outcome,
  problem,
  type Outcome,
  type Problem,
  type ProblemPlace,
  type Problems,
} from './problem.ts';
export { published } from './published.ts';
export { reportText } from './report-text.ts';
export { plainText } from './rich-text.ts';
export { suggestRiskClass } from './suggest.ts';
