import type { Published } from '../model/report.ts';

/** `published` as a file that `readAssessment` opens again; its schema is `guidance/schema/published.schema.json`. */
export const jsonFile = (published: Published): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(`${JSON.stringify(published, null, 2)}\n`));

/** A bundle of FHIR as a file. */
export const fhirFile = (bundle: object): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(`${JSON.stringify(bundle)}\n`));
