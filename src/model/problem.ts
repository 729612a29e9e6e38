/** Where a problem is: a place in a file, or a place in an assessment. */
export interface ProblemPlace {
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly question?: string;
  readonly subject?: string | null;
  readonly round?: number;
}

/**
 * Something wrong that we expect to meet, and where.
 *
 * `detail` names ids, counts and kinds; it never holds an answer, a name or a key.
 */
export interface Problem {
  readonly code: string;
  readonly place: ProblemPlace;
  readonly detail?: string;
}

export type Problems = readonly [Problem, ...Problem[]];

/** A value, or every reason why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problems };

/** `value`, unless there were problems. */
export function outcome<T>(value: T, problems: readonly Problem[]): Outcome<T> {
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, value };
}

/** A failed outcome with one problem. */
export function problem(
  code: string,
  place: ProblemPlace = {},
  detail?: string,
): { readonly ok: false; readonly problems: Problems } {
  return { ok: false, problems: [detail === undefined ? { code, place } : { code, place, detail }] };
}

/** A fault in this program or its surroundings. Messages are for developers and hold no answers. */
export class HomewardError extends Error {
  // Set by hand: minifying changes class names.
  override readonly name: string = 'HomewardError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
