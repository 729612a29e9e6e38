import { define } from '../../elements/shared/define.ts';
import { CheckPage } from './check.ts';

define('homeward-page-check', CheckPage);
