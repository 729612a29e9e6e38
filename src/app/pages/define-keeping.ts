import { define } from '../../elements/shared/define.ts';
import './define-due.ts';
import { DraftKeeping } from './draft-keeping.ts';

define('homeward-draft-keeping', DraftKeeping);
