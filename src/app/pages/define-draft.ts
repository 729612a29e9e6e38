import { define } from '../../elements/shared/define.ts';
import { DraftActions } from './draft-actions.ts';
import { PeopleList } from './people.ts';

define('homeward-draft-actions', DraftActions);
define('homeward-people-list', PeopleList);
// These come when the task list stands: nobody waits for them.
void import('./define-beside-tasks.ts');
