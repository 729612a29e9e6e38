import { define } from './shared/define.ts';
import { HomewardVerify } from './verify/verify.ts';

// With these a page knows what its listeners are handed.
export type { VerifiedEvent } from './verify/verified-event.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-verify': HomewardVerify;
  }
}

HomewardVerify.verifier = () => import('../signing/reading.ts');
define('homeward-verify', HomewardVerify);
