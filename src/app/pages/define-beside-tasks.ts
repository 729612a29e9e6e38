import { define } from '../../elements/shared/define.ts';
import { CaseActions } from './case-actions.ts';
import { ClassList } from './classes.ts';
import './define-due.ts';
import { DraftKeeping } from './draft-keeping.ts';
import { FindInDraft } from './find.ts';
import { SafetyFirst } from './safety-first.ts';

define('homeward-case-actions', CaseActions);
define('homeward-classes', ClassList);
define('homeward-safety-first', SafetyFirst);
define('homeward-find-in-draft', FindInDraft);
define('homeward-draft-keeping', DraftKeeping);
