import { define } from '../../elements/shared/define.ts';
import { CasePage, TrainingPage } from './training.ts';

define('homeward-page-training', TrainingPage);
define('homeward-page-case', CasePage);
