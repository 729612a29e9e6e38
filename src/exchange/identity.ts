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

/** The key in such a file. Problems: those of `open`, and `not-an-identity`. */
export async function readIdentityFile(bytes: Uint8Array, passphrase: string): Promise<Outcome<Identity>> {
  if (!isAgeFile(bytes)) return problem('not-an-identity');
  const opened = await open(bytes, { passphrase });
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
