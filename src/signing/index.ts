export type { Fingerprint, Verification, VerifiedSignature } from '../model/verification.ts';
export { readAttachment } from './attachment.ts';
export { fingerprintWords } from './fingerprint-words.ts';
export { newSigningKey, type Keeping, type Signer, type SigningKey } from './key.ts';
export { importP12 } from './p12.ts';
export { undrawnIn, type Undrawn } from './other-font.ts';
export { freePlaces, signedStates, type FreePlaces } from './places.ts';
export { signPdf, type SignatureWords, type Signing } from './sign.ts';
export { verifyPdf } from './verify.ts';
