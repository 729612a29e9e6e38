import type { Outcome, Problem } from '../model/problem.ts';

/** An outcome without a value, for every reason in `problems`; there must be one. */
export function failed(problems: readonly Problem[]): Outcome<never> {
  const [first, ...rest] = problems;
  if (first === undefined) throw new TypeError('a failure without a problem');
  return { ok: false, problems: [first, ...rest] };
}
