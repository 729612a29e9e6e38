import { define } from '../../elements/shared/define.ts';
import { LockFields } from '../files/lock-fields.ts';
import { SaveForm } from '../files/save-form.ts';
import { NotSaved } from './not-saved.ts';

define('homeward-lock-fields', LockFields);
define('homeward-save-form', SaveForm);
define('homeward-not-saved', NotSaved);
