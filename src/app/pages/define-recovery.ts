import { define } from '../../elements/shared/define.ts';
import { RecoveryPage } from './recovery.ts';

define('homeward-page-recovery', RecoveryPage);
