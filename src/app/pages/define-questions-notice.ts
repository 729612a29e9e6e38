import { define } from '../../elements/shared/define.ts';
import { QuestionsNotice } from '../questions/questions-notice.ts';

define('homeward-questions-notice', QuestionsNotice);
