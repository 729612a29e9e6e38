import * as v from 'valibot';
import { asAssessment } from '../model/as-assessment.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { type Outcome, outcome, type Problem, problem } from '../model/problem.ts';
import type { Published } from '../model/report.ts';
import { assessmentSchema, publishedSchema } from './assessment-schemas.ts';
import { checkAssessment } from './check-assessment.ts';
import { readStrictJson } from './strict-json.ts';

/**
 * The assessment that `bytes` hold: an exported assessment, or what was attached to a PDF. Never throws on bad input.
 *
 * Problems: those of `readStrictJson`; `newer-than-program` for a later format or version of the questions, which is
 * left untouched; `not-an-assessment` with the places whose shape is wrong; `other-pack`; and those of `checkAssessment`.
 */
export function readAssessment(bytes: Uint8Array, pack: Pack): Outcome<Assessment> {
  const read = readUnchecked(bytes);
  return read.ok ? checkedWith(pack, read.value) : read;
}

/** The same, not yet compared with any questions. */
export function readUnchecked(bytes: Uint8Array): Outcome<Assessment> {
  const json = readStrictJson(bytes);
  if (!json.ok) return json;
  const format = formatOf(json.value);
  if (format === 'newer') return problem('newer-than-program');
  if (format === null) return problem('not-an-assessment', {}, 'format');
  return format === 'published' ? readPublished(json.value) : readWhole(json.value);
}

/** `assessment` where it fits `pack`. */
export function checkedWith(pack: Pack, assessment: Assessment): Outcome<Assessment> {
  if (assessment.pack.id !== pack.id) return problem('other-pack', {}, assessment.pack.id);
  if (assessment.pack.version > pack.version)
    return problem('newer-than-program', {}, `questions ${assessment.pack.version}`);
  return outcome(assessment, checkAssessment(pack, assessment));
}

function formatOf(value: unknown): 'whole' | 'published' | 'newer' | null {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (format === 1) return 'whole';
  if (format === 'homeward-published/1') return 'published';
  const later =
    typeof format === 'number' ? format > 1 : typeof format === 'string' && /^homeward-published\/[0-9]+$/.test(format);
  return later ? 'newer' : null;
}

function readWhole(value: unknown): Outcome<Assessment> {
  const read = v.safeParse(assessmentSchema, value);
  return read.success ? outcome<Assessment>(read.output as Assessment, []) : notAnAssessment(read.issues);
}

function readPublished(value: unknown): Outcome<Assessment> {
  const read = v.safeParse(publishedSchema, value);
  if (!read.success) return notAnAssessment(read.issues);
  return outcome(asAssessment(read.output as Published), []);
}

/** Places are told by the names of the format; ids that people made, such as keys of answers, are left out. */
function notAnAssessment(issues: readonly v.BaseIssue<unknown>[]): Outcome<Assessment> {
  const places = new Set(
    issues.map(({ path }) => {
      const steps = (path ?? []).map(({ key }) => key);
      return steps
        .map((step, index) =>
          typeof step === 'number' || steps[index - 1] === 'answers' || steps[index - 1] === 'cells'
            ? '…'
            : String(step),
        )
        .join('.');
    }),
  );
  const problems = [...places].map((detail): Problem => ({ code: 'not-an-assessment', place: {}, detail }));
  const [first, ...rest] = problems;
  return first === undefined ? problem('not-an-assessment') : { ok: false, problems: [first, ...rest] };
}
