import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { codeOf, emptyDraft } from '../../test/contracts/vault-contract.ts';
import { again, inStorage, nameOfDatabase } from './in-storage.suite.ts';
import type { KeptVault } from './kept-vault.ts';
import { MemoryVault } from './memory-vault.ts';

const file = new TextEncoder().encode('%PDF-1.7 signed');
const hash = createHash('sha256').update(file).digest('hex');

const makes: readonly [string, () => Promise<KeptVault>][] = [
  ['IndexedDB', () => inStorage()],
  ['memory', () => Promise.resolve(new MemoryVault('training', { code: 'memory-only', place: {} }))],
];

describe.each(makes)('ST17 signed files in %s', (_where, make) => {
  test('are given back as they were', async () => {
    const vault = await make();
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    expect(await vault.putBlob('draft-1', hash, file)).toEqual({ ok: true, value: null });
    expect(await vault.putBlob('draft-1', hash, file)).toEqual({ ok: true, value: null });
    expect(await vault.getBlob('draft-1', hash)).toEqual({ ok: true, value: file });
  });

  test('go when their draft is removed, and do not come back with it', async () => {
    const vault = await make();
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    await vault.putBlob('draft-1', hash, file);
    await vault.remove('draft-1');
    expect(codeOf(await vault.getBlob('draft-1', hash))).toBe('no-such-file');
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    expect(codeOf(await vault.getBlob('draft-1', hash))).toBe('no-such-file');
  });

  test('belong to a draft that is there', async () => {
    const vault = await make();
    expect(codeOf(await vault.putBlob('draft-1', hash, file))).toBe('no-such-draft');
  });

  test('are not taken under a hash that is not theirs', async () => {
    const vault = await make();
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    await expect(vault.putBlob('draft-1', 'f'.repeat(64), file)).rejects.toMatchObject({ code: 'wrong-hash' });
  });
});

describe('ST17 a signed file on the disk', () => {
  test('is there after the page was loaded again', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    await vault.putBlob('draft-1', hash, file);
    expect(await (await again(vault)).getBlob('draft-1', hash)).toEqual({ ok: true, value: file });
  });

  test('is refused when one byte has changed', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], emptyDraft('draft-1'));
    await vault.putBlob('draft-1', hash, file);
    const db = await openDB(nameOfDatabase(vault));
    const record: unknown = JSON.stringify(['blob', 'draft-1', hash]);
    const bytes = file.map((byte, index) => (index === 9 ? byte ^ 1 : byte));
    await db.put('blob', { id: 'draft-1', sha256: hash, envelope: { version: 1, seal: 'plain', record, bytes } });
    db.close();
    expect(codeOf(await vault.getBlob('draft-1', hash))).toBe('damaged');
  });
});
