import { HomewardFramework } from './framework/framework.ts';
import { define } from './shared/define.ts';

// With these a page knows what its listeners are handed.
export type { StageEvent } from './framework/stage-event.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-framework': HomewardFramework;
  }
}

define('homeward-framework', HomewardFramework);
