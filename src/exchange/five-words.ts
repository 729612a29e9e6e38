/** Five words by chance from a list of 2,048: 55 bits, which nobody guesses, and which can be read out. */
export async function fiveWords(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  // 65,536 is a multiple of 2,048, so every word is as likely as any other.
  return Array.from(crypto.getRandomValues(new Uint16Array(5)), (number) => wordlist[number % 2048] ?? '').join(' ');
}
