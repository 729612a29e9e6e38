import './define-section.ts';
import { define } from '../../elements/shared/define.ts';
import { OverlayPage } from '../overlay/overlay-page.ts';

define('homeward-page-overlay', OverlayPage);
