import { define } from '../../elements/shared/define.ts';
import { CouncilWay } from '../lock/council-way.ts';
import { PassphraseChoice } from '../lock/passphrase.ts';
import { UnlockPage } from '../lock/unlock.ts';

define('homeward-passphrase', PassphraseChoice);
define('homeward-council-way', CouncilWay);
define('homeward-page-unlock', UnlockPage);
