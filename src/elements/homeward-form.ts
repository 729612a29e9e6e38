import { HomewardForm } from './form/form.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-form': HomewardForm;
  }
}

define('homeward-form', HomewardForm);
