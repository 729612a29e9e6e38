import { define } from '../../elements/shared/define.ts';
import { DeletedDraft, DueLine, LapsedDrafts } from './due.ts';
import { PdfDoor } from './pdf-door.ts';

define('homeward-deleted', DeletedDraft);
define('homeward-due', DueLine);
define('homeward-lapsed', LapsedDrafts);
define('homeward-pdf-door', PdfDoor);
