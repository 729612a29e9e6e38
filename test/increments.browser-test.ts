import { expect } from '@open-wc/testing';
import type { Assessment } from '../src/model/assessment.ts';
import type { Vault } from '../src/session/ports.ts';
import { again, inStorage } from '../src/store/in-storage.suite.ts';
import { foundOpen, openedVault } from '../src/store/sealed.suite.ts';
import { answering, emptyDraft, withEdits } from './contracts/vault-contract.ts';

const id = 'counted';
const each = 300;

const countOf = ({ answers }: Assessment): number => {
  const { count: said } = answers;
  return said?.is === 'given' ? Number(said.value) : 0;
};

async function read(vault: Vault): Promise<{ readonly at: number; readonly assessment: Assessment }> {
  const draft = await vault.load(id);
  if (!draft.ok) throw new Error(draft.problems[0].code);
  const { snapshot, edits, revision } = draft.value;
  return { at: revision, assessment: withEdits(snapshot, edits) };
}

/** Adds one `each` times, reading again whenever the other was faster; how often that was. */
async function count(vault: Vault): Promise<number> {
  let conflicts = 0;
  for (let done = 0; done < each;) {
    const { at, assessment } = await read(vault);
    // An id of its own, as every edit has: one that is already there is a write that is tried again.
    const edits = [answering('count', String(countOf(assessment) + 1), crypto.randomUUID())];
    const kept = await vault.append(id, at, edits, withEdits(assessment, edits));
    if (kept.ok) done += 1;
    else if (kept.problems[0].code === 'conflict') conflicts += 1;
    else throw new Error(kept.problems[0].code);
  }
  return conflicts;
}

describe('two tabs that both count up, 600 times', function () {
  this.timeout(30_000);
  for (const [kind, make, other] of [
    ['plain', inStorage, again],
    ['encrypted', openedVault, foundOpen],
  ] as const)
    it(`lose no step of a draft that is ${kind}`, async () => {
      const first = await make();
      expect((await first.append(id, 0, [], emptyDraft(id))).ok).to.equal(true);
      const second = await other(first);
      const conflicts = await Promise.all([count(first), count(second)]);
      expect(countOf((await read(second)).assessment)).to.equal(2 * each);
      expect((await read(first)).at).to.equal(2 * each + 1);
      // Otherwise they only took turns.
      expect(conflicts[0] + conflicts[1]).to.be.greaterThan(0);
      first.close();
      second.close();
    });
});
