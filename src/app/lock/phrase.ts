import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Words spelled otherwise in Britain, which somebody would write down as they spell them. */
const otherwise =
  'armor catalog check color defense favorite fiber flavor harbor humor jewel labor license odor practice program skill vapor';
const spelledAlike = wordlist.filter((word) => !otherwise.split(' ').includes(word));
/** Below it every word is as likely as any other. */
const fair = 65_536 - (65_536 % spelledAlike.length);

/** Words in a generated phrase: 55 bits of chance, which with Argon2id nobody tries through. */
const length = 5;

/** Five words drawn by chance from a list of some 2,000 that are short, common and unlike each other. */
export function drawPhrase(): string {
  return Array.from({ length }, drawWord).join(' ');
}

function drawWord(): string {
  const [number = fair] = crypto.getRandomValues(new Uint16Array(1));
  return number < fair ? (spelledAlike[number % spelledAlike.length] ?? '') : drawWord();
}
