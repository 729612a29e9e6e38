import './define-set-up.ts';
import { define } from '../../elements/shared/define.ts';
import { LockSettings } from '../lock/lock-settings.ts';

define('homeward-lock-settings', LockSettings);
