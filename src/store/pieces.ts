import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, problem } from '../model/problem.ts';
import type { DraftSummary } from '../session/ports.ts';
import type { Bytes } from './envelope.ts';

/** `value` as the bytes that are sealed. */
export function written(value: Assessment | DraftSummary | readonly Edit[]): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * What `written` wrote, when `fits` knows it again; otherwise `damaged`.
 *
 * `fits` looks at the outline only. Whether answers fit their pack is for whoever replays the draft.
 */
export function read<T>(bytes: Bytes, fits: (value: unknown) => value is T): Outcome<T> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return problem('damaged', {}, 'not JSON'); // the cause quotes what was written, so it is left out
  }
  if (isThing(value) && typeof value.format === 'number' && value.format > 1)
    return problem('newer-than-program', {}, 'assessment');
  return fits(value) ? { ok: true, value } : problem('damaged', {}, 'outline');
}

export function isAssessment(value: unknown): value is Assessment {
  return (
    isThing(value) &&
    value.format === 1 &&
    typeof value.id === 'string' &&
    (value.kind === 'real' || value.kind === 'training') &&
    isThing(value.pack) &&
    isThing(value.answers) &&
    ['people', 'rounds', 'versions', 'history'].every((name) => Array.isArray(value[name]))
  );
}

export function isEdits(value: unknown): value is readonly Edit[] {
  return (
    Array.isArray(value) && value.every((edit) => isThing(edit) && typeof edit.id === 'string' && isThing(edit.change))
  );
}

export function isSummary(value: unknown): value is DraftSummary {
  return (
    isThing(value) &&
    typeof value.id === 'string' &&
    typeof value.reference === 'string' &&
    Array.isArray(value.children)
  );
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
