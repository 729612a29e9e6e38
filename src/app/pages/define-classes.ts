import { define } from '../../elements/shared/define.ts';
import { ClassList } from './classes.ts';
import { SafetyFirst } from './safety-first.ts';

define('homeward-classes', ClassList);
define('homeward-safety-first', SafetyFirst);
