import { msg, str } from '@lit/localize';
import type { Change } from '../model/assessment.ts';
import type { Session } from '../session/session.ts';

/** Properties of a person that decide what is asked about them. */
const deciding = ['inScope', 'assessedAsCarer', 'inHousehold', 'role'];

/** Whether a change may make questions apply or cease to apply because of who is there. */
function movesPeople(change: Change): boolean {
  switch (change.do) {
    case 'add-person':
    case 'remove-person':
    case 'restore-person':
    case 'merge-person':
      return true;
    case 'change-person':
      return Object.keys(change.set).some((property) => deciding.includes(property));
    case 'together':
      return change.changes.some(movesPeople);
    default:
      return false;
  }
}

/** Says why progress moved when people came or went: otherwise a number drops and nobody knows the reason. */
export class ProgressNotice {
  readonly #session: Session;
  #of: number;
  #words = '';

  constructor(session: Session) {
    this.#session = session;
    this.#of = session.evaluation.progress().of;
  }

  /** What to say now; empty when there is nothing. */
  get words(): string {
    return this.#words;
  }

  /** Takes note of a change that was just made. */
  noted(change: Change): void {
    const { of } = this.#session.evaluation.progress();
    const more = of - this.#of;
    this.#of = of;
    if (!movesPeople(change)) this.#words = '';
    else if (more > 0)
      this.#words = msg(str`${more} more questions apply now, because they are asked about each person.`, {
        id: 'people-more',
      });
    else if (more < 0)
      this.#words = msg(str`${-more} questions about them no longer count. Their answers are kept.`, {
        id: 'people-fewer',
      });
  }
}
