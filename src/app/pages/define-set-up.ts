import { define } from '../../elements/shared/define.ts';
import { PassphraseChoice } from '../lock/passphrase.ts';
import { RecoveryCode } from '../lock/recovery.ts';
import { SetUp } from '../lock/set-up.ts';

define('homeward-passphrase', PassphraseChoice);
define('homeward-recovery-code', RecoveryCode);
define('homeward-set-up', SetUp);
