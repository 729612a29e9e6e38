import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codeOf, emptyDraft } from '../../test/contracts/vault-contract.ts';
import { pocket } from './in-storage.suite.ts';
import { openVault, type Surroundings } from './open-vault.ts';

/** A window around the page that belongs to another origin: nothing of it may be read. */
const elsewhere = {
  get location(): never {
    throw new DOMException('made for this test', 'SecurityError');
  },
};
const framed = (mayStore: boolean): Partial<Surroundings> => ({
  top: elsewhere,
  document: { hasStorageAccess: () => Promise.resolve(mayStore) },
});

/** A page whose browser has no IndexedDB. */
const pageWithout: Surroundings = {
  location: { protocol: 'https:' },
  localStorage: pocket(),
  navigator: { userAgent: 'Chrome/156' },
  addEventListener: () => undefined,
};

const page = (more: Partial<Surroundings> = {}): Surroundings => ({ ...pageWithout, indexedDB, ...more });

afterEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

describe('ST16 where drafts rest', () => {
  test('in IndexedDB where there is one', async () => {
    const vault = await openVault('training', page());
    expect(vault.state).toBe('open');
    expect(vault.warnings).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['homeward-training-2']);
  });

  test.each<[string, Surroundings, string]>([
    ['in a local file', page({ location: { protocol: 'file:' } }), 'file'],
    ['in a frame of another site', { ...pageWithout, indexedDB, ...framed(false) }, 'frame'],
    ['without IndexedDB', pageWithout, 'no-indexeddb'],
  ])('in memory %s', async (_where, surroundings, detail) => {
    const vault = await openVault('real', surroundings);
    expect(vault.state).toBe('memory');
    expect(vault.warnings).toEqual([{ code: 'memory-only', place: {}, detail }]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('in IndexedDB in a frame of the same site, which shares it', async () => {
    expect((await openVault('training', page(framed(true)))).state).toBe('open');
  });

  test('in memory where opening is refused', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('made for this test', 'SecurityError');
    });
    const vault = await openVault('real', page());
    expect(vault.warnings).toEqual([{ code: 'memory-only', place: {}, detail: 'SecurityError' }]);
  });

  test('ST10 in memory where a newer program was, whose drafts stay', async () => {
    (await openDB('homeward-real-2', 99)).close();
    const vault = await openVault('real', page());
    expect(vault.state).toBe('memory');
    expect(vault.warnings).toEqual([{ code: 'newer-than-program', place: {} }]);
    expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([99]);
  });

  test('with a warning where the page may not remember anything outside the database', async () => {
    const blocked = Object.defineProperty(page(), 'localStorage', {
      get() {
        throw new DOMException('made for this test', 'SecurityError');
      },
    });
    const vault = await openVault('training', blocked);
    await vault.list();
    expect(vault.state).toBe('open');
    expect(vault.warnings).toEqual([{ code: 'no-sentinel', place: {} }]);
  });
});

describe('ST13 real and training drafts', () => {
  test('know nothing of each other', async () => {
    const training = await openVault('training', page());
    const real = await openVault('real', page());
    await training.append('draft-1', 0, [], emptyDraft('draft-1'));
    expect(await real.list()).toEqual({ ok: true, value: [] });
    expect(codeOf(await real.load('draft-1'))).toBe('no-such-draft');
  });
});
