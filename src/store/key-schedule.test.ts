import { readFileSync } from 'node:fs';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../model/problem.ts';
import { aesSeal, vouched } from './aes-seal.ts';
import { bytesOf } from './code.ts';
import { draftKeyName, OpenKeys } from './draft-keys.ts';
import { type Bytes, type RecordKind, recordId, type Wrapped } from './envelope.ts';
import { headerIn, type VaultHeader } from './header.ts';
import { argon2id } from './kdf.ts';
import { makeHeader, unlocked, withPassphrase, withRecovery, wrapName } from './key-schedule.ts';
import { littleWork } from './sealed.suite.ts';
import { wrap, wrappingKey } from './wrap.ts';

interface Wrap {
  readonly name: string;
  readonly iv: string;
  readonly bytes: string;
}

interface Vectors {
  readonly vault: string;
  readonly draft: string;
  readonly passphrase: {
    readonly typed: string;
    readonly counted: string;
    readonly salt: string;
    readonly memory: number;
    readonly passes: number;
    readonly argon2id: string;
    readonly wrap: Wrap;
  };
  readonly recovery: { readonly bytes: string; readonly text: string; readonly wrap: Wrap };
  readonly vaultKey: string;
  readonly list: { readonly key: string; readonly wrap: Wrap };
  readonly verifier: Wrap;
  readonly draftKey: { readonly key: string; readonly wrap: Wrap };
  readonly records: readonly {
    readonly kind: RecordKind;
    readonly key: number | string;
    readonly link: string;
    readonly aad: string;
    readonly iv: string;
    readonly plain: string;
    readonly bytes: string;
  }[];
}

const vectors = JSON.parse(readFileSync(new URL('vectors/vectors.json', import.meta.url), 'utf8')) as Vectors;

const bytes = (hex: string): Bytes => new Uint8Array(hexToBytes(hex));
const wrapped = ({ iv, bytes: closed }: Wrap): Wrapped => ({ iv: bytes(iv), bytes: bytes(closed) });

const header: VaultHeader = {
  key: 'header',
  version: 1,
  vault: vectors.vault,
  kdf: {
    name: 'argon2id',
    memory: vectors.passphrase.memory,
    passes: vectors.passphrase.passes,
    salt: bytes(vectors.passphrase.salt),
  },
  passphrase: wrapped(vectors.passphrase.wrap),
  recovery: wrapped(vectors.recovery.wrap),
  organisation: null,
  list: wrapped(vectors.list.wrap),
  verifier: wrapped(vectors.verifier),
};

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

const codeIn = (outcome: Outcome<unknown>): string | null => (outcome.ok ? null : outcome.problems[0].code);

describe('ST21 the published vectors', () => {
  test('stretch the passphrase as it counts, not as it was typed', async () => {
    const { typed, counted, argon2id: expected, ...kdf } = vectors.passphrase;
    const salt = bytes(kdf.salt);
    expect(await argon2id({ ...kdf, passphrase: utf8ToBytes(counted), salt })).toEqual(bytes(expected));
    expect(valueOf(await unlocked(header, { passphrase: typed })).list).toEqual(bytes(vectors.list.key));
    expect(valueOf(await unlocked(header, { passphrase: counted })).list).toEqual(bytes(vectors.list.key));
  });

  test('open with the recovery code', async () => {
    expect(bytesOf(vectors.recovery.text, 16)).toEqual(bytes(vectors.recovery.bytes));
    expect(valueOf(await unlocked(header, { recoveryCode: vectors.recovery.text })).list).toEqual(
      bytes(vectors.list.key),
    );
  });

  test('wrap the list’s key and a draft’s under the vault key', async () => {
    const vaultKey = await wrappingKey(bytes(vectors.vaultKey));
    const { list, draftKey, vault, draft } = vectors;
    expect(wrapName(vault, 'list')).toBe(list.wrap.name);
    expect(await wrap(vaultKey, wrapName(vault, 'list'), bytes(list.key), bytes(list.wrap.iv))).toEqual(
      wrapped(list.wrap),
    );
    expect(draftKeyName(vault, draft)).toBe(draftKey.wrap.name);
    expect(await wrap(vaultKey, draftKey.wrap.name, bytes(draftKey.key), bytes(draftKey.wrap.iv))).toEqual(
      wrapped(draftKey.wrap),
    );
  });

  test.each(vectors.records.map((each) => [`${each.kind} ${each.key}`, each] as const))(
    'close and open %s',
    async (_name, { kind, key, link, aad, iv, plain, bytes: closed }) => {
      const { vault, draft, list, draftKey } = vectors;
      const keys = new OpenKeys(vault, await wrappingKey(bytes(vectors.vaultKey)), bytes(list.key));
      await keys.learn(draft, { id: draft, wrapped: wrapped(draftKey.wrap) });
      const seal = aesSeal(keys, () => bytes(iv));
      const record = recordId(kind, draft, key);
      expect(new TextDecoder().decode(vouched(record, link))).toBe(aad);
      const envelope = { version: 2, seal: 'aes-256-gcm', iv: bytes(iv), bytes: bytes(closed), link };
      expect(seal.enclose(record, utf8ToBytes(plain), link)).toEqual(envelope);
      expect(seal.open(record, envelope)).toEqual({ ok: true, value: utf8ToBytes(plain) });
    },
  );
});

describe('ST21 a header', () => {
  const passphrase = 'lantern orchard pebble cloud nine';

  test('opens with its passphrase and its code, and says which was wrong', async () => {
    const made = valueOf(await makeHeader(passphrase, littleWork, null));
    const open = await unlocked(made.header, { passphrase });
    expect(valueOf(open).list).toEqual(made.list);
    expect(valueOf(await unlocked(made.header, { recoveryCode: made.recoveryCode })).list).toEqual(made.list);
    expect(codeIn(await unlocked(made.header, { passphrase: `${passphrase}.` }))).toBe('wrong-passphrase');
    const other = valueOf(await makeHeader(passphrase, littleWork, null));
    expect(codeIn(await unlocked(made.header, { recoveryCode: other.recoveryCode }))).toBe('wrong-code');
    expect(codeIn(await unlocked(made.header, { recoveryCode: 'no such code' }))).toBe('wrong-code');
  });

  test('gives no key that can be read out', async () => {
    const { vaultKey } = valueOf(await makeHeader(passphrase, littleWork, null));
    expect(vaultKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', vaultKey)).rejects.toThrow();
  });

  test('takes a new passphrase: the old one is over, the code stays', async () => {
    const made = valueOf(await makeHeader(passphrase, littleWork, null));
    const next = valueOf(await withPassphrase(made.header, { passphrase }, 'another one'));
    expect(codeIn(await unlocked(next, { passphrase }))).toBe('wrong-passphrase');
    expect(valueOf(await unlocked(next, { passphrase: 'another one' })).list).toEqual(made.list);
    expect(valueOf(await unlocked(next, { recoveryCode: made.recoveryCode })).list).toEqual(made.list);
    expect(next.kdf.salt).not.toEqual(made.header.kdf.salt);
    expect(codeIn(await withPassphrase(made.header, { passphrase: 'wrong' }, 'x'))).toBe('wrong-passphrase');
  });

  test('takes a new code: the old one is over, the passphrase stays', async () => {
    const made = valueOf(await makeHeader(passphrase, littleWork, null));
    const next = valueOf(await withRecovery(made.header, { passphrase }));
    expect(codeIn(await unlocked(next.header, { recoveryCode: made.recoveryCode }))).toBe('wrong-code');
    expect(valueOf(await unlocked(next.header, { recoveryCode: next.recoveryCode })).list).toEqual(made.list);
    expect(valueOf(await unlocked(next.header, { passphrase })).list).toEqual(made.list);
    expect(next.recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{3}$/);
  });

  test('opens to a council by its age file', async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const made = valueOf(await makeHeader(passphrase, littleWork, recipient));
    expect(made.header.organisation?.recipient).toBe(recipient);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const text = await decrypter.decrypt(made.header.organisation?.file ?? new Uint8Array(0), 'text');
    expect(valueOf(await unlocked(made.header, { recoveryCode: text })).list).toEqual(made.list);
    const other = valueOf(await makeHeader(passphrase, littleWork, null));
    expect(codeIn(await unlocked(other.header, { recoveryCode: text }))).toBe('wrong-code');
    expect(codeIn(await makeHeader(passphrase, littleWork, 'age1notakey'))).toBe('wrong-recipient');
  });

  test.each<[string, Partial<VaultHeader>, string]>([
    ['with too little work for a passphrase', { kdf: { ...header.kdf, memory: 1_024 } }, 'damaged'],
    ['with work that would hang the page', { kdf: { ...header.kdf, passes: 2 ** 30 } }, 'damaged'],
    ['with a short salt', { kdf: { ...header.kdf, salt: new Uint8Array(4) } }, 'damaged'],
    ['of a newer program', { version: 2 as never }, 'newer-than-program'],
    ['without a wrap', { passphrase: null as never }, 'damaged'],
  ])('%s is not used', (_what, change, code) => {
    expect(headerIn(header).ok).toBe(true);
    expect(codeIn(headerIn({ ...header, ...change }))).toBe(code);
  });

  test('with another council’s key in it is noticed', async () => {
    const made = valueOf(await makeHeader(passphrase, littleWork, null));
    const changed = { ...made.header, organisation: { recipient: 'age1someoneelse', file: new Uint8Array(9) } };
    expect(codeIn(await unlocked(changed, { passphrase }))).toBe('damaged');
    expect(codeIn(await withRecovery(changed, { passphrase }))).toBe('damaged');
  });
});
