import { define } from '../../elements/shared/define.ts';
import { CodeNotice } from '../lock/code-notice.ts';
import { LockBar } from '../lock/lock-bar.ts';

define('homeward-lock', LockBar);
define('homeward-code-notice', CodeNotice);
