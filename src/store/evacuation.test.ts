import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { deleteDatabase } from './delete-database.ts';
import { breakStorage } from './faults.suite.ts';
import { passphrase } from './sealed.suite.ts';
import { standingName } from './second-place.ts';
import type { SealedVault } from './sealed-vault.ts';
import { after, browser, edit, empty, opened } from './standing.suite.ts';

/** The copies of `where` but the standing one. */
const copiesIn = ({ buckets, name }: ReturnType<typeof browser>): string[] =>
  [...buckets.held.keys()].filter((copy) => copy !== standingName(name));

/** A vault with one draft at revision 2, whose storage then failed; closed once a copy is there. */
async function evacuated(where: ReturnType<typeof browser>): Promise<void> {
  const vault = await where.load();
  await vault.create(passphrase);
  await vault.append('draft-1', 0, [], empty);
  await vault.append('draft-1', 1, [edit], after);
  await failing(vault, 2);
  await copied(where);
  vault.close();
}

async function failing(vault: SealedVault, expected: number): Promise<void> {
  const storage = breakStorage(() => 'abort');
  const refused = await vault.append('draft-1', expected, [edit], after);
  storage.mend();
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'not-saved' }] });
}

const copied = (where: ReturnType<typeof browser>): Promise<void> =>
  vi.waitFor(() => {
    expect(copiesIn(where)).toHaveLength(1);
  });

describe('ST50 a database that is no longer trusted', () => {
  test('is copied away, and put back where the browser dropped it, locked or not', async () => {
    const where = browser();
    await evacuated(where);
    await deleteDatabase(where.name, 1_000);
    const vault = await where.load();
    expect(vault.state).toBe('locked');
    expect(vault.warnings).toEqual([]);
    expect((await vault.unlock({ passphrase })).ok).toBe(true);
    expect(await vault.load('draft-1')).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(vault.warnings).toMatchObject([{ code: 'not-saved' }]);
    vault.close();
  });

  test('is copied again after a try that failed, and what the failed one left is gone', async () => {
    const where = browser();
    where.buckets.fails = 1;
    const vault = await where.load();
    await vault.create(passphrase);
    await vault.append('draft-1', 0, [], empty);
    await failing(vault, 1);
    await vi.waitFor(
      () => {
        expect(where.buckets.opened).toBe(2);
        expect(copiesIn(where)).toHaveLength(1);
      },
      { timeout: 2_500 },
    );
    vault.close();
  });

  test('is written to by no other tab either', async () => {
    const where = browser();
    const other = await where.load();
    await other.create(passphrase);
    await other.append('draft-1', 0, [], empty);
    const failed = await opened(where);
    await failed.load('draft-1');
    await failing(failed, 1);
    failed.close();
    expect(await other.append('draft-1', 1, [edit], after)).toMatchObject({ problems: [{ code: 'not-saved' }] });
    other.close();
  });
});

describe('ST51 what was copied away', () => {
  test('is put back twice without harm, and ends once the database is trusted', async () => {
    const where = browser();
    await evacuated(where);
    await deleteDatabase(where.name, 1_000);
    const [copy] = copiesIn(where);
    const first = await where.load();
    await vi.waitFor(() => {
      expect(copiesIn(where)).toHaveLength(1);
      expect(copiesIn(where)).not.toEqual([copy]); // not trusted yet, so what came back is copied in turn
    });
    first.trustAgain();
    first.close();
    const second = await opened(where);
    expect(copiesIn(where)).toEqual([]);
    expect(await second.append('draft-1', 2, [edit], after)).toEqual({ ok: true, value: 3 });
    second.close();
  });

  test('does not replace what is newer, nor bring back what was removed', async () => {
    const where = browser();
    await evacuated(where);
    const held = new Map(where.buckets.held);
    const vault = await where.load();
    vault.trustAgain();
    vault.close();
    const trusted = await opened(where);
    await trusted.append('draft-1', 2, [edit], after);
    trusted.close();
    for (const [name, factory] of held) where.buckets.held.set(name, factory);
    const again = await opened(where);
    expect(await again.load('draft-1')).toMatchObject({ ok: true, value: { revision: 3 } });
    await again.remove('draft-1');
    again.close();
    for (const [name, factory] of held) where.buckets.held.set(name, factory);
    const last = await opened(where);
    expect(await last.list()).toEqual({ ok: true, value: [] });
    expect(copiesIn(where)).toEqual([]);
    last.close();
  });

  test('counts for nothing where it was not written whole', async () => {
    const where = browser();
    const half = `${where.name}-copy-half`;
    const { indexedDB } = await where.buckets.open(half);
    indexedDB.open('copy', 1);
    const vault = await where.load();
    expect(vault.state).toBe('none');
    expect(vault.warnings).toEqual([]);
    vault.close();
  });

  test('of another vault is left alone', async () => {
    const where = browser();
    await evacuated(where);
    const held = new Map(where.buckets.held);
    const vault = await where.load();
    vault.trustAgain();
    await vault.wipe();
    expect((await vault.create(passphrase)).ok).toBe(true);
    vault.close();
    for (const [name, factory] of held) where.buckets.held.set(name, factory);
    const other = await opened(where);
    expect(await other.list()).toEqual({ ok: true, value: [] });
    expect(copiesIn(where)).toEqual([...held.keys()].filter((copy) => copy !== standingName(where.name)));
    other.close();
  });

  test('ST52 goes with a wipe', async () => {
    const where = browser();
    await evacuated(where);
    const vault = await where.load();
    expect(await vault.wipe()).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(copiesIn(where)).toEqual([]);
    vault.close();
  });
});
