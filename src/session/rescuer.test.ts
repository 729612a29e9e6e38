import { describe, expect, test } from 'vitest';
import { assessmentOf, given, packWith } from '../../test/fixtures/small-pack.ts';
import type { Assessment, Edit } from '../model/assessment.ts';
import { problem } from '../model/problem.ts';
import type { Revision, Vault } from './ports.ts';
import { Rescuer } from './rescuer.ts';
import { Saver, type Timers } from './saver.ts';
import { Session, SessionChangeEvent } from './session.ts';

const pack = packWith([{ id: 'one' }]);
const at = { question: 'one', subject: null, round: 0 };

/** A vault that refuses every write, as one does to which storage has failed. */
class Refusing extends EventTarget implements Vault {
  readonly state = 'suspect';
  list = (): ReturnType<Vault['list']> => Promise.resolve(problem('not-read'));
  load = (): ReturnType<Vault['load']> => Promise.resolve(problem('not-read'));
  append = (): ReturnType<Vault['append']> => Promise.resolve(problem('not-saved'));
  remove = (): ReturnType<Vault['remove']> => Promise.resolve(problem('not-saved'));
}

function begun(takes: () => boolean) {
  const waiting: (() => void)[] = [];
  const timers: Timers = {
    now: () => '2026-01-01T09:00:00Z',
    elapsed: () => 0,
    wait: (_milliseconds, then) => {
      waiting.push(then);
      return () => waiting.splice(waiting.indexOf(then), 1);
    },
  };
  const world = { now: timers.now, today: () => '2026-01-01', newId: () => `id${String(ids++)}` };
  let ids = 0;
  const session = new Session({ pack, assessment: assessmentOf(pack), world });
  const saver = new Saver({ vault: new Refusing(), id: session.assessment.id, revision: 3, timers });
  session.addEventListener(SessionChangeEvent.type, (event) => {
    if (event instanceof SessionChangeEvent) saver.add(event.edit, session.assessment);
  });
  const aside: { expected: Revision; edits: readonly Edit[]; after: Assessment }[] = [];
  const repair = {
    rescue: (_id: string, expected: Revision, edits: readonly Edit[], after: Assessment) => {
      if (takes()) aside.push({ expected, edits, after });
      return Promise.resolve(takes());
    },
  };
  return { session, saver, repair, timers, aside, pass: () => waiting.splice(0).forEach((then) => then()) };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
};

describe('ST44 what a vault will not take any more', () => {
  test('is kept aside as it stands, and again after every edit, with all that is not saved', async () => {
    const { session, saver, repair, timers, aside, pass } = begun(() => true);
    session.answer(at, given('a'));
    await saver.flush();
    const rescuer = new Rescuer({ session, saver, repair, timers });
    await turns();
    expect([rescuer.kept, saver.state]).toEqual([true, 'failed']);
    session.answer(at, given('ab'));
    pass();
    await turns();
    expect(aside.at(-1)).toEqual({ expected: 3, edits: saver.pending, after: session.assessment });
    expect(saver.pending).toHaveLength(2);
    rescuer.stop();
    session.answer(at, given('abc'));
    pass();
    expect(aside).toHaveLength(2);
  });

  test('is not called kept where the other place fails too', async () => {
    const { session, saver, repair, timers } = begun(() => false);
    const rescuer = new Rescuer({ session, saver, repair, timers });
    let told = 0;
    rescuer.addEventListener('change', () => (told += 1));
    await turns();
    expect([rescuer.kept, told]).toEqual([false, 1]);
  });
});
