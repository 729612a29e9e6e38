import { HomewardProgress } from './progress/progress.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-progress': HomewardProgress;
  }
}

define('homeward-progress', HomewardProgress);
