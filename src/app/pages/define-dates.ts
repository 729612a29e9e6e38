import { define } from '../../elements/shared/define.ts';
import { DatesPage } from './dates.ts';

define('homeward-page-dates', DatesPage);
