import type { Bytes } from './envelope.ts';

/** How a passphrase becomes 32 bytes: Argon2id, RFC 9106. */
export interface KdfParameters {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
}

export interface Argon2Input extends KdfParameters {
  readonly passphrase: Bytes;
  readonly salt: Bytes;
}

export type Argon2id = (input: Argon2Input) => Promise<Bytes>;

/** The least that OWASP lets pass, and the most that a page should wait for; between them lies what is believed on reading. */
export const floor: KdfParameters = { memory: 19 * 1024, passes: 2 };
const ceiling: KdfParameters = { memory: 256 * 1024, passes: 20 };
const standard: KdfParameters = { memory: 64 * 1024, passes: 3 };

/** From more to less: the first that takes at most `longest` is used. */
const ladder: readonly KdfParameters[] = [
  standard,
  { memory: 64 * 1024, passes: 2 },
  { memory: 46 * 1024, passes: 2 },
  { memory: 32 * 1024, passes: 2 },
  floor,
];
const shortest = 500;
const longest = 1_500;

/** Argon2id compiled, or the same in JavaScript where the page may not compile: slower, equal to the byte. */
export const argon2id: Argon2id = async (input) => {
  try {
    return await compiled(input);
  } catch {
    return plain(input);
  }
};

export const compiled: Argon2id = async ({ passphrase, salt, memory, passes }) => {
  const wasm = await import('./argon2-compiled.ts');
  const parameters = { memorySize: memory, iterations: passes, parallelism: 1, hashLength: 32 } as const;
  return new Uint8Array(await wasm.argon2id({ password: passphrase, salt, ...parameters, outputType: 'binary' }));
};

export const plain: Argon2id = async ({ passphrase, salt, memory, passes }) => {
  const noble = await import('@noble/hashes/argon2.js');
  return new Uint8Array(await noble.argon2idAsync(passphrase, salt, { m: memory, t: passes, p: 1, dkLen: 32 }));
};

/** Whether parameters found in a header are used: too little would be weak, too much would hang the page. */
export function areSafe({ memory, passes }: KdfParameters, least: KdfParameters = floor): boolean {
  const within = (value: number, from: number, to: number): boolean =>
    Number.isSafeInteger(value) && value >= from && value <= to;
  return within(memory, least.memory, ceiling.memory) && within(passes, least.passes, ceiling.passes);
}

/** What takes this computer between half a second and one and a half, as far as it can. `derive` is timed once, at the floor. */
export async function calibrated(derive: Argon2id = argon2id, now = () => performance.now()): Promise<KdfParameters> {
  const begun = now();
  await derive({ passphrase: new Uint8Array(16), salt: new Uint8Array(16), ...floor });
  const each = (now() - begun) / costOf(floor);
  const fits = ladder.find((step) => costOf(step) * each <= longest) ?? floor;
  const passes = Math.min(ceiling.passes, Math.ceil(shortest / (fits.memory * each)));
  return { memory: fits.memory, passes: Math.max(fits.passes, passes) };
}

/** Argon2's work is its memory, filled once for each pass. */
function costOf({ memory, passes }: KdfParameters): number {
  return memory * passes;
}
