import { HomewardFramework } from './framework/framework.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-framework': HomewardFramework;
  }
}

define('homeward-framework', HomewardFramework);
