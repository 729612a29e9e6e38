import { define } from '../../elements/shared/define.ts';
import { CaseActions } from './case-actions.ts';
import { DraftActions } from './draft-actions.ts';
import { FindInDraft } from './find.ts';
import { PeopleList } from './people.ts';

define('homeward-draft-actions', DraftActions);
define('homeward-find-in-draft', FindInDraft);
define('homeward-people-list', PeopleList);
define('homeward-case-actions', CaseActions);
// These come when the task list stands: nobody waits for them.
void import('./define-beside-tasks.ts');
