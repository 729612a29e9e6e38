import { define } from '../../elements/shared/define.ts';
import { PassphraseChoice } from '../lock/passphrase.ts';
import { UnlockPage } from '../lock/unlock.ts';

define('homeward-passphrase', PassphraseChoice);
define('homeward-page-unlock', UnlockPage);
