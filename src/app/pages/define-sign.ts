import { define } from '../../elements/shared/define.ts';
import { DrawPad } from './draw-pad.ts';
import { SignPage } from './sign.ts';

define('homeward-draw-pad', DrawPad);
define('homeward-page-sign', SignPage);
