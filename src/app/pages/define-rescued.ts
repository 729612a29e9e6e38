import { define } from '../../elements/shared/define.ts';
import { RescuedBanner } from './rescued.ts';

define('homeward-rescued', RescuedBanner);
