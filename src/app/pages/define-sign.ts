import { define } from '../../elements/shared/define.ts';
import { ConsentForm } from '../keys/consent-form.ts';
import { SignerForm } from '../keys/signer-form.ts';
import { DrawPad } from './draw-pad.ts';
import { SignPage } from './sign.ts';

define('homeward-consent', ConsentForm);
define('homeward-draw-pad', DrawPad);
define('homeward-page-sign', SignPage);
define('homeward-signer', SignerForm);
