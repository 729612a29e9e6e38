import { define } from '../../elements/shared/define.ts';
import { NewPage } from './new.ts';

define('homeward-page-new', NewPage);
