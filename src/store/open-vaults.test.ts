import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codeOf, emptyDraft } from '../../test/contracts/vault-contract.ts';
import { pocket } from './in-storage.suite.ts';
import type { Surroundings } from './open-vault.ts';
import { openVaults } from './open-vaults.ts';

const page = (more: Partial<Surroundings> = {}): Surroundings => ({
  location: { protocol: 'https:' },
  localStorage: pocket(),
  navigator: { userAgent: 'Chrome/156' },
  addEventListener: () => undefined,
  indexedDB,
  isSecureContext: true,
  crypto,
  ...more,
});

const names = async (): Promise<readonly unknown[]> => (await indexedDB.databases()).map(({ name }) => name).sort();

afterEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

describe('ST28 both vaults', () => {
  test('rest in databases of their own, and only real drafts need a passphrase', async () => {
    const { training, real, why } = await openVaults(page());
    expect(why).toBeNull();
    expect([training.state, real?.state]).toEqual(['open', 'none']);
    expect(await names()).toEqual(['homeward-real-2', 'homeward-training-2']);
    await training.append('draft-1', 0, [], emptyDraft('draft-1'));
    expect(codeOf((await real?.list()) ?? { ok: true, value: [] })).toBe('locked');
  });

  test.each<[string, Partial<Surroundings>]>([
    ['a secure context', { isSecureContext: false }],
    ['cryptography', { crypto: {} }],
  ])('there is none for real drafts without %s, and it is said why', async (_what, more) => {
    const { training, real, why } = await openVaults(page(more));
    expect(training.state).toBe('open');
    expect(real).toBeNull();
    expect(why).toEqual({ code: 'no-secure-context', place: {} });
    expect(await names()).toEqual(['homeward-training-2']);
  });

  test('in a local file both are in memory, with nothing to unlock', async () => {
    const { training, real } = await openVaults(page({ location: { protocol: 'file:' } }));
    expect([training.state, real?.state]).toEqual(['memory', 'memory']);
    if (real === null) throw new Error('There is one.');
    const draft = { ...emptyDraft('draft-1'), kind: 'real' } as const;
    expect(await real.append('draft-1', 0, [], draft)).toEqual({ ok: true, value: 1 });
    expect(await real.unlock({ passphrase: 'any' })).toEqual({ ok: true, value: null });
    expect(codeOf(await real.create('any'))).toBe('memory-only');
    expect(await real.shred('draft-1')).toMatchObject({ value: { drafts: [{ revision: 1 }], confirmed: true } });
    await real.append('draft-1', 0, [], draft);
    expect(await real.wipe()).toMatchObject({ value: { drafts: [{ revision: 1 }], confirmed: true } });
    expect(await real.list()).toEqual({ ok: true, value: [] });
    expect(await names()).toEqual([]);
  });
});

describe('ST29 what the trial left', () => {
  test('is deleted, never taken over, and told once', async () => {
    for (const kind of ['training', 'real']) {
      const db = await openDB(`homeward-${kind}`, 1, { upgrade: (made) => void made.createObjectStore('head') });
      await db.put('head', 'typed in the trial', 'draft-1');
      db.close();
    }
    const held = new Map([['homeward-sentinel', '{"training":{"0123456789abcdef":4}}']]);
    const localStorage = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
    const { training } = await openVaults(page({ localStorage }));
    await vi.waitFor(() => {
      expect(training.warnings).toEqual([{ code: 'trial-deleted', place: {} }]);
    });
    expect(await names()).toEqual(['homeward-real-2', 'homeward-training-2']);
    expect(await training.list()).toEqual({ ok: true, value: [] });
    expect(held.has('homeward-sentinel')).toBe(false);
    expect(training.warnings).toEqual([{ code: 'trial-deleted', place: {} }]);
    await training.acceptLosses();
    expect(training.warnings).toEqual([]);
  });

  test('is not spoken of where there was nothing', async () => {
    const gone = vi.spyOn(indexedDB, 'deleteDatabase');
    const { training } = await openVaults(page());
    await vi.waitFor(() => {
      expect(gone).toHaveBeenCalledTimes(2);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(training.warnings).toEqual([]);
    expect(await names()).toEqual(['homeward-real-2', 'homeward-training-2']);
  });
});
