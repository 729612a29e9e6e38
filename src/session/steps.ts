import type { Assessment, Change, Edit } from '../model/assessment.ts';
import { inverse } from '../model/inverse.ts';
import type { Pack } from '../model/pack.ts';
import { placeKey } from '../model/place.ts';

/** Typing that goes on in one place within this time is one step of undo. Milliseconds. */
const stepLength = 3000;

/** One thing that can be taken back, or brought again. */
export interface Step {
  /** The edit it began with. */
  readonly edit: string;
  /** The change that takes it back; of an undone step the one that brings it again. */
  readonly back: Change;
  readonly place: string | null;
  readonly at: number;
}

export interface Steps {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const noSteps: Steps = { done: [], undone: [] };

/**
 * The steps once `edit` was applied to `before`, and whether it went on with the step before it (U1).
 *
 * Worked out from edits alone, so that what could be undone before a reload can be undone after it.
 */
export function stepsAfter(
  pack: Pack,
  before: Assessment,
  edit: Edit,
  { done, undone }: Steps,
): { readonly steps: Steps; readonly joins: boolean } {
  const back = inverse(pack, before, edit.change);
  const at = Date.parse(edit.at);
  if (edit.undoes !== undefined) {
    const step = done.at(-1);
    return {
      joins: false,
      steps: { done: done.slice(0, -1), undone: step && back ? [...undone, { ...step, back }] : undone },
    };
  }
  if (edit.redoes !== undefined) {
    const step = undone.at(-1);
    return {
      joins: false,
      steps: { done: step && back ? [...done, { ...step, back }] : done, undone: undone.slice(0, -1) },
    };
  }
  if (!back) return { joins: false, steps: { done, undone: [] } };
  const place = placeOf(edit.change);
  const last = done.at(-1);
  const joins = last !== undefined && place !== null && last.place === place && at - last.at <= stepLength;
  const step: Step = joins ? { ...last, at } : { edit: edit.id, back, place, at };
  return { joins, steps: { done: [...(joins ? done.slice(0, -1) : done), step], undone: [] } };
}

/** Names what a change types into, so that going on there is the same step; null where each change is a step of its own. */
function placeOf(change: Change): string | null {
  switch (change.do) {
    case 'answer':
      return placeKey(change.at);
    case 'set-cell':
      return `${placeKey(change.at)}.${change.row}.${change.column}`;
    case 'change-person':
      return `person ${change.person} ${Object.keys(change.set).join(' ')}`;
    case 'change-evidence':
      return `evidence ${change.evidence} ${Object.keys(change.set).join(' ')}`;
    default:
      return null;
  }
}
