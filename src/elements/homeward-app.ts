import { HomewardApp } from '../app/app.ts';
import { openServices } from '../app/wiring.ts';
import { define } from './shared/define.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-app': HomewardApp;
  }
}

HomewardApp.open = openServices;
define('homeward-app', HomewardApp);
