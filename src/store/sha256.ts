/**
 * SHA-256 in a few lines. The first load needs it at once, inside a page-hide event too, where WebCrypto's cannot be
 * awaited; it names drafts and notices damaged files, and keeps no secret: what does has @noble/hashes.
 */
const [initial, rounds] = constants();

/** The digest of `bytes` in lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const hash = initial.slice();
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 64; i += 1) words[i] = i < 16 ? view.getUint32(block + 4 * i) : extended(words, i);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let i = 0; i < 64; i += 1) {
      const one =
        h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + (words[i] ?? 0);
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    for (const [i, each] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] ?? 0) + each;
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

function extended(words: Uint32Array, i: number): number {
  const at = (back: number): number => words[i - back] ?? 0;
  const [near, far] = [at(2), at(15)];
  const one = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
  const two = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
  return at(16) + two + at(7) + one;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point of the square roots of eight primes, and of the cube roots of 64. */
function constants(): readonly [Uint32Array, Uint32Array] {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const behind = (root: number): number => (root % 1) * 2 ** 32;
  return [
    Uint32Array.from(primes.slice(0, 8), (prime) => behind(Math.sqrt(prime))),
    Uint32Array.from(primes, (prime) => behind(Math.cbrt(prime))),
  ];
}
