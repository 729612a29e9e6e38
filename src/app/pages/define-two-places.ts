import { define } from '../../elements/shared/define.ts';
import { TwoPlacesPage } from './two-places.ts';

define('homeward-page-two-places', TwoPlacesPage);
