import { withSuggested } from '../model/suggested-then.ts';
import { apply } from '../model/apply.ts';
import type { Answer } from '../model/answer.ts';
import type { Assessment, Change, Edit, Place, World } from '../model/assessment.ts';
import { evaluateAgain, type Evaluated } from '../model/evaluate-again.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Pack } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Draft } from './ports.ts';
import { noSteps, stepsAfter, type Steps } from './steps.ts';

/** Fired by a session after every edit. */
export class SessionChangeEvent extends Event {
  static readonly type = 'change';
  readonly edit: Edit;
  /** It goes on with what the edit before it typed, and says all that one said. */
  readonly joins: boolean;

  constructor(edit: Edit, joins = false) {
    super(SessionChangeEvent.type);
    this.edit = edit;
    this.joins = joins;
  }
}

/**
 * One assessment being worked on now. Fires `change` after every edit; nothing else changes an assessment.
 *
 * Fires `readonly` when it may no longer be changed, or may again.
 */
export class Session extends EventTarget {
  readonly #world: World;
  #pack: Pack;
  #by: string;
  #assessment: Assessment;
  #evaluated: Evaluated | null = null;
  #steps: Steps;
  #readonly = false;

  constructor(start: {
    readonly pack: Pack;
    readonly assessment: Assessment;
    readonly world: World;
    readonly by?: string;
    /** What can be taken back from before this session. */
    readonly steps?: Steps;
  }) {
    super();
    this.#steps = start.steps ?? noSteps;
    this.#pack = start.pack;
    this.#assessment = start.assessment;
    this.#world = start.world;
    this.#by = start.by ?? '';
  }

  get pack(): Pack {
    return this.#pack;
  }

  get assessment(): Assessment {
    return this.#assessment;
  }

  /** What follows from the answers today; worked out once for each change and day. */
  get evaluation(): Evaluation {
    const [pack, assessment, before, today] = [this.#pack, this.#assessment, this.#evaluated, this.#world.today()];
    if (before?.pack === pack && before.assessment === assessment && before.evaluation.on === today)
      return before.evaluation;
    const evaluation = evaluateAgain(pack, assessment, today, before);
    this.#evaluated = { pack, assessment, evaluation };
    return evaluation;
  }

  /** Whether it is only to be read now: every change fails with `read-only`. */
  get readonly(): boolean {
    return this.#readonly;
  }

  set readonly(readonly: boolean) {
    if (readonly === this.#readonly) return;
    this.#readonly = readonly;
    this.dispatchEvent(new Event('readonly'));
  }

  get canUndo(): boolean {
    return !this.#readonly && this.#steps.done.length > 0;
  }

  get canRedo(): boolean {
    return !this.#readonly && this.#steps.undone.length > 0;
  }

  /** A new id for a row or person. */
  newId(): string {
    return this.#world.newId();
  }

  /** Says, changes or takes back (`null`) one answer. */
  answer(at: Place, answer: Answer | null): Outcome<Assessment> {
    return this.change({ do: 'answer', at, answer });
  }

  /** Makes one change; a change that does not fit changes nothing and says why. */
  change(change: Change): Outcome<Assessment> {
    return this.#make(this.#edit(withSuggested(this.#pack, this.#assessment, change, this.#world.today())));
  }

  /** Takes back the last step; nothing happens where there is none. */
  undo(): Outcome<Assessment> {
    const step = this.#steps.done.at(-1);
    return step ? this.#make({ ...this.#edit(step.back), undoes: step.edit }) : outcome(this.#assessment, []);
  }

  /** Brings the last undone step again. */
  redo(): Outcome<Assessment> {
    const step = this.#steps.undone.at(-1);
    return step ? this.#make({ ...this.#edit(step.back), redoes: step.edit }) : outcome(this.#assessment, []);
  }

  /** Goes on with the same pack in other words (another language, guidance arrived). The structure must be the same. */
  speak(pack: Pack): void {
    if (pack === this.#pack) return;
    this.#pack = pack;
    this.dispatchEvent(new Event('words'));
  }

  #edit(change: Change): Edit {
    const at = this.#world.now();
    const isBack = Date.parse(at) < Date.parse(this.#assessment.changedAt);
    return { id: this.#world.newId(), at, by: this.#by, change, ...(isBack ? { clockBack: true } : {}) };
  }

  #make(edit: Edit): Outcome<Assessment> {
    if (this.#readonly) return problem('read-only');
    const before = this.#assessment;
    const applied = apply(this.#pack, before, edit);
    if (!applied.ok) return applied;
    this.#assessment = applied.value;
    const { steps, joins } = stepsAfter(this.#pack, before, edit, this.#steps);
    this.#steps = steps;
    this.dispatchEvent(new SessionChangeEvent(edit, joins));
    return applied;
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
