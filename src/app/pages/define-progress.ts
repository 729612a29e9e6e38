import '../../elements/homeward-progress.ts';
import { define } from '../../elements/shared/define.ts';
import { ProgressPage } from './progress/progress.ts';

define('homeward-page-progress', ProgressPage);
