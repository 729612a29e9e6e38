import { HomewardForm } from './form/form.ts';
import { define } from './shared/define.ts';

// With these a page knows what its listeners are handed.
export type { AnswerEvent, ReadyEvent } from './shared/answer-event.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-form': HomewardForm;
  }
}

define('homeward-form', HomewardForm);
