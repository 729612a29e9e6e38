import { HomewardVerify } from '../elements/verify/verify.ts';
import { readAttachment } from '../signing/attachment.ts';
import { fingerprintWords } from '../signing/fingerprint-words.ts';
import { verifyPdf } from '../signing/verify.ts';
import { VerifyPage } from './verify-page.ts';

// Only what verifies: keys and signing would make the one file four times as large.
HomewardVerify.verifier = () => Promise.resolve({ verifyPdf, readAttachment, fingerprintWords });
customElements.define('homeward-verify', HomewardVerify);
customElements.define('homeward-verify-page', VerifyPage);
