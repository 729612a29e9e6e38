import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Words in a generated phrase: 55 bits of chance, which with Argon2id nobody tries through. */
const length = 5;

/** Five words drawn by chance from a list of 2,048 that are short, common and unlike each other. */
export function drawPhrase(): string {
  return Array.from(
    crypto.getRandomValues(new Uint16Array(length)),
    // 65,536 is a multiple of 2,048: every word is as likely as any other.
    (number) => wordlist[number % wordlist.length] ?? '',
  ).join(' ');
}
