import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../model/problem.ts';
import type { KeyShelf } from './key-shelf.ts';
import { MemoryRealVault } from './memory-real-vault.ts';
import { foundOpen, nameOfSealed, openedVault, passphrase } from './sealed.suite.ts';

const details = new TextEncoder().encode('{"name":"Tansy Holloway"}');
const said = new TextEncoder().encode('what is signed');

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.problems[0].code);

const ecdsa = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

const rsa = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );

const way = { ecdsa: { name: 'ECDSA', hash: 'SHA-256' }, rsa: { name: 'RSASSA-PKCS1-v1_5' } } as const;

async function signs(shelf: KeyShelf, id: string, pair: CryptoKeyPair, kind: keyof typeof way): Promise<boolean> {
  const key = valueOf(await shelf.takeKey(id));
  expect(key).toMatchObject({ extractable: false, usages: ['sign'] });
  const signature = await crypto.subtle.sign(way[kind], key, said);
  return crypto.subtle.verify(way[kind], pair.publicKey, signature, said);
}

const shelves: readonly (readonly [string, () => Promise<KeyShelf>])[] = [
  ['an encrypted vault', () => openedVault()],
  ['the memory of a page', () => Promise.resolve(new MemoryRealVault('real', { code: 'memory-only', place: {} }))],
];

describe.each(shelves)('ST60 signing keys in %s', (_, shelf) => {
  test.each([
    ['ecdsa', ecdsa],
    ['rsa', rsa],
  ] as const)('are kept and taken for signing, never taken out again: %s', async (kind, make) => {
    const vault = await shelf();
    const pair = await make();
    expect(valueOf(await vault.listKeys())).toEqual([]);
    expect(await vault.keepKey('key-1', pair.privateKey, details)).toEqual({ ok: true, value: null });
    expect(valueOf(await vault.listKeys())).toEqual([{ id: 'key-1', details, signs: true }]);
    expect(await signs(vault, 'key-1', pair, kind)).toBe(true);
    expect(codeOf(await vault.keepKey('key-1', pair.privateKey, details))).toBe('conflict');
    expect(codeOf(await vault.takeKey('key-2'))).toBe('no-such-key');
  });

  test('sign no more once they are retired, and stay listed', async () => {
    const vault = await shelf();
    await vault.keepKey('key-1', (await ecdsa()).privateKey, details);
    expect(await vault.retireKey('key-1')).toEqual({ ok: true, value: null });
    expect(codeOf(await vault.takeKey('key-1'))).toBe('no-such-key');
    expect(valueOf(await vault.listKeys())).toEqual([{ id: 'key-1', details, signs: false }]);
    expect(codeOf(await vault.retireKey('key-2'))).toBe('no-such-key');
  });
});

describe('ST60 a signing key at rest', () => {
  test('outlives the page, and cannot be reached while the vault is locked', async () => {
    const vault = await openedVault();
    const pair = await ecdsa();
    await vault.keepKey('key-1', pair.privateKey, details);
    vault.lock();
    expect(codeOf(await vault.takeKey('key-1'))).toBe('locked');
    expect(codeOf(await vault.listKeys())).toBe('locked');
    expect(codeOf(await vault.keepKey('key-2', pair.privateKey, details))).toBe('locked');
    expect(codeOf(await vault.retireKey('key-1'))).toBe('locked');
    await vault.unlock({ passphrase });
    expect(await signs(vault, 'key-1', pair, 'ecdsa')).toBe(true);
    expect(await signs(await foundOpen(vault), 'key-1', pair, 'ecdsa')).toBe(true);
  });

  test('is no key that a script could use, and says nothing of whose it is', async () => {
    const vault = await openedVault();
    const pair = await ecdsa();
    await vault.keepKey('key-1', pair.privateKey, details);
    const db = await openDB(nameOfSealed(vault));
    const record: unknown = await db.get('meta', 'signing/key-1');
    db.close();
    const parts = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
        ? [value, ...Object.values(value).flatMap(parts)]
        : [value];
    const found = parts(record);
    expect(found.some((part) => part instanceof CryptoKey)).toBe(false);
    const secret = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).subarray(-32);
    for (const part of found.filter((each) => each instanceof Uint8Array)) {
      expect(Buffer.from(part).includes(secret)).toBe(false);
      expect(Buffer.from(part).includes('Tansy')).toBe(false);
    }
  });

  test('opens under its own name only, and says so where a bit has changed', async () => {
    const vault = await openedVault();
    for (const id of ['key-1', 'key-2']) await vault.keepKey(id, (await ecdsa()).privateKey, details);
    const db = await openDB(nameOfSealed(vault));
    const one = (await db.get('meta', 'signing/key-1')) as { secret: unknown; details: { bytes: Uint8Array } };
    const other = (await db.get('meta', 'signing/key-2')) as { secret: unknown };
    one.details.bytes[0] = (one.details.bytes[0] ?? 0) ^ 1;
    await db.put('meta', { ...one, secret: other.secret });
    db.close();
    expect(codeOf(await vault.takeKey('key-1'))).toBe('damaged');
    expect(codeOf(await vault.takeKey('key-2'))).toBe('ok');
    expect(valueOf(await vault.listKeys())).toContainEqual({ id: 'key-1', details: null, signs: true });
  });

  test('goes with the vault', async () => {
    const vault = await openedVault();
    await vault.keepKey('key-1', (await ecdsa()).privateKey, details);
    expect(valueOf(await vault.wipe())).toMatchObject({ confirmed: true });
    await vault.create(passphrase);
    expect(valueOf(await vault.listKeys())).toEqual([]);
    expect(codeOf(await vault.takeKey('key-1'))).toBe('no-such-key');
  });

  test('stays with a new passphrase', async () => {
    const vault = await openedVault();
    const pair = await ecdsa();
    await vault.keepKey('key-1', pair.privateKey, details);
    await vault.changePassphrase({ passphrase }, 'another lantern orchard pebble');
    vault.lock();
    await vault.unlock({ passphrase: 'another lantern orchard pebble' });
    expect(await signs(vault, 'key-1', pair, 'ecdsa')).toBe(true);
  });
});
