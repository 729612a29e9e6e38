/** What reading a signed file needs, without what signs one. */
export { readAttachment } from './attachment.ts';
export { fingerprintWords } from './fingerprint-words.ts';
export { freePlaces, signedStates } from './places.ts';
export { verifyPdf } from './verify.ts';
