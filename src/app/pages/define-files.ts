import { define } from '../../elements/shared/define.ts';
import { FileDoor } from '../files/door.ts';
import { LockFields } from '../files/lock-fields.ts';
import { SaveForm } from '../files/save-form.ts';
import './define-beside.ts';
import { CommentsPage } from './comments.ts';
import { CopiesPage } from './copies.ts';
import { CopyPage } from './copy.ts';
import { OpenPage } from './open-page.ts';
import { ReviewPage } from './review.ts';

define('homeward-file-door', FileDoor);
define('homeward-lock-fields', LockFields);
define('homeward-save-form', SaveForm);
define('homeward-page-comments', CommentsPage);
define('homeward-page-copies', CopiesPage);
define('homeward-page-copy', CopyPage);
define('homeward-page-open', OpenPage);
define('homeward-page-review', ReviewPage);
