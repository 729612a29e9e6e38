import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDraft } from '../../../test/contracts/vault-contract.ts';
import { packWith } from '../../../test/fixtures/small-pack.ts';
import { newIdentity } from '../../exchange/identity.ts';
import { inStorage } from '../../store/in-storage.suite.ts';
import { FolderCopies, type Folder } from './folder-copies.ts';
import 'fake-indexeddb/auto';

const written: string[] = [];
let gate: Promise<void> = Promise.resolve();
const folder: Folder = {
  name: 'shared',
  getFileHandle: async (name) => {
    await gate;
    const stream = { write: () => Promise.resolve(), close: () => Promise.resolve(written.push(name)) };
    const handle: unknown = { createWritable: () => Promise.resolve(stream) };
    return handle as FileSystemFileHandle; // as much of one as is asked for
  },
};

beforeEach(() => {
  written.length = 0;
  gate = Promise.resolve();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('HOMEWARD_VERSION', 'test');
});

async function copies(drafts = ['draft-1']): Promise<FolderCopies> {
  const vault = await inStorage();
  for (const id of drafts) await vault.append(id, 0, [], emptyDraft(id));
  return new FolderCopies(folder, (await newIdentity()).recipient, vault, packWith([]));
}

test('two computers with one draft at one revision write two files', async () => {
  for (const each of [await copies(), await copies()]) {
    await each.begin();
    each.end();
  }
  expect(written).toHaveLength(2);
  expect(new Set(written).size).toBe(2);
});

test('stopped during a round, it begins no further file and no further round', async () => {
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const each = await copies(['draft-1', 'draft-2']);
  const waits = vi.spyOn(globalThis, 'setTimeout');
  const round = each.begin();
  await new Promise((resolve) => setImmediate(resolve));
  each.end();
  open();
  await round;
  expect(written.length).toBeLessThan(2);
  expect(waits.mock.calls.filter(([, time]) => (time ?? 0) > 60_000)).toEqual([]);
});
