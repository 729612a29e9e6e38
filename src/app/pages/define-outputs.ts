import { define } from '../../elements/shared/define.ts';
import { BlankOutput } from './outputs/blank.ts';
import { DataOutput } from './outputs/data.ts';
import { FamilyOutput } from './outputs/family.ts';
import { KeepOutput } from './outputs/keep.ts';
import { OutputsPage } from './outputs/outputs-page.ts';
import { PartnersOutput } from './outputs/partners.ts';
import { PasteOutput } from './outputs/paste.ts';
import { SaveOutput } from './outputs/save.ts';

define('homeward-save-output', SaveOutput);
define('homeward-output-blank', BlankOutput);
define('homeward-output-data', DataOutput);
define('homeward-output-family', FamilyOutput);
define('homeward-output-keep', KeepOutput);
define('homeward-output-partners', PartnersOutput);
define('homeward-output-paste', PasteOutput);
define('homeward-page-outputs', OutputsPage);
