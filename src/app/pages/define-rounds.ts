import { define } from '../../elements/shared/define.ts';
import { RoundsPage } from './rounds.ts';

define('homeward-page-rounds', RoundsPage);
