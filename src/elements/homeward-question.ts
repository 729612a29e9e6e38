import { HomewardForm } from './form/form.ts';
import { HomewardQuestion } from './question/question.ts';
import { define } from './shared/define.ts';

// With these a page knows what its listeners are handed.
export type { AnswerEvent, ReadyEvent } from './shared/answer-event.ts';
export type { OverlayRefusedEvent } from './shared/local-pack.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-question': HomewardQuestion;
  }
}

define('homeward-form', HomewardForm);
define('homeward-question', HomewardQuestion);
