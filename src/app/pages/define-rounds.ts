import { define } from '../../elements/shared/define.ts';
import { RoundsPage } from './rounds-page.ts';

define('homeward-page-rounds', RoundsPage);
