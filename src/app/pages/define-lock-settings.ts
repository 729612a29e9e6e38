import './define-set-up.ts';
import { define } from '../../elements/shared/define.ts';
import { CouncilKey } from '../lock/council-key.ts';
import { LockSettings } from '../lock/lock-settings.ts';

define('homeward-council-key', CouncilKey);
define('homeward-lock-settings', LockSettings);
