import { HomewardGuidance } from './guidance/guidance.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-guidance': HomewardGuidance;
  }
}

define('homeward-guidance', HomewardGuidance);
