import { define } from '../../elements/shared/define.ts';
import '../../elements/homeward-verify.ts';
import { SignerForm } from '../keys/signer-form.ts';
import { Countersign } from '../signed/countersign.ts';
import { OpenAgain } from '../signed/open-again.ts';
import { DrawPad } from './draw-pad.ts';
import { VerifyPage } from './verify.ts';

define('homeward-draw-pad', DrawPad);
define('homeward-signer', SignerForm);
define('homeward-countersign', Countersign);
define('homeward-open-again', OpenAgain);
define('homeward-page-verify', VerifyPage);
