import type { Answer } from '../model/answer.ts';
import type { Assessment, Change, Edit, Place, World } from '../model/assessment.ts';
import type { Evaluated } from '../model/evaluate-again.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Pack } from '../model/pack.ts';
import { problem, type Outcome } from '../model/problem.ts';

/** What a session begins with. */
export interface Start {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly world: World;
  readonly by?: string;
}

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
 * One assessment being worked on now, whatever can be done to it. Fires `change` after every edit; nothing else changes an
 * assessment.
 *
 * Fires `readonly` when it may no longer be changed, or may again.
 */
export abstract class AnySession extends EventTarget {
  protected readonly world: World;
  #pack: Pack;
  #by: string;
  #assessment: Assessment;
  #evaluated: Evaluated | null = null;
  #readonly = false;

  constructor({ pack, assessment, world, by = '' }: Start) {
    super();
    this.world = world;
    this.#pack = pack;
    this.#assessment = assessment;
    this.#by = by;
  }

  get pack(): Pack {
    return this.#pack;
  }

  get assessment(): Assessment {
    return this.#assessment;
  }

  /** What follows from the answers today; worked out once for each change and day. */
  get evaluation(): Evaluation {
    const [pack, assessment, before, today] = [this.#pack, this.#assessment, this.#evaluated, this.world.today()];
    if (before?.pack === pack && before.assessment === assessment && before.evaluation.on === today)
      return before.evaluation;
    const evaluation = this.evaluate(today, before);
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

  /** A new id for a row or person. */
  newId(): string {
    return this.world.newId();
  }

  /** Says, changes or takes back (`null`) one answer. */
  answer(at: Place, answer: Answer | null): Outcome<Assessment> {
    return this.change({ do: 'answer', at, answer });
  }

  /** Makes one change; a change that does not fit changes nothing and says why. */
  change(change: Change): Outcome<Assessment> {
    return this.make(change);
  }

  /** Goes on with the same pack in other words (another language, guidance arrived). The structure must be the same. */
  speak(pack: Pack): void {
    if (pack === this.#pack) return;
    this.#pack = pack;
    this.dispatchEvent(new Event('words'));
  }

  /** Makes one edit of a change, said to take back or bring again another edit. */
  protected make(change: Change, of: Pick<Edit, 'undoes' | 'redoes'> = {}): Outcome<Assessment> {
    if (this.#readonly) return problem('read-only');
    const before = this.#assessment;
    const at = this.world.now();
    const isBack = Date.parse(at) < Date.parse(before.changedAt);
    const id = this.world.newId();
    const edit: Edit = { id, at, by: this.#by, change, ...(isBack ? { clockBack: true } : {}), ...of };
    const applied = this.apply(edit);
    if (!applied.ok) return applied;
    this.#assessment = applied.value;
    this.dispatchEvent(new SessionChangeEvent(edit, this.goesOn(before, edit)));
    return applied;
  }

  protected abstract apply(edit: Edit): Outcome<Assessment>;

  protected abstract evaluate(today: string, before: Evaluated | null): Evaluation;

  /** Whether an edit that was made goes on with the step before it. */
  protected goesOn(_before: Assessment, _edit: Edit): boolean {
    return false;
  }
}
