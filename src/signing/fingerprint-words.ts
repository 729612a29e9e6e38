import type { Fingerprint } from '../model/verification.ts';

const words = 8;
/** Of one word, in a list of 2,048. */
const bits = 11;

/**
 * The first 88 of a fingerprint's 256 bits as eight words, for reading out over the telephone; none for no fingerprint.
 *
 * Enough that nobody makes a second key with the words of a given one; a list of trusted keys holds whole fingerprints.
 * The words are English in every language, from the list that recovery codes and passphrases take theirs from.
 */
export async function fingerprintWords(fingerprint: Fingerprint): Promise<readonly string[]> {
  const digits = /^[0-9a-f]{22}/i.exec(fingerprint)?.[0];
  if (digits === undefined) return [];
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  const number = BigInt(`0x${digits}`);
  return Array.from({ length: words }, (_, index) => {
    const shift = BigInt((words - 1 - index) * bits);
    return wordlist[Number((number >> shift) & 2047n)] ?? '';
  });
}
