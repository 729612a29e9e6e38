import { define } from '../../elements/shared/define.ts';
import { RecoveryKeyPage } from './recovery-key.ts';

define('homeward-page-recovery-key', RecoveryKeyPage);
