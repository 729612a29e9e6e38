import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { enclose, isAgeFile, open, type Lock } from './age-file.ts';

/** A key of one's own: the secret part opens files, the public part (`age1…`) is given to colleagues. */
export interface Identity {
  readonly identity: string;
  readonly recipient: string;
}

const secret = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m;

/** A new key; also known to age's own programs. */
export async function newIdentity(): Promise<Identity> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * The file in which a person keeps their key: what `age-keygen` writes, enclosed with a passphrase, so that age's own
 * programs take it as an identity file.
 */
export async function identityFile(
  { identity, recipient }: Identity,
  lock: Extract<Lock, { passphrase: string }>,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  return enclose(new TextEncoder().encode(`# public key: ${recipient}\n${identity}\n`), lock);
}

/** The key in such a file, also in one without a passphrase. Problems: those of `open`, and `not-an-identity`. */
export async function readIdentityFile(bytes: Uint8Array, passphrase: string): Promise<Outcome<Identity>> {
  const opened = isAgeFile(bytes) ? await open(bytes, { passphrase }) : outcome(bytes, []);
  if (!opened.ok) return opened;
  const [identity] = secret.exec(new TextDecoder().decode(opened.value.subarray(0, 10_000))) ?? [];
  if (identity === undefined) return problem('not-an-identity');
  const { identityToRecipient } = await import('age-encryption');
  try {
    return outcome({ identity, recipient: await identityToRecipient(identity) }, []);
  } catch {
    return problem('not-an-identity');
  }
}

/** Whether `text` is a public key that files can be made for. */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(text.trim());
    return true;
  } catch {
    return false;
  }
}

/** What two people compare to know that they have the same public key: the first half of its SHA-256, in groups. */
export const fingerprintOf = (recipient: string): string =>
  (
    bytesToHex(sha256(utf8ToBytes(recipient.trim())))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ');

/** A vault key as a code, as it stands in the file a vault makes for a council's key. */
const vaultCode = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z*~$=U]$/;

/** The code in a file that a locked vault gave for the owner of this key; `not-a-vault-file` where it holds something else. */
export async function readVaultFile(bytes: Uint8Array, { identity }: Identity): Promise<Outcome<string>> {
  if (!isAgeFile(bytes)) return problem('not-a-vault-file');
  const opened = await open(bytes, { identity });
  if (!opened.ok) return opened;
  const code = new TextDecoder().decode(opened.value.subarray(0, 1_000)).trim();
  return vaultCode.test(code) ? outcome(code, []) : problem('not-a-vault-file');
}
