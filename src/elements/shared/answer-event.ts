import type { Answer } from '../../model/answer.ts';
import type { Place } from '../../model/assessment.ts';

/** Somebody answered, or took an answer back (`null`). */
export class AnswerEvent extends Event {
  static readonly type = 'homeward-answer';
  readonly question: string;
  readonly subject: string | null;
  readonly round: number;
  readonly answer: Answer | null;

  constructor({ question, subject, round }: Place, answer: Answer | null) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
    this.question = question;
    this.subject = subject;
    this.round = round;
    this.answer = answer;
  }
}

/** The controls of a form can be used. */
export class ReadyEvent extends Event {
  static readonly type = 'homeward-ready';

  constructor() {
    super(ReadyEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'homeward-answer': AnswerEvent;
    'homeward-ready': ReadyEvent;
  }
}
