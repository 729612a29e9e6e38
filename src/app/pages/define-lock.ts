import { define } from '../../elements/shared/define.ts';
import { LockBar } from '../lock/lock-bar.ts';

define('homeward-lock', LockBar);
