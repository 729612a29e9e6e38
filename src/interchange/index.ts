export { csvColumns, csvFile } from './csv.ts';
export { fhirBundle } from './fhir.ts';
export type { Bundle, Questionnaire, QuestionnaireResponse } from './fhir-types.ts';
export { fhirFile, jsonFile } from './json.ts';
export { leftOut, type LeftOut } from './left-out.ts';
