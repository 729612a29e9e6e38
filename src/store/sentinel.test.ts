import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { again, inStorage, nameOfDatabase, pocket } from './in-storage.suite.ts';
import { Sentinel } from './sentinel.ts';
import type { DiskVault } from './vault.ts';

const head = (id: string, revision: number): { id: string; revision: number; envelope: null } => ({
  id,
  revision,
  envelope: null,
});

async function twoDrafts(storage: ReturnType<typeof pocket>): Promise<DiskVault> {
  const vault = await inStorage({ storage });
  for (const id of ['draft-1', 'draft-2']) {
    await vault.append(id, 0, [], emptyDraft(id));
    await vault.append(id, 1, [], emptyDraft(id));
  }
  return vault;
}

describe('ST12 drafts that are gone', () => {
  test('are noticed when the browser has deleted the database, until the loss is accepted', async () => {
    const storage = pocket();
    const vault = await twoDrafts(storage);
    vault.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(nameOfDatabase(vault)).addEventListener('success', resolve);
    });
    const later = await again(vault, { storage });
    let told = 0;
    later.addEventListener('change', () => (told += 1));
    expect(await later.list()).toEqual({ ok: true, value: [] });
    await later.list();
    expect(later.warnings).toEqual([{ code: 'drafts-gone', place: {}, detail: '2' }]);
    expect(told).toBe(1);
    await later.acceptLosses();
    expect(later.warnings).toEqual([]);
    expect((await again(vault, { storage })).warnings).toEqual([]);
  });

  test('are not missed when a person removed them', async () => {
    const storage = pocket();
    const vault = await twoDrafts(storage);
    await vault.remove('draft-1');
    await vault.list();
    expect(vault.warnings).toEqual([]);
    expect(storage.held.get('homeward-sentinel-2')).toMatch(/^\{"training":\{"[0-9a-f]{16}":2\}\}$/);
  });

  test('are not missed when the page ended between removing and forgetting', () => {
    const sentinel = new Sentinel('training', pocket());
    sentinel.note('draft-1', 4);
    expect(sentinel.check([head('draft-1', 0)])).toEqual([]);
  });

  test('are told apart from drafts that fell behind', () => {
    const sentinel = new Sentinel('training', pocket());
    sentinel.note('draft-1', 4);
    sentinel.note('draft-2', 4);
    expect(sentinel.check([head('draft-1', 3), head('draft-2', 5)])).toEqual([
      { code: 'draft-older', place: {}, detail: 'draft-1' },
    ]);
  });
});

describe('ST12 the sentinel itself', () => {
  test('holds revisions under shortened hashes, and nothing that was typed', async () => {
    const storage = pocket();
    const vault = await inStorage({ storage });
    const edit = answering('hopes', 'a secret hope');
    const people = [{ id: 'c1', role: 'child', name: 'Ember Quillfeather' }];
    await vault.append('draft-1', 0, [edit], { ...withEdits(emptyDraft('draft-1'), [edit]), people });
    expect([...storage.held.keys()]).toEqual(['homeward-sentinel-2']);
    expect(storage.held.get('homeward-sentinel-2')).toMatch(/^\{"training":\{"[0-9a-f]{16}":1\}\}$/);
  });

  test('keeps real and training drafts apart', () => {
    const storage = pocket();
    new Sentinel('real', storage).note('draft-1', 1);
    expect(new Sentinel('training', storage).check([])).toEqual([]);
    expect(new Sentinel('real', storage).check([])).toMatchObject([{ code: 'drafts-gone' }]);
  });

  test.each([
    ['there is no such place', null],
    ['somebody else wrote there', pocket({ 'homeward-sentinel-2': 'not ours' })],
    [
      'writing is refused',
      {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('', 'QuotaExceededError');
        },
      },
    ],
  ])('says so when it cannot remember because %s', (_why, storage) => {
    const sentinel = new Sentinel('training', storage);
    sentinel.note('draft-1', 1);
    expect(sentinel.check([head('draft-1', 1)])).toEqual([{ code: 'no-sentinel', place: {} }]);
  });
});
