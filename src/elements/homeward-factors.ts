import { HomewardFactors } from './factors/factors.ts';
import { define } from './shared/define.ts';

// With these a page knows what its listeners are handed.
export type { AnswerEvent } from './shared/answer-event.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-factors': HomewardFactors;
  }
}

define('homeward-factors', HomewardFactors);
