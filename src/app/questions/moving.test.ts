import { released } from 'virtual:released';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextVersion } from '../../../test/fixtures/next-version.ts';
import { caseDraft, outputs, pack, packInWelsh } from '../../../test/journeys/guidance.ts';
import { earlierVersions } from '../../content/released.ts';
import { loadOutputs } from '../../content/load-outputs.ts';
import { hashOfDraft } from '../../exchange/hand-over.ts';
import { readFile } from '../../exchange/read-file.ts';
import { packCore } from '../../content/pack-parts.ts';
import { evaluate } from '../../model/evaluate.ts';
import { report } from '../../model/make-report.ts';
import type { Assessment, Edit } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import { MemoryVault } from '../../store/memory-vault.ts';
import { followed, lastMove, putAwayBy } from '../../versions/index.ts';
import { draftNow } from '../files/all-drafts.ts';
import { readersFor } from '../files/readers.ts';
import { packIn, packLike } from '../pack.ts';
import { Work } from '../work.ts';
import { earlierIn } from '../../elements/shared/earlier-pack.ts';
import { othersThan } from './earlier.ts';
import { moveTo, planned, plannedBack } from './moving.ts';
import { nearestPack, packFor } from './which.ts';

/** The site as it is once a next version has been released: this one is an earlier one then, and frozen. */
const next: { en: unknown; cy: unknown } = vi.hoisted(() => ({ en: null, cy: null }));
vi.mock('virtual:packs', async (original) => {
  const registries = await original<typeof import('virtual:packs')>();
  return {
    ...registries,
    packs: {
      'sparf/en': () => Promise.resolve({ default: next.en }),
      'sparf/cy': () => Promise.resolve({ default: next.cy }),
    },
  };
});
const newest = nextVersion(pack);
next.en = packCore({ ...newest, phrases: { ...newest.phrases, 'come-since': 'Come since' } });
next.cy = packCore(nextVersion(packInWelsh));
Object.assign(released, {
  [`sparf/${String(pack.version)}/en`]: () => Promise.resolve({ default: { pack, outputs } }),
  [`sparf/${String(pack.version)}/cy`]: () => Promise.resolve({ default: { pack: packInWelsh, outputs } }),
});

const draft = caseDraft('quillfeather');
const value = <T>(read: Outcome<T>): T => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const vault = new MemoryVault('training', { code: 'memory-only', place: {} });

beforeEach(async () => {
  vi.stubGlobal('document', new EventTarget());
  await vault.append(draft.id, 0, [], draft);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await vault.remove(draft.id);
});

const ours = async (): Promise<Pack> => value(await packIn('en'));
const work = async (): Promise<Work> => value(await Work.open(vault, draft.id));
const say = (of: Work, text: string): unknown =>
  of.session.answer({ question: 'why-now', subject: null, round: 0 }, { is: 'given', value: text });

describe('V8 a draft stays on its version', () => {
  test('it is opened with the words and rules of that, in either language, and whatever the program needs besides', async () => {
    const { session } = await work();
    expect(session.pack).toMatchObject({ version: pack.version, structureHash: pack.structureHash, complete: true });
    expect(session.pack.phrases['come-since']).toBe('Come since');
    expect(value(await packLike(session.pack, 'cy', []))).toMatchObject({ version: pack.version, locale: 'cy' });
    expect(value(await packLike(await ours(), 'cy', []))).toMatchObject({ version: newest.version, locale: 'cy' });
    expect(value(await loadOutputs(session.pack)).shared).toEqual(outputs.shared);
    const { running } = report(session.pack, draft, { locale: 'en', output: 'full', on: '2026-11-22' });
    expect(running.foot).toContain(`version ${String(pack.version)}`);
  });

  test('what else there is of a version is asked for by its number alone', async () => {
    expect(await packFor({ ...draft.pack, version: newest.version + 1 }, await ours())).toMatchObject({
      ok: false,
      problems: [{ code: 'newer-than-program' }],
    });
    expect(value(await othersThan(await ours()))).toEqual([
      ...(await Promise.all((await earlierVersions('sparf')).map(async (each) => value(await earlierIn(each, 'en'))))),
    ]);
  });

  test('out of a file, too', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(draft));
    const read = value(await readFile(bytes, null, readersFor(await ours(), value(await othersThan(await ours())))));
    expect(read.is === 'drafts' && read.drafts[0]).toEqual({
      ...{ assessment: draft, sha256: hashOfDraft(draft), earlierQuestions: false, leftOut: 0 },
    });
  });
});

describe('V9 moving an open draft', () => {
  test('shows first, then moves, and goes back to exactly what it was', async () => {
    const open = await work();
    say(open, 'Before.');
    const before = open.session.assessment;
    const plan = value(planned(open.session.pack, await ours(), before));
    expect(plan.putAway).toHaveLength(2);
    expect(value(await draftNow(vault, await ours(), draft.id)).assessment.pack.version).toBe(pack.version);

    value(await moveTo(vault, open, plan));
    expect(open.closed).toBe(true);
    const moved = await work();
    expect(moved.session.pack.version).toBe(newest.version);
    expect(putAwayBy(moved.session.assessment).map(([place]) => place)).toEqual(plan.putAway);

    const back = value(await plannedBack(vault, moved.session.pack, await ours(), moved.session.assessment));
    expect(back.exact).toBe(true);
    value(await moveTo(vault, moved, back));
    expect(value(await draftNow(vault, await ours(), draft.id)).assessment).toEqual(before);
  });

  test('what was written since goes back with it', async () => {
    const open = await work();
    value(await moveTo(vault, open, value(planned(open.session.pack, await ours(), open.session.assessment))));
    const moved = await work();
    say(moved, 'Since.');
    const back = value(await plannedBack(vault, moved.session.pack, await ours(), moved.session.assessment));
    expect(back.exact).toBe(false);
    expect(back.assessment.answers).toEqual({ ...draft.answers, 'why-now': { is: 'given', value: 'Since.' } });
    expect(lastMove(back.assessment)?.moved.to).toEqual(draft.pack);
  });

  test('on a computer that never had the draft as it was, the history brings back what was put away', async () => {
    const open = await work();
    value(await moveTo(vault, open, value(planned(open.session.pack, await ours(), open.session.assessment))));
    const { assessment } = value(await draftNow(vault, await ours(), draft.id));
    await vault.remove(draft.id);
    await vault.append(draft.id, 0, [], assessment);
    const back = value(await plannedBack(vault, await ours(), await ours(), assessment));
    expect(back.exact).toBe(false);
    expect(back.assessment.answers).toEqual(draft.answers);
  });

  test('what another tab had not saved yet comes along', async () => {
    const [open, other] = [await work(), await work()];
    value(await moveTo(vault, open, value(planned(open.session.pack, await ours(), open.session.assessment))));
    const fgdm = { is: 'given', value: 'declined' } as const;
    say(other, 'From the other tab.');
    other.session.answer({ question: 'fgdm', subject: null, round: 0 }, fgdm);
    const { session } = value(await other.again(vault, null));
    expect(session.pack.version).toBe(newest.version);
    expect(session.assessment.answers['why-now']).toEqual({ is: 'given', value: 'From the other tab.' });
    expect(putAwayBy(session.assessment)).toContainEqual(['fgdm', fgdm]);
    expect(session.assessment.history.filter((each) => each.moved)).toHaveLength(1);
    expect(session.assessment.asides).toBeUndefined();
  });

  test('moves nothing where somebody typed on or nothing can be written', async () => {
    const open = await work();
    const plan = value(planned(open.session.pack, await ours(), open.session.assessment));
    await vault.append(draft.id, 1, [], open.session.assessment);
    expect(await moveTo(vault, open, plan)).toMatchObject({ ok: false, problems: [{ code: 'conflict' }] });
    expect(value(await draftNow(vault, await ours(), draft.id)).assessment.pack.version).toBe(pack.version);
  });
});

describe('V7 a draft on questions that are nowhere here', () => {
  const lost: Assessment = {
    ...draft,
    pack: { ...draft.pack, structureHash: '0'.repeat(64) },
    answers: { ...draft.answers, 'thistle-panel': { is: 'given', value: 'Tuesday' } },
  };
  const at = { question: 'thistle-visits', subject: null, round: 0 };
  const edit = (change: Edit['change'], index: number): Edit => ({
    ...{ id: `e${String(index)}`, at: lost.changedAt, by: '', change },
  });
  const edits = (
    [
      { do: 'add-row', at, row: { id: 'r1', cells: { day: '2026-01-02' } } },
      { do: 'add-row', at, row: { id: 'r2', cells: {} }, index: 0 },
      { do: 'set-cell', at, row: 'r2', column: 'who', cell: 'Finn' },
      { do: 'move-row', at, row: 'r2', index: 1 },
      { do: 'answer', at: { ...at, question: 'thistle-panel' }, answer: { is: 'given', value: 'Friday' } },
      { do: 'answer', at: { ...at, question: 'why-now' }, answer: { is: 'given', value: 'Now.' } },
      {
        do: 'together',
        changes: [
          { do: 'remove-row', at, row: 'r1' },
          {
            do: 'add-evidence',
            evidence: { id: 'e', words: 'Said so.', supports: [{ at: 'thistle-panel' }] },
          },
        ],
      },
    ] as const
  ).map(edit);

  test('is followed to its last edit, and opens on what comes nearest', async () => {
    const now = followed(pack, lost, edits);
    expect(now.answers['thistle-visits']).toEqual({ is: 'given', value: [{ id: 'r2', cells: { who: 'Finn' } }] });
    expect(now.answers['thistle-panel']).toEqual({ is: 'given', value: 'Friday' });
    expect(now.answers['why-now']).toEqual({ is: 'given', value: 'Now.' });
    expect(now.evidence?.at(-1)).toMatchObject({ supports: [{ at: 'thistle-panel' }] });
    expect(now.history).toContainEqual(
      expect.objectContaining({ place: 'thistle-panel', was: lost.answers['thistle-panel'] }),
    );

    expect(value(await nearestPack(lost.pack, await ours()))).toMatchObject({ version: pack.version });
    expect(value(await nearestPack({ ...lost.pack, version: newest.version }, await ours()))).toMatchObject({
      version: newest.version,
    });
    expect(evaluate(pack, now, '2026-11-22').applies.length).toBeGreaterThan(100);
  });

  test('moves to the questions that are here, with what they do not ask put aside', async () => {
    const now = followed(pack, lost, edits);
    const plan = value(planned(pack, await ours(), now));
    expect(plan.from).toBeNull();
    expect([...plan.putAway].sort()).toEqual(['fgdm', 'housing-security', 'thistle-panel', 'thistle-visits']);
  });

  test('is read from its file, with what was said to them in its history', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(lost));
    const read = value(await readFile(bytes, null, readersFor(await ours(), value(await othersThan(await ours())))));
    const [first] = read.is === 'drafts' ? read.drafts : [];
    expect(first).toMatchObject({ earlierQuestions: true, leftOut: 1, sha256: hashOfDraft(lost) });
    expect(first?.assessment).toMatchObject({ pack: draft.pack, answers: draft.answers });
    expect(first && putAwayBy(first.assessment)).toEqual([['thistle-panel', lost.answers['thistle-panel']]]);
  });
});
