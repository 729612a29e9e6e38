import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, emptyDraft } from '../../test/contracts/vault-contract.ts';
import { openVaults } from './open-vaults.ts';
import { nameFor } from './sentinel.ts';
import { wipeComputer, type WipedPage } from './wipe-computer.ts';

/** Storage as browsers have it: its keys are its properties. */
function storage(kept: Record<string, string>): Storage {
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  };
  return new Proxy(kept, {
    get: (target, key) => (key in methods ? Reflect.get(methods, key) : Reflect.get(target, key)) as unknown,
  }) as unknown as Storage;
}

function surroundings(): { page: WipedPage; kept: Record<string, string>; caches: Set<string>; held: string[] } {
  const kept: Record<string, string> = { 'homeward-language': 'cy', 'another-program': 'x' };
  const caches = new Set(['homeward-files', 'another-program']);
  const held: string[] = [];
  const page: WipedPage = {
    indexedDB,
    localStorage: storage(kept),
    sessionStorage: storage({ 'homeward-restart-check': 'mark' }),
    caches: { keys: () => Promise.resolve([...caches]), delete: (name) => Promise.resolve(caches.delete(name)) },
    navigator: {
      locks: {
        query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
        request: () => Promise.reject(new Error('nothing is asked for here')),
      } as Pick<LockManager, 'request' | 'query'>,
    },
  };
  return { page, kept, caches, held };
}

const opened = (page: WipedPage): ReturnType<typeof openVaults> =>
  openVaults({
    location: { protocol: 'https:' },
    localStorage: page.localStorage,
    navigator: { userAgent: 'Chrome/156' },
    addEventListener: () => undefined,
    indexedDB,
    isSecureContext: true,
    crypto,
  });

afterEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('ST48 a computer that is wiped', () => {
  test('keeps nothing of ours and everything of others, and the receipt names no draft', async () => {
    const { page, kept, caches } = surroundings();
    const vaults = await opened(page);
    await vaults.training.append('draft-1', 0, [], emptyDraft('draft-1'));
    await vaults.real?.create('five words nobody will guess');
    await vaults.real?.append('draft-2', 0, [], { ...emptyDraft('draft-2'), kind: 'real' });
    vaults.real?.lock();

    const receipt = await wipeComputer(vaults, page);
    expect(receipt).toMatchObject({
      ok: true,
      value: {
        confirmed: true,
        left: [],
        drafts: [
          { name: nameFor('draft-2'), revision: 1 },
          { name: nameFor('draft-1'), revision: 1 },
        ],
      },
    });
    expect(JSON.stringify(receipt)).not.toMatch(/draft-[12]/);
    expect(await indexedDB.databases()).toEqual([]);
    expect(Object.keys(kept)).toEqual(['another-program']);
    expect([...caches]).toEqual(['another-program']);
  });

  test('is not while a draft is open in a tab', async () => {
    const { page, kept, held } = surroundings();
    held.push('homeward/draft/draft-1');
    expect(codeOf(await wipeComputer(await opened(page), page))).toBe('open-elsewhere');
    expect(kept['homeward-language']).toBe('cy');
    expect((await indexedDB.databases()).length).toBe(2);
  });

  test('says where something is left', async () => {
    const { page } = surroundings();
    const closed = { keys: () => Promise.resolve(['homeward-files']), delete: () => Promise.resolve(false) };
    const stuck = { keys: () => Promise.resolve(['homeward-rescue-real-1']), delete: () => Promise.resolve() };
    const navigator = {
      storageBuckets: { ...stuck, open: () => Promise.reject(new Error('nothing is opened here')) },
    };
    const receipt = await wipeComputer(await opened(page), { ...page, caches: closed, navigator });
    expect(receipt).toMatchObject({ value: { confirmed: false, left: ['rescue', 'caches'] } });
  });
});
