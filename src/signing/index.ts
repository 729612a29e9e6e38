export { readAttachment } from './attachment.ts';
export type { Fingerprint } from './certificate.ts';
export { newSigningKey, type Signer, type SigningKey } from './key.ts';
export { importP12 } from './p12.ts';
export { signPdf, type SignatureWords, type Signing } from './sign.ts';
export { verifyPdf, type Verification, type VerifiedSignature } from './verify.ts';
