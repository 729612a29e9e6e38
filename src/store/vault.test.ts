import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answering, codeOf, emptyDraft, opened, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Draft, Vault } from '../session/ports.ts';
import { type Bytes, plainSeal, type Seal } from './envelope.ts';
import { type Breakage, breakStorage, type BrokenStorage } from './faults.suite.ts';
import { again, inStorage, nameOfDatabase, pocket } from './in-storage.suite.ts';

const start = emptyDraft('draft-1');
const edit = answering('hopes', 'to be heard');
const after = withEdits(start, [edit]);

let storage: BrokenStorage | null = null;

afterEach(() => {
  storage?.mend();
  storage = null;
  vi.restoreAllMocks();
});

function breaking(breaks: (index: number) => Breakage): void {
  storage = breakStorage(breaks);
}

function mended(): void {
  storage?.mend();
  storage = null;
}

/** The bare database under `vault`. */
function bare(vault: Vault): ReturnType<typeof openDB> {
  return openDB(nameOfDatabase(vault));
}

async function revisionsIn(vault: Vault, store: 'journal' | 'snapshot'): Promise<readonly unknown[]> {
  const db = await bare(vault);
  const keys = await db.getAllKeys(store);
  db.close();
  return keys.map((key) => (Array.isArray(key) ? key[1] : key));
}

/** Writes `count` edits one by one, from revision `from`. */
async function write(vault: Vault, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1) {
    expect(await vault.append('draft-1', index, [answering('hopes', `${index}`)], start)).toEqual({
      ok: true,
      value: index + 1,
    });
  }
}

describe('ST1 durable means durable', () => {
  test('every write asks for strict durability', async () => {
    const vault = await inStorage();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await vault.append('draft-1', 0, [edit], after);
    await vault.remove('draft-1');
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }, { durability: 'strict' }]);
  });

  test('a write whose requests all succeed and whose transaction then aborts is not saved', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    breaking((index) => (index % 4 === 3 ? 'abort' : null)); // the commit
    expect(codeOf(await vault.append('draft-1', 1, [edit], after))).toBe('not-saved');
  });
});

describe('ST4 a request that fails', () => {
  test('fails the write even where the browser completes the transaction all the same', async () => {
    const vault = await inStorage();
    await write(vault, 2);
    const { add } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, record: unknown) {
      const request = add.call(this, record);
      request.addEventListener('error', (event) => {
        event.preventDefault(); // the transaction goes on, as in Firefox after an early commit
      });
      return request;
    });
    expect(codeOf(await vault.append('draft-1', 0, [edit], after))).toBe('conflict');
  });
});

describe('ST3 snapshots', () => {
  test('one at the first write, then one every hundred edits; two are kept, with the journal since the older', async () => {
    const vault = await inStorage();
    await write(vault, 100);
    expect(await revisionsIn(vault, 'snapshot')).toEqual([1]);
    await write(vault, 1, 100);
    expect(await revisionsIn(vault, 'snapshot')).toEqual([1, 101]);
    expect(await revisionsIn(vault, 'journal')).toHaveLength(100);
    await write(vault, 100, 101);
    expect(await revisionsIn(vault, 'snapshot')).toEqual([101, 201]);
    expect((await revisionsIn(vault, 'journal')).at(0)).toBe(102);
  });

  test('a hundred edits in one write take one too', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    const edits = Array.from({ length: 100 }, (_, index) => answering('hopes', `${index}`));
    await vault.append('draft-1', 1, edits, withEdits(start, edits));
    expect(await revisionsIn(vault, 'snapshot')).toEqual([1, 2]);
  });

  test('a writer who has not loaded the draft takes one and removes nothing', async () => {
    const vault = await inStorage();
    await write(vault, 3);
    await write(await again(vault), 1, 3);
    expect(await revisionsIn(vault, 'snapshot')).toEqual([1, 4]);
    expect(await revisionsIn(vault, 'journal')).toEqual([1, 2, 3, 4]);
  });

  test('one that cannot be read is not counted among the two', async () => {
    const vault = await inStorage();
    await write(vault, 101);
    const db = await bare(vault);
    await db.put('snapshot', { id: 'draft-1', revision: 101, envelope: 'scratched' });
    db.close();
    const reader = await again(vault);
    await reader.load('draft-1');
    await write(reader, 1, 101);
    expect(await revisionsIn(vault, 'snapshot')).toEqual([1, 101, 102]);
    expect((await revisionsIn(vault, 'journal')).at(0)).toBe(2);
  });
});

describe('ST5 a write begun while the page goes away', () => {
  test('has issued everything, the commit too, when append returns', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    breaking(() => null);
    const outcome = vault.append('draft-1', 1, [edit], after);
    expect(storage?.requests).toBe(4);
    expect(await outcome).toEqual({ ok: true, value: 2 });
  });

  test('so does one that takes a snapshot, and one that makes the draft', async () => {
    const vault = await inStorage();
    breaking(() => null);
    const first = vault.append('draft-1', 0, [], start);
    expect(storage?.requests).toBe(7);
    await first;
    const edits = Array.from({ length: 100 }, (_, index) => answering('hopes', `${index}`));
    const second = vault.append('draft-1', 1, edits, withEdits(start, edits));
    expect(storage?.requests).toBe(14);
    expect(await second).toEqual({ ok: true, value: 2 });
  });
});

describe('ST7 storage that fails', () => {
  test('is opened again three times in all, then trusted no more', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    let told = 0;
    vault.addEventListener('change', () => (told += 1));
    for (let revision = 1; revision < 4; revision += 1) {
      breaking((index) => (index === 0 ? 'throw' : null));
      expect(await vault.append('draft-1', revision, [edit], after)).toEqual({ ok: true, value: revision + 1 });
      storage?.mend();
    }
    expect(vault.state).toBe('open');
    breaking((index) => (index === 0 ? 'throw' : null));
    const notSaved = { code: 'not-saved', place: {}, detail: 'UnknownError' };
    expect(await vault.append('draft-1', 4, [edit], after)).toEqual({ ok: false, problems: [notSaved] });
    expect(vault.state).toBe('suspect');
    expect(vault.warnings).toContainEqual(notSaved);
    expect(told).toBe(1);
    storage?.mend();
    expect(codeOf(await vault.append('draft-1', 4, [edit], after))).toBe('not-saved');
    expect(codeOf(await vault.remove('draft-1'))).toBe('not-saved');
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 4 });
  });

  test('is not trusted by the page loaded again either, until somebody says that the browser was started again', async () => {
    const remembered = pocket();
    const vault = await inStorage({ storage: remembered });
    await vault.append('draft-1', 0, [], start);
    breaking((index) => (index === 1 ? 'no-space' : null));
    await vault.append('draft-1', 1, [edit], after);
    mended();
    const reloaded = await again(vault, { storage: remembered });
    expect(reloaded.state).toBe('suspect');
    expect(codeOf(await reloaded.append('draft-1', 1, [edit], after))).toBe('not-saved');
    expect(await reloaded.load('draft-1')).toMatchObject({ ok: true });
    reloaded.trustAgain();
    const restarted = await again(vault, { storage: remembered });
    expect(restarted.state).toBe('open');
    expect(await restarted.append('draft-1', 1, [edit], after)).toEqual({ ok: true, value: 2 });
  });

  test('is opened again once for one write', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    breaking(() => 'throw');
    await vault.append('draft-1', 1, [edit], after);
    expect(storage?.requests).toBe(2); // the first of each try
  });

  test('is trusted no more at once when the disk is full', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    breaking((index) => (index === 1 ? 'no-space' : null));
    expect(codeOf(await vault.append('draft-1', 1, [edit], after))).toBe('not-saved');
    expect(storage?.requests).toBe(2);
    expect(vault.state).toBe('suspect');
  });

  test('is still trusted after it refused for want of quota', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    breaking(() => 'quota');
    const outcome = await vault.append('draft-1', 1, [edit], after);
    expect(outcome).toEqual({ ok: false, problems: [{ code: 'not-saved', place: {}, detail: 'QuotaExceededError' }] });
    storage?.mend();
    expect(vault.state).toBe('open');
    expect(await vault.append('draft-1', 1, [edit], after)).toEqual({ ok: true, value: 2 });
  });

  test('is opened again for reading when the connection was lost', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [edit], after);
    vault.close();
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 1 });
  });

  test('is opened again once for all who had lost it, and leaves no connection behind', async () => {
    const vault = await inStorage();
    const drafts = ['draft-1', 'draft-2', 'draft-3', 'draft-4', 'draft-5'];
    vault.close();
    const outcomes = await Promise.all(drafts.map((id) => vault.append(id, 0, [], emptyDraft(id))));
    expect(outcomes.map(codeOf)).toEqual(drafts.map(() => null));
    (await openDB(nameOfDatabase(vault), 99)).close(); // would wait for ever
    expect(vault.warnings).toEqual([{ code: 'newer-than-program', place: {} }]);
  });

  test('is not written to when the database had vanished in between', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [edit], after);
    vault.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(nameOfDatabase(vault)).addEventListener('success', resolve);
    });
    expect(codeOf(await vault.append('draft-1', 1, [], after))).toBe('drafts-gone');
    expect(vault.state).toBe('suspect');
  });
});

describe('ST8 storage that does not answer', () => {
  /** Lets the next write's transaction hang until released; stopping it does not help. */
  function hang(): () => void {
    let held = true;
    const { commit, abort } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      IDBTransaction.prototype.commit = commit;
      const store = this.objectStore('head');
      const wait = (): void => {
        if (!held) return;
        store.count().addEventListener('success', wait);
      };
      wait();
    };
    IDBTransaction.prototype.abort = function () {
      IDBTransaction.prototype.abort = abort;
      throw new DOMException('Too late.', 'InvalidStateError');
    };
    return () => {
      held = false;
    };
  }

  test('makes a write fail in time, and is trusted no more', async () => {
    const vault = await inStorage({ patience: 30 });
    await vault.append('draft-1', 0, [], start);
    const release = hang();
    const outcome = await vault.append('draft-1', 1, [edit], after);
    release();
    expect(outcome).toEqual({ ok: false, problems: [{ code: 'not-saved', place: {}, detail: 'TimeoutError' }] });
    expect(vault.state).toBe('suspect');
  });

  test('may come through late, and then the second try counts as saved', async () => {
    const vault = await inStorage({ patience: 100 });
    await vault.append('draft-1', 0, [], start);
    const release = hang();
    setTimeout(release, 130);
    expect(await vault.append('draft-1', 1, [edit], after)).toEqual({ ok: true, value: 2 });
    expect(vault.state).toBe('open');
    expect(await vault.append('draft-1', 2, [], after)).toEqual({ ok: true, value: 3 });
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 3 });
  });

  test("does not let another writer's step pass for one's own", async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    await (await again(vault)).append('draft-1', 1, [answering('hopes', 'somebody else')], start);
    expect(codeOf(await vault.append('draft-1', 1, [edit], after))).toBe('conflict');
    const other = { ...start, reference: 'T-9' };
    expect(codeOf(await vault.append('draft-1', 0, [], other))).toBe('conflict');
  });
});

describe('ST9 pieces that are missing or damaged', () => {
  type Spoil = (db: Awaited<ReturnType<typeof bare>>) => Promise<unknown>;

  async function spoilt(spoil: Spoil, writes = 101): Promise<Draft | string> {
    const vault = await inStorage();
    await write(vault, writes);
    const db = await bare(vault);
    await spoil(db);
    db.close();
    const loaded = await vault.load('draft-1');
    return loaded.ok ? loaded.value : loaded.problems[0].code;
  }

  test('the older snapshot makes good for the newer', async () => {
    const draft = await spoilt((db) => db.delete('snapshot', ['draft-1', 101]));
    expect(draft).toMatchObject({ snapshot: start, revision: 101 });
    expect(typeof draft === 'string' || draft.edits.length).toBe(100);
  });

  test.each<[string, Spoil]>([
    ['a gap in the journal', (db) => db.delete('journal', ['draft-1', 40])],
    ['a journal that ends before the head', (db) => db.delete('journal', ['draft-1', 60])],
    ['no snapshot', (db) => db.delete('snapshot', ['draft-1', 1])],
    ['an entry that is no envelope', (db) => db.put('journal', { id: 'draft-1', revision: 40, envelope: 'x' })],
    [
      'an entry in the place of another',
      async (db) => db.put('journal', { ...(await db.get('journal', ['draft-1', 41])), revision: 40 }),
    ],
    [
      'a head older than the pieces',
      async (db) => {
        const head: unknown = await db.get('head', ['draft-1', 60]);
        await db.delete('head', ['draft-1', 60]);
        await db.put('head', { ...Object(head), revision: 59 });
      },
    ],
  ])('%s is told as damaged', async (_what, spoil) => {
    expect(await spoilt(spoil, 60)).toBe('damaged');
  });

  test('damage before the snapshot in use does no harm', async () => {
    expect(await spoilt((db) => db.delete('journal', ['draft-1', 40]))).toMatchObject({ edits: [], revision: 101 });
  });

  test('what was damaged is left as it is, and its detail tells numbers only', async () => {
    const vault = await inStorage();
    await write(vault, 9);
    const db = await bare(vault);
    await db.delete('journal', ['draft-1', 5]);
    const loaded = await vault.load('draft-1');
    expect(loaded).toMatchObject({ problems: [{ detail: 'head 9, snapshots 1, journal 1-4, 6-9' }] });
    expect(await db.count('journal')).toBe(8);
    db.close();
  });
});

describe('ST10 what a newer program wrote', () => {
  const newer = new TextEncoder().encode(JSON.stringify({ ...start, format: 2 }));
  test.each<[string, unknown]>([
    ['an envelope', { version: 3, something: 'else' }],
    ['an assessment', { version: 1, seal: 'plain', record: JSON.stringify(['snapshot', 'draft-1', 1]), bytes: newer }],
  ])('%s is named as such', async (_what, envelope) => {
    const vault = await inStorage();
    await write(vault, 1);
    const db = await bare(vault);
    await db.put('snapshot', { id: 'draft-1', revision: 1, envelope });
    db.close();
    expect(codeOf(await vault.load('draft-1'))).toBe('newer-than-program');
  });
});

describe('ST11 a list', () => {
  test('names a draft whose head cannot be read, and lists the others', async () => {
    const vault = await inStorage();
    await write(vault, 1);
    await vault.append('draft-2', 0, [], emptyDraft('draft-2'));
    const db = await bare(vault);
    await db.put('head', { id: 'draft-1', revision: 1, envelope: 'scratched' });
    db.close();
    const listed = await vault.list();
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(['draft-2']);
    expect(vault.warnings).toContainEqual({ code: 'damaged', place: {}, detail: 'draft-1' });
  });

  test('opens no journal and no snapshot', async () => {
    const openedRecords: string[] = [];
    const seal: Seal = {
      ...plainSeal,
      open: (record, envelope) => {
        openedRecords.push(record);
        return plainSeal.open(record, envelope);
      },
    };
    const vault = await inStorage({ seal });
    await write(vault, 5);
    await vault.list();
    expect(openedRecords).toEqual([JSON.stringify(['head', 'draft-1', 5])]);
  });
});

describe('ST14 sealing', () => {
  /** Turns every byte round, and takes its time: no encryption, but nothing can be read past it. */
  const slowSeal: Seal = {
    async enclose(record, plain) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return plainSeal.enclose(record, turned(plain));
    },
    async open(record, envelope) {
      const bytes = await plainSeal.open(record, envelope);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return bytes.ok ? { ok: true, value: turned(bytes.value) } : bytes;
    },
  };
  const turned = (bytes: Bytes): Bytes => bytes.map((byte) => byte ^ 0xff);

  test('may take its time: it is done before the transaction opens', async () => {
    const vault = await inStorage({ seal: slowSeal });
    await vault.append('draft-1', 0, [edit], after);
    expect(await vault.append('draft-1', 1, [], after)).toEqual({ ok: true, value: 2 });
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 2 });
    expect(await vault.list()).toMatchObject({ value: [{ reference: 'T-1', revision: 2 }] });
  });

  test('covers everything a person typed', async () => {
    const vault = await inStorage({ seal: slowSeal });
    const typed = 'a sentence nobody else may read';
    const secret = answering('hopes', typed);
    await vault.append('draft-1', 0, [secret], { ...withEdits(start, [secret]), reference: typed });
    const db = await bare(vault);
    const everything = await Promise.all(['head', 'journal', 'snapshot', 'blob'].map((store) => db.getAll(store)));
    db.close();
    const asText = JSON.stringify(everything, (_key, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
    expect(asText).toContain('draft-1');
    expect(asText).not.toContain(typed);
    expect(asText).not.toContain('Sam');
  });
});

describe('ST15 a newer version in another tab', () => {
  test('gets the database, after the last edits were written', async () => {
    const vault = await inStorage();
    await vault.append('draft-1', 0, [], start);
    const lastWrites: ReturnType<Vault['append']>[] = [];
    vault.addEventListener('closing', () => {
      lastWrites.push(vault.append('draft-1', 1, [edit], after));
    });
    const newer = await openDB(nameOfDatabase(vault), 99);
    newer.close();
    expect(await Promise.all(lastWrites)).toEqual([{ ok: true, value: 2 }]);
    expect(vault.state).toBe('suspect');
    expect(vault.warnings).toEqual([{ code: 'newer-than-program', place: {} }]);
    expect(codeOf(await vault.append('draft-1', 2, [edit], after))).toBe('newer-than-program');
  });

  test('a deletion in another tab is told as such', async () => {
    const vault = await inStorage();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(nameOfDatabase(vault)).addEventListener('success', resolve);
    });
    expect(codeOf(await vault.append('draft-1', 0, [edit], after))).toBe('drafts-gone');
  });

  test('does not let an older program open what it left', async () => {
    const vault = await inStorage();
    (await openDB(nameOfDatabase(vault), 99)).close();
    await expect(again(vault)).rejects.toMatchObject({ name: 'VersionError' });
  });
});
