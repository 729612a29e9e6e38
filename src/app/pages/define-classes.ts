import { define } from '../../elements/shared/define.ts';
import { ClassList } from './classes.ts';

define('homeward-classes', ClassList);
