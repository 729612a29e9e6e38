import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { emptyDraft } from '../../test/contracts/vault-contract.ts';
import { deleteDatabase } from './delete-database.ts';
import { passphrase } from './sealed.suite.ts';
import { after, begun, browser, edit, empty, inStep, opened, set } from './standing.suite.ts';

describe('ST54 the standing copy', () => {
  test('has each write soon after it, and gives everything back where the browser dropped the database', async () => {
    const where = browser();
    const vault = await begun(where);
    expect((await vault.append('draft-1', 1, [edit], after)).ok).toBe(true);
    await vault.putBlob('draft-1', '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', bytes('hello'));
    await inStep(where);
    vault.close();
    await deleteDatabase(where.name, 1_000);
    const again = await where.load();
    expect(again.state).toBe('locked');
    expect(again.warnings).toEqual([]);
    await again.unlock({ passphrase });
    expect(await again.load('draft-1')).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await again.append('draft-1', 2, [edit], after)).toEqual({ ok: true, value: 3 });
    await inStep(where);
    again.close();
  });

  test('gives everything back also where an earlier page made the database anew, and ended before it had', async () => {
    const where = browser();
    (await begun(where)).close();
    const held = new Map(where.buckets.held);
    where.buckets.held.clear();
    await deleteDatabase(where.name, 1_000);
    (await where.load()).close();
    expect(await where.database()).toMatchObject({ head: [], meta: [] });
    for (const [name, factory] of held) where.buckets.held.set(name, factory);
    const again = await where.load();
    expect(again.state).toBe('locked');
    await again.unlock({ passphrase });
    expect(await again.load('draft-1')).toMatchObject({ ok: true, value: { revision: 1 } });
    again.close();
  });

  test('catches up with what an earlier page wrote and did not copy', async () => {
    const where = browser();
    const vault = await begun(where);
    vault.close();
    const held = new Map(where.buckets.held);
    where.buckets.held.clear();
    const alone = await opened(where);
    await alone.append('draft-1', 1, [edit], after);
    await alone.append('draft-2', 0, [], emptyDraft('draft-2'));
    alone.close();
    for (const [name, factory] of held) where.buckets.held.set(name, factory);
    const again = await opened(where);
    await inStep(where);
    again.close();
  });

  test('brings back a draft that the database holds an older state of', async () => {
    const where = browser();
    const vault = await begun(where);
    const older = await where.database();
    await vault.append('draft-1', 1, [edit], after);
    await inStep(where);
    vault.close();
    await set(where.name, older);
    const again = await opened(where);
    await vi.waitFor(async () => {
      expect(await again.load('draft-1')).toMatchObject({ ok: true, value: { revision: 2 } });
    });
    again.close();
  });

  test('keeps nothing of a draft that was shredded, nor the passphrase that was', async () => {
    const where = browser();
    const vault = await begun(where);
    expect(await vault.shred('draft-1')).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(await where.standing()).toMatchObject({ dek: [], journal: [], snapshot: [], head: [{ revision: 0 }] });
    expect((await vault.changePassphrase({ passphrase }, 'another orchard pebble cloud ten')).ok).toBe(true);
    await inStep(where);
    expect(await vault.wipe()).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(where.buckets.held.size).toBe(0);
    vault.close();
  });

  test('a copy that cannot be made is done without', async () => {
    const where = browser();
    where.buckets.fails = 1;
    const vault = await where.load();
    await vault.create(passphrase);
    await vault.append('draft-1', 0, [], empty);
    await vi.waitFor(() => {
      expect(where.buckets.opened).toBe(1);
      expect(where.buckets.held.size).toBe(0);
    });
    expect(await vault.append('draft-1', 1, [edit], after)).toEqual({ ok: true, value: 2 });
    expect(vault.state).toBe('open');
    vault.close();
  });

  test('two tabs lead it along by turns', async () => {
    const where = browser();
    const one = await begun(where);
    const other = await opened(where);
    await other.load('draft-1');
    for (const [index, vault] of [one, other, one, other].entries()) {
      await vault.load('draft-1');
      expect(await vault.append('draft-1', index + 1, [], empty)).toEqual({ ok: true, value: index + 2 });
    }
    await inStep(where);
    one.close();
    other.close();
  });
});

describe('ST55 a full disk', () => {
  test('met by the copy: the database has what was written, nobody is told that it is saved, and it is written to no more', async () => {
    const where = browser();
    const vault = await begun(where);
    const mend = breakStanding('FILE_ERROR_NO_SPACE');
    expect(await vault.append('draft-1', 1, [edit], after)).toMatchObject({ problems: [{ code: 'not-saved' }] });
    expect(vault.state).toBe('suspect');
    mend();
    expect(await vault.append('draft-1', 2, [edit], after)).toMatchObject({ problems: [{ code: 'not-saved' }] });
    expect((await where.database()).head).toMatchObject([{ revision: 2 }]);
    vault.close();
  });

  test('what was typed is not flushed into the copy by itself, what becomes of keys is', async () => {
    const where = browser();
    const vault = await begun(where);
    const flushed: (IDBTransactionDurability | undefined)[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
      if (this.name === 'copy' && given[1] === 'readwrite') flushed.push(given[2]?.durability);
      return transaction.apply(this, given);
    };
    await vault.append('draft-1', 1, [edit], after);
    await inStep(where);
    expect(flushed.splice(0)).toEqual(['relaxed']);
    await vault.shred('draft-1');
    await inStep(where);
    expect(new Set(flushed)).toEqual(new Set(['strict']));
    IDBDatabase.prototype.transaction = transaction;
    vault.close();
  });

  test('a write is told of once the copy has it, or at once where the page may be gone before', async () => {
    const where = browser();
    const vault = await begun(where);
    await vault.append('draft-1', 1, [edit], after);
    expect(await where.standing()).toEqual(await where.database());
    const goOn = holdCopies();
    let told = false;
    const write = vault.append('draft-1', 2, [edit], after).then((saved) => {
      told = true;
      return saved;
    });
    await vi.waitFor(async () => {
      expect((await where.database()).head).toMatchObject([{ revision: 3 }]);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(false);
    vault.hurry();
    expect(await write).toEqual({ ok: true, value: 3 });
    goOn();
    await inStep(where);
    vault.close();
  });

  test('a write waits until the copy has the one before, but not while the page is going away', async () => {
    const where = browser();
    const vault = await begun(where);
    await vault.append('draft-2', 0, [], emptyDraft('draft-2'));
    await inStep(where);
    const order: string[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
      const made = transaction.apply(this, given);
      const place = this.name === 'copy' ? 'copy' : 'database';
      if (given[1] === 'readwrite') {
        order.push(`${place} begins`);
        made.addEventListener('complete', () => order.push(`${place} ends`));
      }
      return made;
    };
    const twice = async (revision: number): Promise<void> => {
      order.length = 0;
      expect(await vault.append('draft-1', revision, [], after)).toEqual({ ok: true, value: revision + 1 });
      expect(await vault.append('draft-2', revision, [], emptyDraft('draft-2'))).toMatchObject({ ok: true });
    };
    await twice(1);
    expect(order.lastIndexOf('database begins')).toBeGreaterThan(order.indexOf('copy ends'));
    await inStep(where);
    where.page.isHidden = true;
    await twice(2);
    expect(order.slice(0, 4)).not.toContain('copy ends');
    await inStep(where);
    IDBDatabase.prototype.transaction = transaction;
    vault.close();
  });
});

/** Keeps writes to copies from ending, until they are to go on. */
function holdCopies(): () => void {
  const { commit } = IDBTransaction.prototype;
  let isHeld = true;
  IDBTransaction.prototype.commit = function () {
    if (this.db.name !== 'copy') commit.call(this);
    else {
      const store = this.objectStore(this.objectStoreNames[0] ?? '');
      const keep = (): void => {
        if (isHeld) store.count().addEventListener('success', keep);
        else commit.call(this);
      };
      keep();
    }
  };
  return () => {
    isHeld = false;
    IDBTransaction.prototype.commit = commit;
  };
}

/** Breaks the next writes to copies. */
function breakStanding(message: string): () => void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...given: Parameters<typeof add>) {
    if (this.transaction.db.name === 'copy') throw new DOMException(message, 'UnknownError');
    return add.apply(this, given);
  };
  return () => {
    IDBObjectStore.prototype.add = add;
  };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
