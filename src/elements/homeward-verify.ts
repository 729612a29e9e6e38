import { define } from './shared/define.ts';
import { HomewardVerify } from './verify/verify.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-verify': HomewardVerify;
  }
}

HomewardVerify.verifier = () => import('../signing/index.ts');
define('homeward-verify', HomewardVerify);
