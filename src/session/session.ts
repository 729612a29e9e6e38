import { apply } from '../model/apply.ts';
import type { Answer } from '../model/answer.ts';
import type { Assessment, Change, Edit, Place, World } from '../model/assessment.ts';
import { evaluate, type Evaluation } from '../model/evaluate.ts';
import { inverse } from '../model/inverse.ts';
import type { Pack } from '../model/pack.ts';
import { placeKey } from '../model/place.ts';
import { outcome, type Outcome } from '../model/problem.ts';
import type { Draft } from './ports.ts';

/** Typing that goes on in one place within this time is one step of undo. Milliseconds. */
const stepLength = 3000;

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

interface Step {
  readonly edit: Edit;
  readonly back: Change;
  readonly place: string | null;
  readonly at: number;
}

/** One assessment being worked on now. Fires `change` after every edit; nothing else changes an assessment. */
export class Session extends EventTarget {
  readonly #world: World;
  #pack: Pack;
  #by: string;
  #assessment: Assessment;
  #evaluation: Evaluation | null = null;
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];

  constructor(start: {
    readonly pack: Pack;
    readonly assessment: Assessment;
    readonly world: World;
    readonly by?: string;
  }) {
    super();
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
    const today = this.#world.today();
    if (this.#evaluation?.on !== today) this.#evaluation = evaluate(this.#pack, this.#assessment, today);
    return this.#evaluation;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
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
    const back = inverse(this.#pack, this.#assessment, change);
    const edit = this.#edit(change);
    const applied = this.#apply(edit);
    if (!applied.ok) return applied;
    this.#undone = [];
    const joins = back !== null && this.#remember({ edit, back, place: placeOf(change), at: Date.parse(edit.at) });
    this.dispatchEvent(new SessionChangeEvent(edit, joins));
    return applied;
  }

  /** Takes back the last step; nothing happens where there is none. */
  undo(): Outcome<Assessment> {
    const step = this.#done.at(-1);
    if (!step) return outcome(this.#assessment, []);
    const forth = inverse(this.#pack, this.#assessment, step.back);
    const edit: Edit = { ...this.#edit(step.back), undoes: step.edit.id };
    const applied = this.#apply(edit);
    if (!applied.ok) return applied;
    this.#done = this.#done.slice(0, -1);
    if (forth) this.#undone = [...this.#undone, { ...step, back: forth }];
    this.dispatchEvent(new SessionChangeEvent(edit));
    return applied;
  }

  /** Brings the last undone step again. */
  redo(): Outcome<Assessment> {
    const step = this.#undone.at(-1);
    if (!step) return outcome(this.#assessment, []);
    const back = inverse(this.#pack, this.#assessment, step.back);
    const edit: Edit = { ...this.#edit(step.back), redoes: step.edit.id };
    const applied = this.#apply(edit);
    if (!applied.ok) return applied;
    this.#undone = this.#undone.slice(0, -1);
    if (back) this.#done = [...this.#done, { ...step, back }];
    this.dispatchEvent(new SessionChangeEvent(edit));
    return applied;
  }

  /** Goes on with the same pack in other words (another language, guidance arrived). The structure must be the same. */
  speak(pack: Pack): void {
    if (pack === this.#pack) return;
    this.#pack = pack;
    this.#evaluation = null;
    this.dispatchEvent(new Event('words'));
  }

  #edit(change: Change): Edit {
    return { id: this.#world.newId(), at: this.#world.now(), by: this.#by, change };
  }

  #apply(edit: Edit): Outcome<Assessment> {
    const applied = apply(this.#pack, this.#assessment, edit);
    if (applied.ok) {
      this.#assessment = applied.value;
      this.#evaluation = null;
    }
    return applied;
  }

  /** Whether the step went on with the one before it; together they are taken back at once. */
  #remember(step: Step): boolean {
    const last = this.#done.at(-1);
    const joins = last !== undefined && step.place !== null && last.place === step.place && step.at - last.at <= stepLength;
    this.#done = joins ? [...this.#done.slice(0, -1), { ...last, at: step.at }] : [...this.#done, step];
    return joins;
  }
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
    default:
      return null;
  }
}

/** A draft as it stands: its snapshot with the edits made since. Fails with the first edit that does not fit. */
export function replay(pack: Pack, draft: Draft): Outcome<Assessment> {
  let assessment = draft.snapshot;
  for (const edit of draft.edits) {
    const next = apply(pack, assessment, edit);
    if (!next.ok) return next;
    assessment = next.value;
  }
  return outcome(assessment, []);
}
