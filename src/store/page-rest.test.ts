import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { answering, emptyDraft, opened, withEdits } from '../../test/contracts/vault-contract.ts';
import { Saver } from '../session/saver.ts';
import { again, inStorage, nameOfDatabase } from './in-storage.suite.ts';
import { restWithPage } from './page-rest.ts';

const start = emptyDraft('draft-1');
const edit = answering('hopes', 'typed just before the page was put aside');
const after = withEdits(start, [edit]);

describe('ST43 a page that is put aside', () => {
  test('lets its writers write, then closes, and what is asked next opens it again', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    const saver = new Saver({ vault, id: 'draft-1', revision: 1 });
    const page = new EventTarget();
    restWithPage(vault, page);
    for (let time = 0; time < 9; time += 1) {
      saver.add(answering('hopes', String(time)), withEdits(start, [answering('hopes', String(time))]));
      page.dispatchEvent(new Event('freeze'));
      await saver.flush();
      expect(saver.state).toBe('saved'); // more often than a lost connection would be opened again
    }
    saver.add(edit, after);
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
    await saver.flush();
    page.dispatchEvent(new Event('freeze'));
    (await openDB(nameOfDatabase(vault), 99)).close(); // would wait for ever for an open connection
    expect(vault.state).toBe('open');
  });

  test('keeps what it wrote', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    const saver = new Saver({ vault, id: 'draft-1', revision: 1 });
    saver.add(edit, after);
    vault.rest();
    expect(opened(await (await again(vault)).load('draft-1'))).toEqual({ assessment: after, revision: 2 });
  });

  test('stays open where it is left for good', async () => {
    const vault = await inStorage();
    let rests = 0;
    const page = new EventTarget();
    restWithPage({ hurry: () => undefined, rest: () => (rests += 1) }, page);
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
    expect(rests).toBe(0);
    vault.close();
  });

  test('that comes back finds out that somebody else wrote meanwhile', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    const saver = new Saver({ vault, id: 'draft-1', revision: 1 });
    await saver.compare();
    expect(saver.state).toBe('saved');
    vault.rest();
    await (await again(vault)).append('draft-1', 1, [edit], after);
    await saver.compare();
    expect(saver.state).toBe('conflict');
  });
});
