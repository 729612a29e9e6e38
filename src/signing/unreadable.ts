import { problem, type Outcome } from '../model/problem.ts';

/**
 * Ends the reading of a file that is broken or not ours.
 *
 * Thrown only inside this folder: every public function turns it into a problem with `attempt`.
 */
export class Unreadable extends Error {
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** The file was not written by this toolkit, or no longer is as it was written. */
export function foreign(detail: string): Unreadable {
  return new Unreadable('not-made-by-this-toolkit', detail);
}

/** What `read` gives, or the reason why the file could not be read. Every other fault passes through. */
export async function attempt<T>(read: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (fault) {
    if (fault instanceof Unreadable) return problem(fault.code, {}, fault.detail);
    throw fault;
  }
}
