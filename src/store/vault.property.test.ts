import 'fake-indexeddb/auto';
import { assert, asyncProperty, array, constantFrom, integer, oneof, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answering, codeOf, emptyDraft, opened, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Assessment } from '../model/assessment.ts';
import { type Breakage, breakStorage } from './faults.suite.ts';
import { again, inStorage } from './in-storage.suite.ts';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

const id = constantFrom('draft-1', 'draft-2', 'draft-3');
const step = oneof(
  { weight: 6, arbitrary: record({ do: constantFrom('append' as const), id, count: integer({ min: 0, max: 60 }) }) },
  { weight: 1, arbitrary: record({ do: constantFrom('stale' as const), id, by: integer({ min: -3, max: 3 }) }) },
  { weight: 1, arbitrary: record({ do: constantFrom('elsewhere' as const), id }) },
  { weight: 1, arbitrary: record({ do: constantFrom('load' as const), id }) },
  { weight: 1, arbitrary: record({ do: constantFrom('remove' as const), id }) },
  { weight: 1, arbitrary: record({ do: constantFrom('reload' as const) }) },
  {
    weight: 3,
    arbitrary: record({
      do: constantFrom('fault' as const),
      id,
      how: constantFrom<Breakage>('abort', 'throw', 'quota', 'no-space'),
      from: integer({ min: 0, max: 8 }),
      lasts: integer({ min: 1, max: 12 }),
    }),
  },
);

describe('ST1 ST3 ST4 ST6 a vault is a map from ids to drafts', () => {
  test(`whatever happens to it, in 200 sequences (PROPERTY_SEED=${seed})`, async () => {
    const tally = { appends: 0, conflicts: 0, saved: 0, lost: 0 };
    await assert(
      asyncProperty(array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const model = new Map<string, { assessment: Assessment; revision: number }>();
        let vault = await inStorage();
        let count = 0;
        for (const now of steps) {
          const known = 'id' in now ? model.get(now.id) : undefined;
          const before = known?.assessment ?? emptyDraft('id' in now ? now.id : '');
          const revision = known?.revision ?? 0;
          const edits = Array.from({ length: now.do === 'append' ? now.count : 1 }, () => {
            count += 1;
            return answering(`q${count % 9}`, `text ${count}`);
          });
          const assessment = withEdits(before, edits);
          const mayWrite = vault.state === 'open';
          switch (now.do) {
            case 'append': {
              const outcome = await vault.append(now.id, revision, edits, assessment);
              expect(codeOf(outcome)).toBe(mayWrite ? null : 'not-saved');
              if (mayWrite) model.set(now.id, { assessment, revision: revision + 1 });
              tally.appends += 1;
              break;
            }
            case 'stale': {
              const expected = Math.max(0, revision + now.by);
              if (expected === revision) break;
              const outcome = await vault.append(now.id, expected, edits, assessment);
              expect(['conflict', ...(mayWrite ? [] : ['not-saved'])]).toContain(codeOf(outcome));
              tally.conflicts += 1;
              break;
            }
            case 'elsewhere': {
              const other = await again(vault);
              expect(codeOf(await other.append(now.id, revision, edits, assessment))).toBeNull();
              other.close();
              model.set(now.id, { assessment, revision: revision + 1 });
              if (mayWrite) expect(codeOf(await vault.append(now.id, revision, [], before))).toBe('conflict');
              break;
            }
            case 'load':
              await vault.load(now.id);
              break;
            case 'remove':
              if (codeOf(await vault.remove(now.id)) === null) model.delete(now.id);
              break;
            case 'reload': {
              const next = await again(vault);
              vault.close();
              vault = next;
              break;
            }
            case 'fault': {
              const storage = breakStorage((at) => (at >= now.from && at < now.from + now.lasts ? now.how : null));
              const outcome = await vault.append(now.id, revision, edits, assessment);
              storage.mend();
              if (outcome.ok) model.set(now.id, { assessment, revision: revision + 1 });
              else expect(codeOf(outcome)).toBe('not-saved');
              tally[outcome.ok ? 'saved' : 'lost'] += 1;
              break;
            }
          }
          for (const each of ['draft-1', 'draft-2', 'draft-3']) {
            expect(opened(await vault.load(each))).toEqual(model.get(each) ?? 'no-such-draft');
          }
          const listed = await vault.list();
          const revisions = listed.ok && listed.value.map((summary) => [summary.id, summary.revision]).sort();
          expect(revisions).toEqual([...model].map(([name, draft]) => [name, draft.revision]).sort());
        }
        vault.close();
      }),
      { seed, numRuns: 200 },
    );
    // The sequences must have met what they are for.
    for (const met of Object.values(tally)) expect(met).toBeGreaterThan(20);
  }, 60_000);
});
