import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { assessmentSchema, publishedSchema } from './assessment-schemas.ts';
import { overlaySchema } from './overlay/schema.ts';
import {
  articlesSchema,
  caseSchema,
  factorsSchema,
  frameworkSchema,
  outputsSchema,
  packSchema,
  readingSchema,
  sectionSchema,
  sourcesSchema,
  suggestionSchema,
  timetableSchema,
} from './yaml-schemas.ts';

const schemas: Readonly<Record<string, v.GenericSchema>> = {
  pack: packSchema,
  section: sectionSchema,
  factors: factorsSchema,
  framework: frameworkSchema,
  outputs: outputsSchema,
  sources: sourcesSchema,
  articles: articlesSchema,
  reading: readingSchema,
  suggestion: suggestionSchema,
  timetable: timetableSchema,
  case: caseSchema,
  overlay: overlaySchema,
  assessment: assessmentSchema,
  published: publishedSchema,
};

/** The text of each file in `guidance/schema/`, by its name: what editors check a YAML file with while it is written. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      // Checks in code, such as that a date exists, have no words in JSON Schema; the compiler makes them.
      const json = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
