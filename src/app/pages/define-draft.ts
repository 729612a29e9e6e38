import { define } from '../../elements/shared/define.ts';
import { CaseActions } from './case-actions.ts';
import { ClassList } from './classes.ts';
import { DraftActions } from './draft-actions.ts';
import { FindInDraft } from './find.ts';
import { PeopleList } from './people.ts';

define('homeward-draft-actions', DraftActions);
define('homeward-find-in-draft', FindInDraft);
define('homeward-people-list', PeopleList);
define('homeward-case-actions', CaseActions);
define('homeward-classes', ClassList);
