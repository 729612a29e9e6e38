import { HomewardFactors } from './factors/factors.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-factors': HomewardFactors;
  }
}

define('homeward-factors', HomewardFactors);
