import { define } from '../../elements/shared/define.ts';
import { QuestionsPage } from '../questions/questions-page.ts';

define('homeward-page-questions', QuestionsPage);
