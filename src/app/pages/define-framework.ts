import '../../elements/homeward-framework.ts';
import { define } from '../../elements/shared/define.ts';
import { FrameworkPage } from './framework.ts';

define('homeward-page-framework', FrameworkPage);
