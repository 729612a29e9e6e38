import { define } from '../../elements/shared/define.ts';
import { NotSaved } from './not-saved.ts';

define('homeward-not-saved', NotSaved);
