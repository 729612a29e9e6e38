import { define } from '../../elements/shared/define.ts';
import { ReadOnlyBanner } from './read-only.ts';

define('homeward-read-only', ReadOnlyBanner);
