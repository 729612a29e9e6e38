import * as v from 'valibot';
import type { Step } from '../model/pack-fault.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlFile } from './read-yaml.ts';

/**
 * What stands at `way` in a YAML file, if it has the shape of `schema`; otherwise null and a problem for every part
 * that has not: `missing-key`, `unknown-key`, `column-without-kind`, `question-without-kind`, `unknown-kind`,
 * `rule-shape`, or `yaml-shape` for anything else.
 */
export function readShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: YamlFile,
  value: unknown,
  way: readonly Step[] = [],
): { readonly value: v.InferOutput<Schema> | null; readonly problems: readonly Problem[] } {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, problems: [] };
  const problems = result.issues.map((issue): Problem => {
    const steps = [...way, ...(issue.path ?? []).map(({ key }) => key as Step)];
    const { code, detail } = faultOf(issue, steps);
    return { code, place: { file: yaml.file, line: yaml.line(steps) }, detail };
  });
  return { value: null, problems };
}

function faultOf(
  issue: v.BaseIssue<unknown>,
  steps: readonly Step[],
): { readonly code: string; readonly detail: string } {
  const key = String(steps.at(-1) ?? '');
  const detail = steps.join('.');
  if (
    steps.some((step) => ['showWhen', 'opens', 'opensForChild', 'when'].includes(String(step))) &&
    issue.type === 'union'
  ) {
    return { code: 'rule-shape', detail };
  }
  if (issue.expected === 'never') return { code: 'unknown-key', detail };
  if (key === 'kind' && issue.received === 'undefined') {
    return { code: steps.includes('columns') ? 'column-without-kind' : 'question-without-kind', detail };
  }
  if (key === 'kind') return { code: 'unknown-kind', detail: `${detail}: ${issue.received.replace(/^"|"$/g, '')}` };
  if (issue.received === 'undefined') return { code: 'missing-key', detail };
  return { code: 'yaml-shape', detail: `${detail}: expected ${issue.expected ?? 'another shape'}` };
}
