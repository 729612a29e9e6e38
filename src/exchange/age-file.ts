import { problem, outcome, type Outcome } from '../model/problem.ts';

/** Whom a file is made for: whoever has the passphrase, or the owners of these public keys (`age1…`). */
export type Lock =
  { readonly passphrase: string; readonly workFactor?: number } | { readonly recipients: readonly string[] };

/** What opens a file: its passphrase, or one's own secret key (`AGE-SECRET-KEY-1…`). */
export type Key = { readonly passphrase: string } | { readonly identity: string };

/** Half the memory (128 MB) and time of age's own 18, for laptops with little of both; five words carry 55 bits by themselves. */
export const workFactor = 17;
/** What age's own programs write. More would fill the memory of a small computer, which somebody may intend. */
export const highestWorkFactor = 18;

const begins = 'age-encryption.org/v1\n';
const beginsArmored = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Whether `bytes` say they are an age file, as bytes or as text. */
export const isAgeFile = (bytes: Uint8Array): boolean => {
  const text = firstText(bytes).trimStart();
  return text.startsWith(begins) || text.startsWith(beginsArmored);
};

/** `bytes` as an age file. Problems: `no-passphrase`, `no-recipient`, `not-a-recipient`. */
export async function enclose(bytes: Uint8Array, lock: Lock): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    const passphrase = tidy(lock.passphrase);
    if (passphrase === '') return problem('no-passphrase');
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(lock.workFactor ?? workFactor);
  } else {
    if (lock.recipients.length === 0) return problem('no-recipient');
    try {
      for (const recipient of lock.recipients) encrypter.addRecipient(recipient.trim());
    } catch {
      return problem('not-a-recipient');
    }
  }
  return outcome(new Uint8Array(await encrypter.encrypt(bytes)), []);
}

/** What has to be asked for before an age file can be opened; `damaged` where it cannot be told. */
export async function neededFor(bytes: Uint8Array): Promise<Outcome<'passphrase' | 'identity'>> {
  const binary = await unarmored(bytes);
  if (!binary) return problem('damaged');
  const [line, stanza = ''] = firstText(binary).split('\n');
  if (`${line ?? ''}\n` !== begins || !stanza.startsWith('-> ')) return problem('damaged');
  return outcome(stanza.startsWith('-> scrypt ') ? 'passphrase' : 'identity', []);
}

/**
 * What an age file holds. Every change of a byte is seen. Problems: `wrong-passphrase` and `wrong-key` (which some
 * damage looks like), `too-much-work` where its maker asks for more than a small computer has, `not-an-identity`, `damaged`.
 */
export async function open(bytes: Uint8Array, key: Key): Promise<Outcome<Uint8Array>> {
  const binary = await unarmored(bytes);
  if (!binary) return problem('damaged');
  if (factorOf(binary) > highestWorkFactor) return problem('too-much-work');
  if ('identity' in key) return openWith(binary, key.identity.trim(), 'wrong-key');
  // One that was made elsewhere may have been typed with spaces that ours never have.
  const tidied = tidy(key.passphrase);
  const opened = await openWith(binary, { passphrase: tidied }, 'wrong-passphrase');
  return opened.ok || tidied === key.passphrase || opened.problems[0].code !== 'wrong-passphrase'
    ? opened
    : openWith(binary, key, 'wrong-passphrase');
}

async function openWith(
  bytes: Uint8Array,
  key: string | { readonly passphrase: string },
  wrong: 'wrong-key' | 'wrong-passphrase',
): Promise<Outcome<Uint8Array>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    if (typeof key === 'string') decrypter.addIdentity(key);
    else decrypter.addPassphrase(key.passphrase);
  } catch {
    return problem('not-an-identity');
  }
  try {
    return outcome(await decrypter.decrypt(bytes), []);
  } catch (fault) {
    // The library has no codes; this sentence is the only one that says that nothing is wrong but the key.
    return problem(fault instanceof Error && fault.message.startsWith('no identity matched') ? wrong : 'damaged');
  }
}

async function unarmored(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!firstText(bytes).trimStart().startsWith(beginsArmored)) return bytes;
  const { armor } = await import('age-encryption');
  try {
    return armor.decode(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** The work factor of a file with a passphrase; 0 for any other, and for one the library will refuse. */
function factorOf(bytes: Uint8Array): number {
  const found = /^[^\n]*\n-> scrypt \S+ (\d{1,9})\n/.exec(firstText(bytes));
  return Number(found?.[1] ?? 0);
}

const firstText = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 200));

/** A passphrase without what nobody sees: spaces around it and double ones within, and letters written in two ways. */
export const tidy = (passphrase: string): string => passphrase.normalize('NFC').trim().replace(/\s+/g, ' ');
