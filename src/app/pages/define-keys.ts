import { define } from '../../elements/shared/define.ts';
import { SigningKeysPart } from '../keys/signing-keys.ts';
import { TrustedKeysPart } from '../keys/trusted-keys.ts';

define('homeward-signing-keys', SigningKeysPart);
define('homeward-trusted-keys', TrustedKeysPart);
