import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assessment, Edit } from '../model/assessment.ts';
import { newAssessment } from '../model/new-assessment.ts';
import { problem, type Outcome } from '../model/problem.ts';
import type { Draft, Revision } from '../session/ports.ts';
import { deviceWorld } from '../session/world.ts';
import { MemoryVault } from '../store/memory-vault.ts';
import { Desk } from './desk.ts';
import { packIn } from './pack.ts';
import { Work } from './work.ts';

type Kind = Assessment['kind'];

/** A vault that can be locked, and can refuse to write. */
class LittleVault extends MemoryVault {
  isLocked = false;
  refuses = false;

  override load(id: string): Promise<Outcome<Draft>> {
    return this.isLocked ? Promise.resolve(problem('locked')) : super.load(id);
  }

  override append(
    id: string,
    expected: Revision,
    edits: readonly Edit[],
    after: Assessment,
  ): Promise<Outcome<Revision>> {
    if (this.isLocked) return Promise.resolve(problem('locked'));
    return this.refuses ? Promise.resolve(problem('not-saved')) : super.append(id, expected, edits, after);
  }

  /** As the vault of real drafts does: a write can still begin, and is then done with. */
  lock(): void {
    this.dispatchEvent(new Event('closing'));
    this.#become(true);
  }

  unlock(): void {
    this.#become(false);
  }

  #become(isLocked: boolean): void {
    this.isLocked = isLocked;
    this.dispatchEvent(new Event('change'));
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

/** A desk with one assessment on it, and all it told. */
async function laid(kind: Kind) {
  const vault = new LittleVault(kind, { code: 'memory-only', place: {} });
  const told: string[] = [];
  const desk = new Desk(vault, {
    changed: () => undefined,
    gone: ({ code }) => told.push(code),
    locked: () => told.push('locked'),
  });
  const pack = valueOf(await packIn('en'));
  const start = { kind, purpose: 'reunification', route: 'full', reference: 'CASE-1', people: [] } as const;
  const id = valueOf(await Work.begin(vault, newAssessment(pack, start, deviceWorld)));
  const open = async (): Promise<Work> => valueOf(await Work.open(vault, id));
  const work = await open();
  desk.take(work);
  desks.push(desk);
  return { vault, desk, told, id, work, open };
}

let desks: Desk[] = [];

/** Adds a person, so that there is something to save. */
const add = ({ session }: Work, name: string): void => {
  const person = { id: session.newId(), role: 'child', name, inScope: true } as const;
  session.change({ do: 'add-person', person });
};
const names = (work: Work | null): readonly string[] => (work?.session.assessment.people ?? []).map(({ name }) => name);

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible', defaultView: null }));
  vi.stubGlobal('navigator', {});
  desks = [];
});

afterEach(() => {
  for (const desk of desks) desk.close();
  vi.unstubAllGlobals();
});

describe('an assessment that is left', () => {
  test('is let go of once it is saved', async () => {
    const { desk, work, id, open } = await laid('training');
    add(work, 'Juniper');
    await desk.leave();
    expect(names(await open())).toEqual(['Juniper']);
    desk.take(null);
    await vi.waitFor(() => expect(desk.find(id) === null).toBe(true));
    expect(work.closed).toBe(true);
  });

  test('is heard until another page stands', async () => {
    const { desk, work, open } = await laid('training');
    add(work, 'Juniper');
    await desk.leave();
    add(work, 'Moss');
    desk.take(null);
    await vi.waitFor(() => expect(work.closed).toBe(true));
    expect(names(await open())).toEqual(['Juniper', 'Moss']);
  });

  test('is the same for somebody who comes back before another page stands', async () => {
    const { desk, work, id } = await laid('training');
    await desk.leave();
    expect(desk.find(id) === work).toBe(true);
  });

  test('is brought to what somebody else wrote meanwhile', async () => {
    const { desk, work, id, open } = await laid('training');
    const other = await open();
    add(other, 'Bramble');
    await other.close();
    add(work, 'Juniper');
    desk.take(null);
    await vi.waitFor(() => expect(desk.find(id) === null).toBe(true));
    expect([...names(await open())].sort()).toEqual(['Bramble', 'Juniper']);
  });

  test('stays at hand while it cannot be saved, whatever else is fetched meanwhile', async () => {
    const { vault, desk, work, id, open } = await laid('training');
    vault.refuses = true;
    add(work, 'Juniper');
    await desk.leave();
    desk.take(null);
    await desk.discard(work);
    const other = await open();
    await desk.discard(other);
    expect([work.closed, other.closed]).toEqual([false, true]);
    expect(desk.find(id)).toBe(work);
    vault.refuses = false;
    desk.saveAll();
    await vi.waitFor(async () => expect(names(await open())).toEqual(['Juniper']));
  });

  test('stays at hand where it was opened anew and could not be saved', async () => {
    const { vault, desk, work, open } = await laid('training');
    vault.refuses = true;
    add(work, 'Juniper');
    desk.take(null);
    await work.saver.flush();
    desk.take(await open());
    vault.refuses = false;
    desk.saveAll();
    await vi.waitFor(async () => expect(names(await open())).toEqual(['Juniper']));
  });
});

describe('when real drafts are locked', () => {
  test('a saved one is let go of at once', async () => {
    const { vault, desk, work, id, told } = await laid('real');
    const closing = vi.spyOn(work, 'close');
    vault.lock();
    expect(told).toEqual(['locked']);
    await work.saver.flush();
    expect(closing).toHaveBeenCalledTimes(1);
    expect([desk.work, desk.find(id), desk.holdsReal, work.closed]).toEqual([null, null, false, true]);
    vault.unlock();
    expect(desk.find(id)).toBeNull();
  });

  test('one that is just being written is let go of once it is sealed, and not before', async () => {
    const { vault, desk, work, open } = await laid('real');
    add(work, 'Juniper');
    vault.lock();
    expect([desk.work, desk.holdsReal]).toEqual([null, true]);
    await vi.waitFor(() => expect(desk.holdsReal).toBe(false));
    expect(work.closed).toBe(true);
    vault.unlock();
    expect(names(await open())).toEqual(['Juniper']);
  });

  test('one that cannot be saved is held out of reach, and found again with what was typed', async () => {
    const { vault, desk, work, id, open } = await laid('real');
    vault.refuses = true;
    add(work, 'Juniper');
    await work.saver.flush();
    vault.lock();
    expect([desk.work, desk.find(id), desk.holdsReal]).toEqual([null, null, true]);
    await work.saver.flush();
    vault.refuses = false;
    vault.unlock();
    expect(desk.find(id)).toBe(work);
    desk.saveAll();
    await vi.waitFor(async () => expect(names(await open())).toEqual(['Juniper']));
  });

  test('a training draft stays where it is', async () => {
    const { vault, desk, work, told } = await laid('training');
    vault.lock();
    expect([desk.work, work.closed, told]).toEqual([work, false, ['locked']]);
  });
});

describe('an assessment somebody else wrote to', () => {
  test('is opened again with what both said', async () => {
    const { desk, work, open } = await laid('training');
    const other = await open();
    add(other, 'Bramble');
    await other.close();
    add(work, 'Juniper');
    await work.saver.flush();
    await vi.waitFor(() => expect(desk.work).not.toBe(work));
    expect([...names(desk.work)].sort()).toEqual(['Bramble', 'Juniper']);
    expect(work.closed).toBe(true);
  });

  test('stays as it was opened again, though a page comes that was fetched for it before', async () => {
    const { desk, work, open } = await laid('training');
    const other = await open();
    add(other, 'Bramble');
    await other.close();
    add(work, 'Juniper');
    await work.saver.flush();
    await vi.waitFor(() => expect(desk.work).not.toBe(work));
    desk.take(work);
    expect(desk.work).not.toBe(work);
  });

  test('is gone where they removed it', async () => {
    const { vault, desk, work, id, told } = await laid('training');
    await vault.remove(id);
    add(work, 'Juniper');
    await work.saver.flush();
    await vi.waitFor(() => expect(told).toEqual(['no-such-draft']));
    expect(desk.work).toBeNull();
  });
});
