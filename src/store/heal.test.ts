import 'fake-indexeddb/auto';
import { unwrap, wrap } from 'idb';
import { describe, expect, test } from 'vitest';
import { answering, emptyDraft } from '../../test/contracts/vault-contract.ts';
import { openedIn } from './copied.ts';
import type { Database, StoreName } from './db.ts';
import { breakStorage } from './faults.suite.ts';
import type { SealedVault } from './sealed-vault.ts';
import { standingName } from './second-place.ts';
import { after, begun, browser, edit, inStep, opened, set } from './standing.suite.ts';

type Where = ReturnType<typeof browser>;
const sha = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

/** Does something to the records of a store, behind the back of the program. */
async function change(bare: IDBDatabase, store: StoreName, work: (record: Spoilable) => unknown): Promise<void> {
  const transaction = bare.transaction(store, 'readwrite');
  const ended = new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  const asked = transaction.objectStore(store).openCursor();
  asked.onsuccess = () => {
    const cursor = asked.result;
    if (cursor === null) return;
    const record = cursor.value as Spoilable;
    const made = work(record);
    if (made === null) cursor.delete();
    else if (made !== undefined) cursor.update(made);
    cursor.continue();
  };
  await ended;
  bare.close();
}

interface Spoilable {
  readonly id: string;
  readonly revision: number;
  readonly envelope?: { readonly bytes: Uint8Array };
  readonly wrapped?: { readonly bytes: Uint8Array };
}

const here = async ({ name }: Where): Promise<IDBDatabase> =>
  unwrap((await wrap(indexedDB.open(name))) as unknown as Database);

async function there({ buckets, name }: Where): Promise<IDBDatabase> {
  const factory = buckets.held.get(standingName(name));
  if (factory === undefined) throw new Error('There is no standing copy.');
  return unwrap(await openedIn({ indexedDB: factory }));
}

/** The last of a record's bytes, turned over. */
function scratched(record: Spoilable): Spoilable {
  const bytes = (record.envelope ?? record.wrapped)?.bytes;
  bytes?.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1);
  return record;
}

/** A draft of two writes with a file, in step with its copy, and nobody there. */
async function rested(): Promise<Where> {
  const where = browser();
  const vault = await begun(where);
  await vault.append('draft-1', 1, [edit], after);
  await vault.putBlob('draft-1', sha, new TextEncoder().encode('hello'));
  await vault.append('draft-2', 0, [], emptyDraft('draft-2'));
  await vault.append('draft-2', 1, [edit], { ...after, id: 'draft-2' });
  await inStep(where);
  vault.close();
  return where;
}

const isTold = ({ warnings }: SealedVault): boolean => warnings.some(({ code }) => code === 'mended');
const ofDraft = (record: Spoilable): boolean => record.id === 'draft-1';

describe('ST61 what is damaged in the database and whole in its standing copy', () => {
  for (const [what, store, spoil, aside] of [
    ['the last step', 'journal', (each) => (each.revision === 2 ? scratched(each) : undefined), 1],
    ['the only snapshot', 'snapshot', scratched, 1],
    ['the head', 'head', scratched, 1],
    ['the key', 'dek', scratched, 0],
    ['a step that is not there any more', 'journal', (each) => (each.revision === 2 ? null : undefined), 0],
  ] as const satisfies readonly (readonly [string, StoreName, (each: Spoilable) => unknown, number])[])
    test(`comes back when the draft is opened: ${what}`, async () => {
      const where = await rested();
      const before = await where.database();
      await change(await here(where), store, (each) => (ofDraft(each) ? spoil(each) : undefined));
      const vault = await opened(where);
      expect(await vault.load('draft-1')).toMatchObject({ ok: true, value: { revision: 2 } });
      expect(isTold(vault)).toBe(true);
      const { quarantine, ...now } = await where.database();
      expect({ ...now, quarantine: [] }).toEqual(before);
      expect(quarantine).toHaveLength(aside);
      expect(await vault.append('draft-1', 2, [edit], after)).toEqual({ ok: true, value: 3 });
      await vault.acceptLosses();
      expect(isTold(vault)).toBe(false);
      await inStep(where);
      vault.close();
    });

  test('comes back where the draft opens without it, as an older snapshot made good', async () => {
    const where = await rested();
    const vault = await opened(where);
    await vault.load('draft-1');
    await vault.append('draft-1', 2, [], after);
    await inStep(where);
    await change(await here(where), 'snapshot', (each) =>
      ofDraft(each) && each.revision === 3 ? scratched(each) : undefined,
    );
    expect(await vault.load('draft-1')).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(isTold(vault)).toBe(true);
    vault.close();
  });

  test('comes back of a signed file', async () => {
    const where = await rested();
    await change(await here(where), 'blob', scratched);
    const vault = await opened(where);
    expect(await vault.getBlob('draft-1', sha)).toEqual({ ok: true, value: new TextEncoder().encode('hello') });
    expect(isTold(vault)).toBe(true);
    expect((await where.database()).quarantine).toMatchObject([{ id: 'draft-1', from: 'blob' }]);
    vault.close();
  });

  test('comes back of what opens the vault, where drafts are left', async () => {
    const where = await rested();
    await change(await here(where), 'meta', () => null);
    const vault = await opened(where);
    expect(vault.warnings).toEqual([]);
    expect(await vault.load('draft-1')).toMatchObject({ ok: true, value: { revision: 2 } });
    vault.close();
  });
});

describe('ST61 nothing is taken from a copy', () => {
  const atTwo = (each: Spoilable): boolean => ofDraft(each) && each.revision === 2;

  async function refused(where: Where): Promise<void> {
    const before = await where.database();
    const vault = await opened(where);
    expect(await vault.load('draft-1')).toMatchObject({ ok: false, problems: [{ code: 'damaged' }] });
    expect(isTold(vault)).toBe(false);
    expect(await where.database()).toEqual(before);
    expect(await vault.load('draft-2')).toMatchObject({ ok: true, value: { revision: 2 } });
    vault.close();
  }

  test('that is damaged in the same place', async () => {
    const where = await rested();
    for (const place of [here, there])
      await change(await place(where), 'journal', (each) => (atTwo(each) ? scratched(each) : undefined));
    await refused(where);
  });

  for (const [whose, of] of [
    ['another revision', (each: Spoilable) => ofDraft(each) && each.revision === 1],
    ['another draft', (each: Spoilable) => each.id === 'draft-2' && each.revision === 2],
  ] as const)
    test(`that has the record of ${whose} in its place`, async () => {
      const where = await rested();
      const other = (await where.database()).journal.find(of);
      await change(await here(where), 'journal', (each) => (atTwo(each) ? scratched(each) : undefined));
      await change(await there(where), 'journal', (each) =>
        atTwo(each) ? { ...each, envelope: other?.envelope } : undefined,
      );
      await refused(where);
    });

  test('that has the same revision of another time in its place', async () => {
    const where = browser();
    const first = await begun(where);
    await first.append('draft-2', 0, [], emptyDraft('draft-2'));
    await first.append('draft-2', 1, [edit], { ...after, id: 'draft-2' });
    const begunOnly = await where.database();
    await first.append('draft-1', 1, [edit], after);
    await inStep(where);
    const other = (await where.database()).journal.find(atTwo);
    first.close();
    where.buckets.held.clear();
    await set(where.name, begunOnly);
    const vault = await opened(where);
    await vault.acceptLosses();
    await vault.load('draft-1');
    await vault.append('draft-1', 1, [answering('hopes', 'something else')], after);
    await inStep(where);
    vault.close();
    await change(await here(where), 'journal', (each) => (atTwo(each) ? scratched(each) : undefined));
    await change(await there(where), 'journal', (each) =>
      atTwo(each) ? { ...each, envelope: other?.envelope } : undefined,
    );
    await refused(where);
  });

  test('with the key of another draft', async () => {
    const where = await rested();
    const other = (await where.database()).dek.find(({ id }) => id === 'draft-2');
    await change(await here(where), 'dek', (each) => (ofDraft(each) ? scratched(each) : undefined));
    await change(await there(where), 'dek', (each) => (ofDraft(each) ? { ...other, id: 'draft-1' } : undefined));
    await refused(where);
  });
});

describe('ST53 a conflict met only after a reopening', () => {
  /** Two tabs at revision 2; the first loses its connection in the next write, which the other has done before. */
  async function met(tells: boolean): Promise<{ readonly code: string | undefined; readonly state: string }> {
    const where = await rested();
    const [one, other] = [await opened(where), await opened(where)];
    for (const vault of [one, other]) await vault.load('draft-1');
    expect(await other.append('draft-1', 2, [edit], after)).toEqual({ ok: true, value: 3 });
    if (!tells) where.storage.setItem('homeward-sentinel-2', '{}');
    const storage = breakStorage((index) => (index === 0 ? 'abort' : null));
    const written = await one.append('draft-1', 2, [answering('hopes', 'mine')], after);
    storage.mend();
    const { state } = one;
    one.close();
    other.close();
    return { code: written.ok ? undefined : written.problems[0].code, state };
  }

  test('is one where another tab was told that its write is kept', async () => {
    expect(await met(true)).toEqual({ code: 'conflict', state: 'open' });
  });

  test('ends the trust where nobody was told of what is there', async () => {
    expect(await met(false)).toEqual({ code: 'not-saved', state: 'suspect' });
  });
});
