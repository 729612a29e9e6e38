import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Outcome, problem } from '../model/problem.ts';
import type { Secret } from '../session/ports.ts';
import { bytesOf, codeOf, isEasy } from './code.ts';
import type { Bytes, Wrapped } from './envelope.ts';
import { type Kdf, type Unverified, type VaultHeader, verifierName } from './header.ts';
import { argon2id, type Argon2id, type KdfParameters } from './kdf.ts';
import { derive, randomBytes, unwrap, wrap, wrappingKey } from './wrap.ts';

/** The length of a recovery code, and of the vault key itself, which a council reads out of its age file. */
const codeLength = 16;
const keyLength = 32;

/** What an unlocked vault is made of. */
export interface Unlocked {
  readonly header: VaultHeader;
  readonly vaultKey: CryptoKey;
  readonly list: Bytes;
}

/** A new vault's header, its recovery code, and what opens it now. */
export async function makeHeader(
  passphrase: string,
  parameters: KdfParameters,
  recipient: string | null,
  slow: Argon2id = argon2id,
): Promise<Outcome<Unlocked & { readonly recoveryCode: string }>> {
  const vault = crypto.randomUUID();
  const [raw, list, code] = [randomBytes(keyLength), randomBytes(keyLength), newCode()];
  const vaultKey = await wrappingKey(raw);
  const file = recipient === null ? null : await fileFor(recipient, raw);
  if (file !== null && !file.ok) return file;
  const kdf: Kdf = { name: 'argon2id', memory: parameters.memory, passes: parameters.passes, salt: randomBytes(16) };
  const header = await verified(vaultKey, {
    key: 'header',
    version: 1,
    vault,
    kdf,
    passphrase: await wrap(await keyOfPassphrase(passphrase, kdf, slow), wrapName(vault, 'passphrase'), raw),
    recovery: await wrap(await keyOfCode(code), wrapName(vault, 'recovery'), raw),
    organisation: recipient === null || file === null ? null : { recipient: recipient.trim(), file: file.value },
    list: await wrap(vaultKey, wrapName(vault, 'list'), list),
  });
  raw.fill(0);
  return { ok: true, value: { header, vaultKey, list, recoveryCode: codeOf(code) } };
}

/** What `header` opens to, or `wrong-passphrase`, `wrong-code`, or `damaged` where the header was changed. */
export async function unlocked(
  header: VaultHeader,
  secret: Secret,
  slow: Argon2id = argon2id,
): Promise<Outcome<Unlocked>> {
  const raw = await vaultKeyOf(header, secret, slow);
  return raw.ok ? openedWith(header, raw.value) : raw;
}

/** `header` with another passphrase. */
export async function withPassphrase(
  header: VaultHeader,
  now: Secret,
  next: string,
  slow: Argon2id = argon2id,
): Promise<Outcome<VaultHeader>> {
  return changed(header, now, slow, async (raw) => {
    const kdf: Kdf = { ...header.kdf, salt: randomBytes(16) };
    const passphrase = await wrap(await keyOfPassphrase(next, kdf, slow), wrapName(header.vault, 'passphrase'), raw);
    return { ok: true, value: { ...header, kdf, passphrase } };
  });
}

/** `header` with another recovery code, and that code. */
export async function withRecovery(
  header: VaultHeader,
  now: Secret,
  slow: Argon2id = argon2id,
): Promise<Outcome<{ readonly header: VaultHeader; readonly recoveryCode: string }>> {
  const code = newCode();
  const made = await changed(header, now, slow, async (raw) => {
    const recovery = await wrap(await keyOfCode(code), wrapName(header.vault, 'recovery'), raw);
    return { ok: true, value: { ...header, recovery } };
  });
  return made.ok ? { ok: true, value: { header: made.value, recoveryCode: codeOf(code) } } : made;
}

/** `header` with another council's key (`age1…`), or with none; `wrong-recipient`. */
export async function withCouncil(
  header: VaultHeader,
  now: Secret,
  recipient: string | null,
  slow: Argon2id = argon2id,
): Promise<Outcome<VaultHeader>> {
  return changed(header, now, slow, async (raw) => {
    if (recipient === null) return { ok: true, value: { ...header, organisation: null } };
    const file = await fileFor(recipient, raw);
    if (!file.ok) return file;
    return { ok: true, value: { ...header, organisation: { recipient: recipient.trim(), file: file.value } } };
  });
}

/** What a wrap of the vault key, or of another key beside it, is bound to. */
export function wrapName(vault: string, wrapped: 'passphrase' | 'recovery' | 'list'): string {
  return `homeward/v1|${vault}|${wrapped}`;
}

/** Doubled spaces and those at the ends do not count, nor which of two ways a letter with an accent was typed in. */
export async function keyOfPassphrase(passphrase: string, kdf: Kdf, slow: Argon2id = argon2id): Promise<CryptoKey> {
  const typed = passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  return derive(await slow({ passphrase: utf8ToBytes(typed), ...kdf }), 'vault-kek/pass/v1');
}

export function keyOfCode(code: Bytes): Promise<CryptoKey> {
  return derive(code, 'vault-kek/recovery/v1');
}

async function changed(
  header: VaultHeader,
  now: Secret,
  slow: Argon2id,
  change: (raw: Bytes) => Promise<Outcome<Unverified>>,
): Promise<Outcome<VaultHeader>> {
  const raw = await vaultKeyOf(header, now, slow);
  if (!raw.ok) return raw;
  const next = await change(raw.value);
  const open = await openedWith(header, raw.value); // one that was changed is not made good by vouching for it anew
  if (!open.ok) return open;
  return next.ok ? { ok: true, value: await verified(open.value.vaultKey, next.value) } : next;
}

/** What the vault key `raw` opens, and overwrites `raw`. */
async function openedWith(header: VaultHeader, raw: Bytes): Promise<Outcome<Unlocked>> {
  const vaultKey = await wrappingKey(raw);
  raw.fill(0);
  const list = await unwrap(vaultKey, wrapName(header.vault, 'list'), header.list);
  const isVerified = (await unwrap(vaultKey, verifierName(header), header.verifier)) !== null;
  return list !== null && isVerified
    ? { ok: true, value: { header, vaultKey, list } }
    : problem('damaged', {}, 'header');
}

async function vaultKeyOf(header: VaultHeader, secret: Secret, slow: Argon2id): Promise<Outcome<Bytes>> {
  if ('passphrase' in secret) {
    const key = await keyOfPassphrase(secret.passphrase, header.kdf, slow);
    const raw = await unwrap(key, wrapName(header.vault, 'passphrase'), header.passphrase);
    return raw === null ? problem('wrong-passphrase') : { ok: true, value: raw };
  }
  const code = bytesOf(secret.recoveryCode, codeLength);
  if (code !== null) {
    const raw = await unwrap(await keyOfCode(code), wrapName(header.vault, 'recovery'), header.recovery);
    return raw === null ? problem('wrong-code') : { ok: true, value: raw };
  }
  // A council that opened its age file types in what it found there, which is the vault key itself.
  const raw = bytesOf(secret.recoveryCode, keyLength);
  const isIt =
    raw !== null && (await unwrap(await wrappingKey(raw), wrapName(header.vault, 'list'), header.list)) !== null;
  return isIt ? { ok: true, value: raw } : problem('wrong-code');
}

async function verified(vaultKey: CryptoKey, header: Unverified): Promise<VaultHeader> {
  const verifier: Wrapped = await wrap(vaultKey, verifierName(header), new Uint8Array(0));
  return { ...header, verifier };
}

function newCode(): Bytes {
  for (let code = randomBytes(codeLength); ; code = randomBytes(codeLength)) if (isEasy(code)) return code;
}

/** An age file with the vault key as a code, which `unlock` takes for a recovery code; `wrong-recipient` for no age key. */
async function fileFor(recipient: string, raw: Bytes): Promise<Outcome<Bytes>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient.trim());
    return { ok: true, value: new Uint8Array(await encrypter.encrypt(`${codeOf(raw)}\n`)) };
  } catch {
    return problem('wrong-recipient');
  }
}
