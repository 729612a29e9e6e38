/** Words spelled otherwise in Britain, which somebody would write down as they spell them. */
const otherwise =
  'armor catalog check color defense favorite fiber flavor harbor humor jewel labor license odor practice program skill vapor'.split(
    ' ',
  );

/** Five words drawn by chance from a list of some 2,000: 55 bits, which nobody guesses, and which can be read out. */
export async function fiveWords(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  const spelledAlike = wordlist.filter((word) => !otherwise.includes(word));
  /** Below it every word is as likely as any other. */
  const fair = 65_536 - (65_536 % spelledAlike.length);
  const draw = (): string => {
    const [number = fair] = crypto.getRandomValues(new Uint16Array(1));
    return number < fair ? (spelledAlike[number % spelledAlike.length] ?? '') : draw();
  };
  return Array.from({ length: 5 }, draw).join(' ');
}
