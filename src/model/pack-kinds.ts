/** What a question or a column is answered with. Shapes of the values: `answer.ts`. */
export const questionKinds = [
  'text',
  'long-text',
  'date',
  'number',
  'single-choice',
  'multi-choice',
  'yes-no-unknown',
  'scale',
  'person-table',
  'chronology-table',
  'table',
  'goals-table',
  'schedule-table',
  'traffic-light',
  'checklist',
  'rating-matrix',
  'factor-rating',
  'risk-suggestion',
  'risk-class',
  'signature',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const columnKinds = [
  'text',
  'long-text',
  'date',
  'number',
  'single-choice',
  'multi-choice',
  'yes-no',
  'person',
  'traffic-light',
  'question-ref',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Properties of a person that a column may show and change; the value then rests with the person, not in the row. */
export const personProperties = [
  'name',
  'born',
  'role',
  'relationship',
  'relatedTo',
  'livesWith',
  'livingArrangement',
  'parentalResponsibility',
  'inHousehold',
  'inScope',
  'assessedAsCarer',
  'agency',
  'agencyKind',
  'post',
] as const;
export type PersonProperty = (typeof personProperties)[number];
