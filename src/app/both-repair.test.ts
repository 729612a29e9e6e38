import { expect, test } from 'vitest';
import { emptyDraft } from '../../test/contracts/vault-contract.ts';
import { problem } from '../model/problem.ts';
import type { Repair, Rescued } from '../session/ports.ts';
import { BothRepair } from './both-repair.ts';

/** Lets go of what it found, and of nothing else. */
function repairOf(...names: readonly string[]): Repair {
  const left = new Set(names);
  const none = (): Promise<ReturnType<typeof problem>> => Promise.resolve(problem('no-such-draft'));
  const after = emptyDraft('draft-1');
  return {
    salvage: none,
    setAside: none,
    acceptOlder: none,
    makeRoom: none,
    rescue: () => Promise.resolve(false),
    rescued: () =>
      Promise.resolve(
        [...left].map((name): Rescued => ({
          name,
          draft: after.id,
          expected: 1,
          at: after.startedAt,
          edits: [],
          after,
        })),
      ),
    letGo: (name) => {
      left.delete(name);
      return Promise.resolve();
    },
  };
}

test('what one of them found, another that is made of the same lets go of', async () => {
  const [training, real] = [repairOf('of-training'), repairOf('of-real')];
  expect(await new BothRepair(training, real).rescued()).toHaveLength(2);
  await new BothRepair(training, real).letGo('of-real');
  expect((await new BothRepair(training, real).rescued()).map(({ name }) => name)).toEqual(['of-training']);
});
