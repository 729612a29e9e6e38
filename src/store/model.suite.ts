import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check';
import { expect } from 'vitest';
import { assessmentOf, given, packWith } from '../../test/fixtures/small-pack.ts';
import type { Assessment, World } from '../model/assessment.ts';
import { Saver, type Timers } from '../session/saver.ts';
import { replay, Session, SessionChangeEvent } from '../session/session.ts';
import { plainSeal } from './envelope.ts';
import { type Breakage, breakStorage } from './faults.suite.ts';
import { again, inStorage } from './in-storage.suite.ts';
import type { KeptVault } from './kept-vault.ts';
import { MemoryDisk } from './memory-directories.suite.ts';
import { Rescue } from './rescue.ts';
import { foundOpen, openedVault } from './sealed.suite.ts';

const pack = packWith([{ id: 'one' }, { id: 'two' }, { id: 'three' }]);
const id = 'draft-1';
const start: Assessment = { ...assessmentOf(pack), id, kind: 'training' };

let ids = 0;
let clock = Date.parse('2026-01-01T09:00:00Z');
const world: World = {
  now: () => new Date((clock += 1_000)).toISOString(),
  today: () => '2026-01-01',
  newId: () => `id${String((ids += 1))}`,
};
/** Nothing is ever due by itself: a sequence says when. */
const timers: Timers = { now: () => world.now(), elapsed: () => 0, wait: () => () => undefined };

const place = constantFrom('one', 'two', 'three');
const step = oneof(
  { weight: 6, arbitrary: record({ do: constantFrom('edit' as const), place }) },
  { weight: 2, arbitrary: record({ do: constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 4, arbitrary: record({ do: constantFrom('flush' as const, 'rest' as const) }) },
  { weight: 2, arbitrary: record({ do: constantFrom('reopen' as const, 'die' as const, 'lock' as const) }) },
  { weight: 2, arbitrary: record({ do: constantFrom('other' as const), place }) },
  {
    weight: 3,
    arbitrary: record({
      do: constantFrom('fault' as const),
      how: constantFrom<Breakage>('abort', 'throw', 'quota', 'no-space'),
      from: integer({ min: 0, max: 8 }),
      lasts: integer({ min: 1, max: 12 }),
    }),
  },
);

type Sleeping = KeptVault & { rest(): void; lock?(): void };

/** Where the sequences are worked through: a new vault, and the same one as another page finds it, unlocked. */
export interface Ground {
  make(): Promise<Sleeping>;
  again(vault: Sleeping): Promise<Sleeping>;
}

export const plainGround: Ground = { make: () => inStorage(), again: (vault) => again(vault) };
export const sealedGround: Ground = { make: () => openedVault(), again: (vault) => foundOpen(vault) };

/** One page with the draft open. */
interface Tab {
  readonly vault: Sleeping;
  readonly session: Session;
  readonly saver: Saver;
}

async function tabOn(vault: Sleeping): Promise<Tab> {
  const draft = await vault.load(id);
  if (!draft.ok) throw new Error(draft.problems[0].code);
  const replayed = replay(pack, draft.value);
  if (!replayed.ok) throw new Error(replayed.problems[0].code);
  const session = new Session({ pack, world, ...replayed.value });
  const saver = new Saver({ vault, id, revision: draft.value.revision, timers });
  session.addEventListener(SessionChangeEvent.type, (event) => {
    if (event instanceof SessionChangeEvent) saver.add(event.edit, session.assessment, { joins: event.joins });
  });
  return { vault, session, saver };
}

/** What is on the disk, read by a page of its own. */
async function onDisk(ground: Ground, vault: Sleeping): Promise<Assessment['answers']> {
  const reader = await ground.again(vault);
  const { session } = await tabOn(reader);
  reader.close();
  return session.assessment.answers;
}

/**
 * Works in two tabs while storage fails, `numRuns` times over: what was called saved is there, a write that failed left
 * the old state or the new one, and what storage refused is back after a restart. How often each thing happened.
 */
export async function sequences(
  ground: Ground,
  numRuns: number,
  seed: number,
): Promise<Readonly<Record<string, number>>> {
  const tally = { saved: 0, refused: 0, conflicts: 0, rescued: 0, reopened: 0 };
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
      const disk = new MemoryDisk();
      const first = await ground.make();
      await first.append(id, 0, [], start);
      let tab = await tabOn(first);
      /** What must be on the disk: the last state called saved, by whichever tab. */
      let saved = start.answers;
      /** Whether the other tab wrote since this one read. */
      let behind = false;
      let count = 0;

      const reload = async (): Promise<void> => {
        const next = await ground.again(tab.vault);
        tab.vault.close();
        tab = await tabOn(next);
        behind = false;
      };
      const afterConflict = async (): Promise<void> => {
        const { pending } = tab.saver;
        tally.conflicts += 1;
        await reload();
        for (const { change } of pending) tab.session.change(change);
      };
      const settle = async (): Promise<void> => {
        const attempted = tab.session.assessment.answers;
        const isNews = tab.saver.pending.length > 0;
        await tab.saver.flush();
        if (tab.saver.state === 'conflict') {
          await afterConflict();
          return settle();
        }
        const answers = await onDisk(ground, tab.vault);
        if (tab.saver.state === 'saved') {
          if (isNews) saved = attempted;
          tally.saved += 1;
          expect(answers).toEqual(saved);
          return;
        }
        tally.refused += 1;
        expect([saved, attempted]).toContainEqual(answers);
        expect(tab.saver.pending.length).toBeGreaterThan(0);
        saved = answers;
        if (tab.vault.state !== 'suspect') return;
        // As a page does that storage has failed, and the one after the restart.
        const after = tab.session.assessment;
        const rescue = new Rescue('training', plainSeal, disk.run());
        await rescue.put({ draft: id, expected: tab.saver.revision, edits: tab.saver.pending, after });
        await reload();
        const [found] = await new Rescue('training', plainSeal, disk.run()).found();
        expect(found?.after).toEqual(after);
        if (!found) return;
        disk.directories.clear();
        const back = await tab.vault.append(id, found.expected, found.edits, found.after);
        // Where the failed write had come through after all, what was rescued becomes a draft of its own.
        if (back.ok) saved = found.after.answers;
        else expect(back.problems[0].code).toBe('conflict');
        tally.rescued += 1;
        await reload();
      };

      for (const now of steps) {
        switch (now.do) {
          case 'edit':
            count += 1;
            tab.session.answer({ question: now.place, subject: null, round: 0 }, given(`text ${String(count)}`));
            break;
          case 'undo':
            tab.session.undo();
            break;
          case 'redo':
            tab.session.redo();
            break;
          case 'flush':
            await settle();
            break;
          case 'rest':
            tab.vault.rest();
            await settle();
            break;
          case 'reopen':
            await settle();
            await reload();
            tally.reopened += 1;
            expect(tab.session.assessment.answers).toEqual(saved);
            break;
          case 'lock': {
            const attempted = tab.session.assessment.answers;
            const isNews = tab.saver.pending.length > 0;
            if (tab.vault.lock) tab.vault.lock();
            else tab.vault.close();
            await tab.saver.flush();
            // Where another tab wrote first, what was typed here is no longer to be had: it was never called saved. An
            // encrypted vault no longer has the key to see whether that write was its own, and says `locked` (ST24).
            if (isNews && tab.saver.state === 'saved') saved = attempted;
            else
              expect(!isNews ? ['saved'] : behind ? ['conflict', 'failed'] : ['conflict']).toContain(tab.saver.state);
            await reload();
            expect(tab.session.assessment.answers).toEqual(saved);
            break;
          }
          case 'die':
            // Nothing is flushed: only what was called saved has to be there.
            await reload();
            expect(tab.session.assessment.answers).toEqual(saved);
            break;
          case 'other': {
            const other = await tabOn(await ground.again(tab.vault));
            count += 1;
            other.session.answer({ question: now.place, subject: null, round: 0 }, given(`other ${String(count)}`));
            await other.saver.flush();
            expect(other.saver.state).toBe('saved');
            saved = other.session.assessment.answers;
            behind = true;
            other.vault.close();
            break;
          }
          case 'fault': {
            const storage = breakStorage((index) =>
              index >= now.from && index < now.from + now.lasts ? now.how : null,
            );
            const attempted = tab.session.assessment.answers;
            const isNews = tab.saver.pending.length > 0;
            await tab.saver.flush();
            storage.mend();
            if (isNews && tab.saver.state === 'saved') saved = attempted;
            await settle();
            break;
          }
        }
      }
      await settle();
      expect(await onDisk(ground, tab.vault)).toEqual(saved);
      tab.vault.close();
    }),
    { seed, numRuns },
  );
  return tally;
}
