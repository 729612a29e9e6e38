import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hexToBytes } from '@noble/hashes/utils.js';
import { openDB, unwrap } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answering, codeOf, emptyDraft, opened, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Outcome } from '../model/problem.ts';
import type { Vault } from '../session/ports.ts';
import { aesSeal } from './aes-seal.ts';
import { OpenKeys } from './draft-keys.ts';
import type { Seal } from './envelope.ts';
import { breakStorage } from './faults.suite.ts';
import { MemoryDisk } from './memory-directories.suite.ts';
import { inStorage, nameOfDatabase, pocket } from './in-storage.suite.ts';
import { migrations } from './migrations/migrations.ts';
import { closedVault, found, foundOpen, littleWork, nameOfSealed, openedVault, passphrase } from './sealed.suite.ts';
import { SealedVault } from './sealed-vault.ts';
import { Sentinel } from './sentinel.ts';
import { randomBytes, wrappingKey } from './wrap.ts';

const start = emptyDraft('draft-1');
const edit = answering('hopes', 'to be heard');
const after = withEdits(start, [edit]);
const file = new TextEncoder().encode('%PDF-1.7 signed');
const hash = createHash('sha256').update(file).digest('hex');

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

/** Everything in the database, as text; bytes as the characters they would be. */
async function everythingIn(vault: Vault): Promise<string> {
  const db = await openDB(nameOfSealed(vault));
  const rows = await Promise.all([...db.objectStoreNames].map((store) => db.getAll(store)));
  db.close();
  return JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  );
}

describe('ST23 an encrypted vault', () => {
  test('is made, locked and unlocked again', async () => {
    const vault = await closedVault();
    expect(vault.state).toBe('none');
    const sheet = valueOf(await vault.create(passphrase));
    expect(sheet.recoveryCode).toMatch(/^(\w{4}-){6}\w{3}$/);
    expect(vault.state).toBe('open');
    await vault.append('draft-1', 0, [edit], after);
    vault.lock();
    expect(vault.state).toBe('locked');
    expect(await vault.unlock({ passphrase })).toEqual({ ok: true, value: null });
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 1 });
    vault.lock();
    expect(await vault.unlock({ recoveryCode: sheet.recoveryCode.toLowerCase() })).toEqual({ ok: true, value: null });
    expect(valueOf(await vault.list())).toMatchObject([{ id: 'draft-1', revision: 1 }]);
  });

  test('is locked when the page is loaded again', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    const later = await found(vault);
    expect(later.state).toBe('locked');
    expect(codeOf(await later.load('draft-1'))).toBe('locked');
    await later.unlock({ passphrase });
    expect(opened(await later.load('draft-1'))).toEqual({ assessment: after, revision: 1 });
  });

  test.each<[string, (vault: SealedVault) => Promise<Outcome<unknown>>]>([
    ['list', (vault) => vault.list()],
    ['load', (vault) => vault.load('draft-1')],
    ['append', (vault) => vault.append('draft-1', 1, [edit], after)],
    ['append a new draft', (vault) => vault.append('draft-2', 0, [], emptyDraft('draft-2'))],
    ['remove', (vault) => vault.remove('draft-1')],
    ['shred', (vault) => vault.shred('draft-1')],
    ['put a file', (vault) => vault.putBlob('draft-1', hash, file)],
    ['get a file', (vault) => vault.getBlob('draft-1', hash)],
  ])('while locked, and before it is made, refuses to %s', async (_what, act) => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    vault.lock();
    expect(await act(vault)).toEqual({ ok: false, problems: [{ code: 'locked', place: {} }] });
    expect(codeOf(await act(await closedVault()))).toBe('locked');
    expect(await vault.repair()).toBeNull();
    await vault.unlock({ passphrase });
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 1 });
  });

  test('tells when its state changes', async () => {
    const vault = await closedVault({ storage: pocket() });
    const states: string[] = [];
    vault.addEventListener('change', () => states.push(vault.state));
    await vault.create(passphrase);
    vault.lock();
    vault.lock();
    await vault.unlock({ passphrase });
    expect(states).toEqual(['open', 'locked', 'open']);
  });

  test('is made once: a second tab that was slower learns that there is one', async () => {
    const one = await closedVault();
    const other = await found(one);
    await one.create(passphrase);
    expect(codeOf(await other.create('something else'))).toBe('conflict');
    expect(other.state).toBe('locked');
    expect(codeOf(await other.unlock({ passphrase: 'something else' }))).toBe('wrong-passphrase');
    expect(await other.unlock({ passphrase })).toEqual({ ok: true, value: null });
    expect(codeOf(await one.create(passphrase))).toBe('conflict');
  });

  test('is not unlocked where there is none', async () => {
    expect(codeOf(await (await closedVault()).unlock({ passphrase }))).toBe('no-vault');
  });
});

describe('ST14 what rests in an encrypted vault', () => {
  test('shows nothing that a person typed, passphrase and code neither', async () => {
    const vault = await closedVault();
    const { recoveryCode } = valueOf(await vault.create(passphrase));
    const typed = ['a sentence nobody else may read', 'Quillfeather', 'T-4711', 'Sam'];
    const secret = answering('hopes', typed[0] ?? '');
    const people = [{ id: 'c1', role: 'child', name: `Ember ${typed[1] ?? ''}` }];
    const draft = { ...withEdits(start, [secret]), people, reference: typed[2] ?? '' };
    await vault.append('draft-1', 0, [secret], draft);
    await vault.append('draft-1', 1, [secret], draft);
    await vault.putBlob('draft-1', hash, new TextEncoder().encode('%PDF-1.7 signed'));
    const everything = await everythingIn(vault);
    expect(everything).toContain('draft-1');
    const secrets = [...typed, passphrase, recoveryCode, recoveryCode.replaceAll('-', ''), '%PDF', 'reference', '"EQ"'];
    for (const each of secrets) expect(everything).not.toContain(each);
    expect(valueOf(await (await foundOpen(vault)).getBlob('draft-1', hash))).toEqual(file);
  });

  test('never bears one IV twice', async () => {
    const vault = await openedVault();
    for (let index = 0; index < 30; index += 1) await vault.append('draft-1', index, [edit], after);
    const db = await openDB(nameOfSealed(vault));
    const pieces: readonly unknown[] = (
      await Promise.all(['journal', 'snapshot', 'head'].map((s) => db.getAll(s)))
    ).flat();
    db.close();
    const ivs = pieces.map((piece) => String((piece as { envelope: { iv: Uint8Array } }).envelope.iv));
    expect(ivs).toHaveLength(32);
    expect(new Set(ivs).size).toBe(32);
  });

  test('does not take a piece that is not encrypted', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    const db = await openDB(nameOfSealed(vault));
    const bytes = new TextEncoder().encode('[]');
    const envelope = { version: 1, seal: 'plain', record: '["journal","draft-1",1]', bytes };
    await db.put('journal', { id: 'draft-1', revision: 1, envelope });
    db.close();
    const repair = await vault.repair();
    expect(await repair?.salvage('draft-1')).toMatchObject({ value: { unreadable: 1 } });
  });
});

describe('ST30 a list of encrypted drafts', () => {
  test('opens a head once, and again when a byte of it has changed', async () => {
    const vaultKey = await wrappingKey(randomBytes(32));
    const seal = aesSeal(new OpenKeys('vault', vaultKey, randomBytes(32)));
    let opens = 0;
    const open: Seal['open'] = (record, envelope) => {
      opens += 1;
      return seal.open(record, envelope);
    };
    const vault = await inStorage({ seal: { ...seal, open } });
    await vault.append('draft-1', 0, [], start);
    const first = await vault.list();
    expect(await vault.list()).toEqual(first);
    expect(opens).toBe(1);
    await vault.append('draft-1', 1, [], { ...after, reference: 'T-9' });
    expect(valueOf(await vault.list())).toMatchObject([{ reference: 'T-9', revision: 2 }]);
    const db = await openDB(nameOfDatabase(vault));
    const head = (await db.get('head', ['draft-1', 2])) as { envelope: { bytes: Uint8Array } };
    head.envelope.bytes[3] = (head.envelope.bytes[3] ?? 0) ^ 1;
    await db.put('head', head);
    db.close();
    expect(valueOf(await vault.list())).toEqual([]);
    expect(vault.warnings).toContainEqual({ code: 'damaged', place: {}, detail: 'draft-1' });
  });
});

describe('ST18 a frozen encrypted database', () => {
  test('is opened by the program of today, with passphrase and with code', async () => {
    const text = readFileSync(new URL('migrations/frozen/0003-keys-encrypted.json', import.meta.url), 'utf8');
    const frozen = JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'hex' in value ? hexToBytes(String(value.hex)) : value,
    ) as {
      passphrase: string;
      recoveryCode: string;
      records: Record<string, unknown[]>;
      draft: unknown;
      list: unknown;
    };
    const name = `homeward-frozen-${crypto.randomUUID()}`;
    const old = await openDB(name, 3, {
      upgrade(db, _from, _to, transaction) {
        for (const each of migrations.slice(0, 3)) each.up(unwrap(db), unwrap(transaction));
      },
    });
    for (const [store, rows] of Object.entries(frozen.records)) for (const row of rows) await old.put(store, row);
    old.close();
    const vault = await closedVault({ name });
    expect(vault.state).toBe('locked');
    for (const secret of [{ passphrase: frozen.passphrase }, { recoveryCode: frozen.recoveryCode }]) {
      expect(await vault.unlock(secret)).toEqual({ ok: true, value: null });
      expect(await vault.load('draft-1')).toEqual({ ok: true, value: frozen.draft });
      expect(await vault.list()).toEqual({ ok: true, value: frozen.list });
      expect(valueOf(await vault.getBlob('draft-1', hash))).toEqual(file);
      vault.lock();
    }
  });
});

describe('ST24 locking', () => {
  test('lets writers write first, and what they began is saved', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [], start);
    const last: ReturnType<Vault['append']>[] = [];
    vault.addEventListener('closing', () => last.push(vault.append('draft-1', 1, [edit], after)));
    vault.lock();
    expect(vault.state).toBe('locked');
    expect(await Promise.all(last)).toEqual([{ ok: true, value: 2 }]);
    await vault.unlock({ passphrase });
    expect(opened(await vault.load('draft-1'))).toEqual({ assessment: after, revision: 2 });
  });

  test('ends what is still under way without a half of it', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    const later = await foundOpen(vault);
    const under = [later.load('draft-1'), later.append('draft-2', 0, [], emptyDraft('draft-2')), later.list()];
    later.lock();
    for (const outcome of await Promise.all<Outcome<unknown>>(under))
      expect(['locked', null]).toContain(codeOf(outcome));
    await later.unlock({ passphrase });
    expect(opened(await later.load('draft-1'))).toEqual({ assessment: after, revision: 1 });
    expect(['no-such-draft', null]).toContain(codeOf(await later.load('draft-2')));
  });

  test('while it is being unlocked wins', async () => {
    const vault = await openedVault();
    vault.lock();
    const unlocking = vault.unlock({ passphrase });
    vault.lock();
    expect(codeOf(await unlocking)).toBe('locked');
    expect(vault.state).toBe('locked');
  });

  test('does not stop a writer from going on where he was after unlocking', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [], start);
    vault.lock();
    await vault.unlock({ passphrase });
    expect(await vault.append('draft-1', 1, [edit], after)).toEqual({ ok: true, value: 2 });
    expect(opened(await (await foundOpen(vault)).load('draft-1'))).toEqual({ assessment: after, revision: 2 });
  });
});

describe('ST5 with an encrypted vault', () => {
  test('a write to a draft in hand has issued everything when append returns', async () => {
    const vault = await foundOpen(await withOneDraft());
    await vault.load('draft-1');
    const storage = breakStorage(() => null);
    const outcome = vault.append('draft-1', 1, [edit], after);
    expect(storage.requests).toBe(4);
    expect(await outcome).toEqual({ ok: true, value: 2 });
    storage.mend();
  });

  async function withOneDraft(): Promise<SealedVault> {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [], start);
    return vault;
  }
});

describe('ST25 secrets', () => {
  test('three wrong ones are answered at once, then each later one waits longer, up to 30 seconds', async () => {
    const made = await openedVault();
    const waits: number[] = [];
    const vault = await SealedVault.open({
      kind: 'training',
      name: nameOfSealed(made),
      patience: 2_000,
      commitsNow: () => true,
      sentinel: new Sentinel('training', null),
      work: littleWork,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    });
    for (let tries = 0; tries < 10; tries += 1)
      expect(codeOf(await vault.unlock({ passphrase: `wrong ${tries}` }))).toBe('wrong-passphrase');
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(await vault.unlock({ passphrase })).toEqual({ ok: true, value: null });
    vault.lock();
    await vault.unlock({ passphrase });
    expect(waits).toHaveLength(8);
  });

  test('a new passphrase ends the old one and touches no draft', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    expect(codeOf(await vault.changePassphrase({ passphrase: 'wrong' }, 'next one'))).toBe('wrong-passphrase');
    expect(await vault.changePassphrase({ passphrase }, 'next one')).toEqual({ ok: true, value: null });
    expect(await vault.append('draft-1', 1, [], after)).toEqual({ ok: true, value: 2 });
    const later = await found(vault);
    expect(codeOf(await later.unlock({ passphrase }))).toBe('wrong-passphrase');
    expect(await later.unlock({ passphrase: 'next one' })).toEqual({ ok: true, value: null });
    expect(opened(await later.load('draft-1'))).toEqual({ assessment: after, revision: 2 });
  });

  test('of two changed at once, in two tabs, one is told of the conflict and the other holds', async () => {
    const one = await openedVault();
    const other = await foundOpen(one);
    const [changed, renewed] = await Promise.all([
      one.changePassphrase({ passphrase }, 'next one'),
      other.renewRecovery({ passphrase }),
    ]);
    expect([codeOf(changed), codeOf(renewed)].sort()).toEqual(['conflict', null]);
    const secret = renewed.ok ? { recoveryCode: renewed.value.recoveryCode } : { passphrase: 'next one' };
    expect(await (await found(one)).unlock(secret)).toEqual({ ok: true, value: null });
    expect(await one.renewRecovery(renewed.ok ? { passphrase } : { passphrase: 'next one' })).toMatchObject({
      ok: true,
    });
  });

  test('whoever lost the passphrase sets a new one with the code, and gets a new code', async () => {
    const vault = await closedVault();
    const { recoveryCode } = valueOf(await vault.create(passphrase));
    vault.lock();
    expect(await vault.changePassphrase({ recoveryCode }, 'next one')).toEqual({ ok: true, value: null });
    const sheet = valueOf(await vault.renewRecovery({ passphrase: 'next one' }));
    expect(codeOf(await vault.unlock({ recoveryCode }))).toBe('wrong-code');
    expect(vault.state).toBe('locked');
    expect(await vault.unlock({ recoveryCode: sheet.recoveryCode })).toEqual({ ok: true, value: null });
  });

  test('nothing is changed where storage refuses', async () => {
    const vault = await openedVault();
    const storage = breakStorage(() => 'quota');
    expect(codeOf(await vault.changePassphrase({ passphrase }, 'next one'))).toBe('not-saved');
    expect(codeOf(await vault.renewRecovery({ passphrase }))).toBe('not-saved');
    expect(codeOf(await (await closedVault()).create(passphrase))).toBe('not-saved');
    storage.mend();
    expect(await (await found(vault)).unlock({ passphrase })).toEqual({ ok: true, value: null });
  });
});

describe('ST27 deleting for good', () => {
  test('shredding takes the key, every piece and every file, and says so in a receipt', async () => {
    const vault = await openedVault({ storage: pocket() });
    for (const id of ['draft-1', 'draft-2']) await vault.append(id, 0, [], emptyDraft(id));
    await vault.append('draft-1', 1, [edit], after);
    await vault.putBlob('draft-1', hash, file);
    const receipt = valueOf(await vault.shred('draft-1'));
    expect(receipt).toMatchObject({ drafts: [{ revision: 2 }], confirmed: true });
    expect(JSON.stringify(receipt)).not.toContain('draft-1');
    const db = await openDB(nameOfSealed(vault));
    expect(await db.getAllKeys('dek')).toEqual(['draft-2']);
    for (const store of ['journal', 'snapshot', 'blob'])
      expect((await db.getAllKeys(store)).filter((key) => Array.isArray(key) && key[0] === 'draft-1')).toEqual([]);
    expect(await db.get('head', ['draft-1', 0])).toEqual({ id: 'draft-1', revision: 0, envelope: null });
    db.close();
    expect(codeOf(await vault.load('draft-1'))).toBe('no-such-draft');
    expect(valueOf(await vault.load('draft-2')).revision).toBe(1);
    await vault.list();
    expect(vault.warnings).toEqual([]);
  });

  test.each([['open'], ['locked']])('wiping leaves nothing, read back, of a vault that was %s', async (state) => {
    const storage = pocket();
    const vault = await openedVault({ storage });
    await vault.append('draft-1', 0, [edit], after);
    await vault.putBlob('draft-1', hash, file);
    if (state === 'locked') vault.lock();
    const receipt = valueOf(await vault.wipe());
    expect(receipt).toMatchObject({ drafts: [{ revision: 1 }], confirmed: true });
    expect(vault.state).toBe('none');
    expect(vault.warnings).toEqual([]);
    const db = await openDB(nameOfSealed(vault));
    const rows = await Promise.all([...db.objectStoreNames].map((store) => db.getAll(store)));
    db.close();
    expect(rows.flat()).toEqual([]);
    expect([...storage.held.values()]).toEqual(['{}']);
    expect(codeOf(await vault.unlock({ passphrase }))).toBe('no-vault');
    valueOf(await vault.create('another passphrase'));
    expect(valueOf(await vault.list())).toEqual([]);
  });

  test('shredding takes what was rescued too, and says where it would not go', async () => {
    const disk = new MemoryDisk();
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(disk.root()) } });
    const vault = await openedVault();
    for (const id of ['draft-1', 'draft-2']) await vault.append(id, 0, [], emptyDraft(id));
    for (const id of ['draft-1', 'draft-2']) await (await vault.repair())?.rescue(id, 1, [edit], emptyDraft(id));
    const later = await foundOpen(vault);
    expect(await (await later.repair())?.rescued()).toHaveLength(2); // under their own keys, found in the database
    expect(valueOf(await later.shred('draft-1')).confirmed).toBe(true);
    expect([...disk.directories.values()].flatMap((files) => [...files.keys()])).toEqual(['draft-2.json']);
    disk.fails = true;
    expect(valueOf(await later.shred('draft-2')).confirmed).toBe(false);
    expect([...disk.directories.values()].flatMap((files) => [...files.keys()])).toEqual(['draft-2.json']);
    expect(await (await (await foundOpen(vault)).repair())?.rescued()).toEqual([]); // without its key
  });

  test('shredding and removing take what was set aside, of that draft alone', async () => {
    const vault = await openedVault();
    for (const id of ['draft-1', 'draft-2', 'draft-3']) {
      await vault.append(id, 0, [], emptyDraft(id));
      await vault.append(id, 1, [edit], withEdits(emptyDraft(id), [edit]));
      const db = await openDB(nameOfSealed(vault));
      await db.put('journal', { id, revision: 2, envelope: null });
      db.close();
      expect(await (await vault.repair())?.setAside(id)).toEqual({ ok: true, value: 1 });
    }
    expect(valueOf(await vault.shred('draft-1')).confirmed).toBe(true);
    expect(await vault.remove('draft-2')).toEqual({ ok: true, value: null });
    const db = await openDB(nameOfSealed(vault));
    expect(await db.getAll('quarantine')).toMatchObject([{ id: 'draft-3' }]);
    db.close();
  });

  test('wiping destroys what opens the vault first, and the keys of drafts next', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    const asked: string[] = [];
    const { delete: remove } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      asked.push(this.name);
      return remove.call(this, key);
    });
    await vault.wipe();
    expect(asked.slice(0, 2)).toEqual(['meta', 'dek']);
  });

  test('wiping reaches a second tab, which then has nothing to show', async () => {
    const vault = await openedVault();
    await vault.append('draft-1', 0, [edit], after);
    const second = await foundOpen(vault);
    expect(valueOf(await vault.wipe()).confirmed).toBe(true);
    expect(second.state).toBe('suspect');
    expect(codeOf(await second.append('draft-1', 1, [edit], after))).toBe('drafts-gone');
    expect(codeOf(await second.load('draft-1'))).not.toBeNull();
  });
});

describe('ST12 an encrypted vault that is gone', () => {
  test('is missed, though it is locked or no draft was in it, until the loss is accepted', async () => {
    const storage = pocket();
    const vault = await openedVault({ storage });
    vault.close();
    const later = await closedVault({ storage }); // another database: as after the browser made it anew
    expect(later.state).toBe('none');
    expect(later.warnings).toEqual([{ code: 'drafts-gone', place: {}, detail: '0' }]);
    expect(codeOf(await later.unlock({ passphrase }))).toBe('drafts-gone');
    await later.acceptLosses();
    expect(later.warnings).toEqual([]);
    expect(codeOf(await later.unlock({ passphrase }))).toBe('no-vault');
  });

  test('is missed with its drafts, and while another lies in its place', async () => {
    const storage = pocket();
    const vault = await openedVault({ storage });
    await vault.append('draft-1', 0, [edit], after);
    vault.close();
    const later = await openedVault({ storage });
    expect((await found(later)).warnings).toEqual([{ code: 'drafts-gone', place: {}, detail: '1' }]);
    await later.acceptLosses();
    expect((await found(later)).warnings).toEqual([]);
  });
});
