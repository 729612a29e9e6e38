import { define } from '../../elements/shared/define.ts';
import { OpenFile } from './open-file.ts';

define('homeward-open-file', OpenFile);
