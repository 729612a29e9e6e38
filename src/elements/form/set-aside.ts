import type { Answer, AnswerState } from '../../model/answer.ts';
import type { Change, PlaceKey } from '../../model/assessment.ts';
import type { AnySession } from '../../session/any-session.ts';
import { noteOf } from '../fields/control.ts';

/** What stands in the box itself, whether it could be read or not, against the states it can have instead. */
const kindOf = (state: AnswerState): string => (state === 'unread' ? 'given' : state);

/**
 * What an answer said before somebody chose another state for it, kept while the session lasts: whoever goes to
 * "Not known yet" and back finds the words that were there, and the owner and day of the other state likewise.
 */
export class SetAside {
  readonly #kept = new WeakMap<AnySession, Map<string, Answer>>();

  /** Goes on with what was kept for a session that another one takes the place of. */
  carryOver(from: AnySession, to: AnySession): void {
    const kept = this.#kept.get(from);
    if (kept) this.#kept.set(to, kept);
  }

  /** `change`, made by choosing `state` at the place `key`, with what that state last said. */
  change(session: AnySession, key: PlaceKey, state: string, change: Change): Change {
    if (change.do !== 'answer') return change;
    const kept = this.#kept.get(session) ?? new Map<string, Answer>();
    this.#kept.set(session, kept);
    const was = session.assessment.answers[key];
    if (was) kept.set(`${key} ${kindOf(was.is)}`, was);
    else kept.delete(`${key} given`);
    const before = kept.get(`${key} ${state}`);
    if (!before || (was && kindOf(was.is) === state)) return change;
    return { ...change, answer: again(before, was ?? null) };
  }
}

/** An answer as it was, with the note and the reason as they are now: those stay with the question whatever its state. */
function again(before: Answer, now: Answer | null): Answer {
  const { note: _note, ...said } = before;
  const answer: Answer = { ...said, ...noteOf(now) };
  const reason = now && 'reason' in now && now.reason ? { reason: now.reason } : {};
  return 'reason' in answer || answer.is === 'not-known' ? { ...answer, ...reason } : answer;
}
