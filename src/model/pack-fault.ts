import type { Problem } from './problem.ts';

/** A step into a pack: a property or the position in a list. */
export type Step = string | number;

/**
 * Something wrong with a pack, and the way there from the pack's root, such as
 * `['questions', 12, 'showWhen', 'all', 0]`. A compiler turns the way into file and line.
 */
export interface PackFault {
  readonly code: string;
  readonly at: readonly Step[];
  readonly question?: string;
  readonly detail?: string;
}

/** `fault` as it is told to people who hold no files. */
export function problemOf({ code, at, question, detail }: PackFault): Problem {
  return {
    code,
    place: question === undefined ? {} : { question },
    detail: detail === undefined ? at.join('.') : `${detail} (${at.join('.')})`,
  };
}
