import { apply } from '../model/apply.ts';
import type { Assessment, Change, Edit } from '../model/assessment.ts';
import { evaluateAgain, type Evaluated } from '../model/evaluate-again.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Pack } from '../model/pack.ts';
import { outcome, type Outcome } from '../model/problem.ts';
import { withSuggested } from '../model/suggested-then.ts';
import { AnySession, type Start } from './any-session.ts';
import type { Draft } from './ports.ts';
import { noSteps, stepsAfter, type Steps } from './steps.ts';

export { SessionChangeEvent } from './any-session.ts';

/** One assessment being worked on now: every change there is, and back again. */
export class Session extends AnySession {
  #steps: Steps;

  /** `steps`: what can be taken back from before this session. */
  constructor(start: Start & { readonly steps?: Steps }) {
    super(start);
    this.#steps = start.steps ?? noSteps;
  }

  get canUndo(): boolean {
    return !this.readonly && this.#steps.done.length > 0;
  }

  get canRedo(): boolean {
    return !this.readonly && this.#steps.undone.length > 0;
  }

  override change(change: Change): Outcome<Assessment> {
    return this.make(withSuggested(this.pack, this.assessment, change, this.world.today()));
  }

  /** Takes back the last step; nothing happens where there is none. */
  undo(): Outcome<Assessment> {
    const step = this.#steps.done.at(-1);
    return step ? this.make(step.back, { undoes: step.edit }) : outcome(this.assessment, []);
  }

  /** Brings the last undone step again. */
  redo(): Outcome<Assessment> {
    const step = this.#steps.undone.at(-1);
    return step ? this.make(step.back, { redoes: step.edit }) : outcome(this.assessment, []);
  }

  protected override apply(edit: Edit): Outcome<Assessment> {
    return apply(this.pack, this.assessment, edit);
  }

  protected override evaluate(today: string, before: Evaluated | null): Evaluation {
    return evaluateAgain(this.pack, this.assessment, today, before);
  }

  protected override goesOn(before: Assessment, edit: Edit): boolean {
    const { steps, joins } = stepsAfter(this.pack, before, edit, this.#steps);
    this.#steps = steps;
    return joins;
  }
}

/**
 * A draft as it stands, its snapshot with the edits made since, and what can be taken back in it.
 *
 * Fails with the first edit that does not fit.
 */
export function replay(pack: Pack, draft: Draft): Outcome<{ readonly assessment: Assessment; readonly steps: Steps }> {
  let assessment = draft.snapshot;
  let steps = noSteps;
  for (const edit of draft.edits) {
    const next = apply(pack, assessment, edit);
    if (!next.ok) return next;
    ({ steps } = stepsAfter(pack, assessment, edit, steps));
    assessment = next.value;
  }
  return outcome({ assessment, steps }, []);
}
