import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { codeOf, emptyDraft } from '../../test/contracts/vault-contract.ts';
import type { Assessment } from '../model/assessment.ts';
import { commitsHere } from '../store/in-storage.suite.ts';
import { MemoryVault } from '../store/memory-vault.ts';
import { littleWork, passphrase } from '../store/sealed.suite.ts';
import { SealedVault } from '../store/sealed-vault.ts';
import { Sentinel } from '../store/sentinel.ts';
import { BothVaults } from './both-vaults.ts';

const draft = (id: string, kind: Assessment['kind'], changedAt: string): Assessment => ({
  ...emptyDraft(id),
  kind,
  changedAt,
});
const pretend = draft('pretend', 'training', '2026-01-02T09:00:00Z');
const earlier = draft('earlier', 'real', '2026-01-01T09:00:00Z');
const later = draft('later', 'real', '2026-01-03T09:00:00Z');

async function both(name = `homeward-both-${crypto.randomUUID()}`): Promise<BothVaults> {
  const real = await SealedVault.open({
    kind: 'real',
    name,
    patience: 2_000,
    commitsNow: commitsHere,
    sentinel: new Sentinel('real', null),
    work: littleWork,
  });
  const training = new MemoryVault('training', { code: 'memory-only', place: {} });
  return new BothVaults({ training, real, why: null });
}

async function filled(): Promise<BothVaults> {
  const vault = await both();
  await vault.real?.create(passphrase);
  for (const each of [earlier, pretend, later])
    expect(await vault.append(each.id, 0, [], each)).toMatchObject({ ok: true });
  return vault;
}

const listed = async (vault: BothVaults): Promise<readonly string[]> => {
  const list = await vault.list();
  return list.ok ? list.value.map(({ id }) => id) : [list.problems[0].code];
};

describe('both vaults as one', () => {
  test('list what is in either, the one changed last first', async () => {
    expect(await listed(await filled())).toEqual(['later', 'pretend', 'earlier']);
  });

  test('put each draft where its kind belongs', async () => {
    const vault = await filled();
    const inTraining = await vault.training.list();
    expect(inTraining.ok && inTraining.value.map(({ id }) => id)).toEqual(['pretend']);
    expect(await vault.real?.count()).toEqual({ ok: true, value: 2 });
  });

  test('open, write on and remove a draft without being told which it is', async () => {
    const vault = await filled();
    for (const each of [earlier, pretend]) {
      expect(await vault.load(each.id)).toMatchObject({ ok: true, value: { snapshot: each, revision: 1 } });
      expect(await vault.append(each.id, 1, [], each)).toEqual({ ok: true, value: 2 });
      expect(await vault.remove(each.id)).toEqual({ ok: true, value: null });
      expect(codeOf(await vault.load(each.id))).toBe('no-such-draft');
    }
    expect(await listed(vault)).toEqual(['later']);
  });

  test('while it is locked, list training drafts only and say how many are locked', async () => {
    const vault = await filled();
    vault.real?.lock();
    expect(vault.isLocked).toBe(true);
    expect(await listed(vault)).toEqual(['pretend']);
    expect(vault.locked).toBe(2);
    expect(codeOf(await vault.load('later'))).toBe('locked');
    expect(codeOf(await vault.load('pretend'))).toBeNull();
    expect(codeOf(await vault.append('later', 1, [], later))).toBe('locked');
    await vault.real?.unlock({ passphrase });
    expect(await listed(vault)).toEqual(['later', 'pretend', 'earlier']);
    expect(vault.locked).toBe(0);
  });

  test('know no draft but training drafts before a passphrase was set', async () => {
    const vault = await both();
    expect(vault.stateOf('real')).toBe('none');
    expect(await listed(vault)).toEqual([]);
    expect(codeOf(await vault.load('later'))).toBe('no-such-draft');
  });

  test('say why where nothing real can be kept, and keep training drafts', async () => {
    const training = new MemoryVault('training', { code: 'memory-only', place: {} });
    const vault = new BothVaults({ training, real: null, why: { code: 'no-secure-context', place: {} } });
    expect(codeOf(await vault.append('later', 0, [], later))).toBe('no-secure-context');
    expect(await vault.append('pretend', 0, [], pretend)).toEqual({ ok: true, value: 1 });
    expect(await listed(vault)).toEqual(['pretend']);
    expect(vault.isLocked).toBe(false);
  });

  test.each([
    [{ code: 'newer-than-program', place: {} }, 'newer-than-program'],
    [{ code: 'memory-only', place: {}, detail: 'TimeoutError' }, 'not-read'],
    [{ code: 'memory-only', place: {}, detail: 'file' }, 'no-such-draft'],
  ])('do not say that there is no such draft where drafts could not be opened: %j', async (why, code) => {
    const vault = new BothVaults({ training: new MemoryVault('training', why), real: null, why: null });
    expect(codeOf(await vault.load('later'))).toBe(code);
  });

  test('tell that one of them changed or is closing', async () => {
    const vault = await filled();
    const told: string[] = [];
    for (const type of ['closing', 'change']) vault.addEventListener(type, () => told.push(type));
    vault.real?.lock();
    expect(told).toEqual(['closing', 'change']);
  });
});
