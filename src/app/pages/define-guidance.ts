import '../../elements/homeward-guidance.ts';
import { define } from '../../elements/shared/define.ts';
import { GuidancePage } from './guidance.ts';

define('homeward-page-guidance', GuidancePage);
