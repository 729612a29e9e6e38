import * as v from 'valibot';
import { type Outcome, outcome, problem } from '../model/problem.ts';
import type { Published } from '../model/report.ts';
import { publishedSchema } from './assessment-schemas.ts';
import { readStrictJson } from './strict-json.ts';

/** What the attachment of a PDF says of itself: which questions, which stages, on which day, for whom. */
export type Publication = Omit<Published, 'format' | 'assessment'>;

/** The publication in `bytes`. Problems: those of `readStrictJson`; `not-an-assessment`. */
export function readPublication(bytes: Uint8Array): Outcome<Publication> {
  const json = readStrictJson(bytes);
  if (!json.ok) return json;
  const read = v.safeParse(publishedSchema, json.value);
  if (!read.success) return problem('not-an-assessment', {}, 'published');
  const { pack, output, stages, on } = read.output;
  return outcome({ pack, output, stages, on }, []);
}
