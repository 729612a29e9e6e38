import './define-section.ts';
import { define } from '../../elements/shared/define.ts';
import { OpenRound } from './open-round.ts';
import { RoundPage } from './round.ts';

define('homeward-open-round', OpenRound);
define('homeward-page-round', RoundPage);
