import 'fake-indexeddb/auto';
import { released } from 'virtual:released';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { nextVersion } from '../../../test/fixtures/next-version.ts';
import { caseDraft, outputs, pack, valueOf } from '../../../test/journeys/guidance.ts';
import { packCore } from '../../content/pack-parts.ts';
import { enclose, type Key } from '../../exchange/age-file.ts';
import { bytesOf, handOver, hashOfDraft } from '../../exchange/hand-over.ts';
import { newIdentity } from '../../exchange/identity.ts';
import { landed } from '../../exchange/land.ts';
import { readFile, type ReadDraft } from '../../exchange/read-file.ts';
import { apply } from '../../model/apply.ts';
import type { Assessment, Change } from '../../model/assessment.ts';
import { report } from '../../model/make-report.ts';
import type { Pack } from '../../model/pack.ts';
import { published } from '../../model/published.ts';
import type { ReportChoice } from '../../model/report.ts';
import { reportText } from '../../model/report-text.ts';
import { exportPdf } from '../../pdf/index.ts';
import { deviceWorld } from '../../session/world.ts';
import { newSigningKey, signPdf } from '../../signing/index.ts';
import { MemoryVault } from '../../store/memory-vault.ts';
import { littleWork, passphrase } from '../../store/sealed.suite.ts';
import { SealedVault } from '../../store/sealed-vault.ts';
import { Sentinel } from '../../store/sentinel.ts';
import { lastMove, move, putAwayBy } from '../../versions/index.ts';
import { BothVaults } from '../both-vaults.ts';
import { draftNow } from '../files/all-drafts.ts';
import { bring } from '../files/bring.ts';
import { readersFor } from '../files/readers.ts';
import { packIn } from '../pack.ts';
import { goOn } from '../signed/known-draft.ts';
import { readSigned } from '../signed/read-signed.ts';
import { changedSince, withSince } from '../signed/since.ts';
import { Work } from '../work.ts';
import { othersThan } from './earlier.ts';
import { onOneVersion } from './merged.ts';
import { moveTo, planned, plannedBack } from './moving.ts';

/** The site as it is once a next version has been released. */
const next: { en: unknown } = vi.hoisted(() => ({ en: null }));
vi.mock('virtual:packs', async (original) => {
  const registries = await original<typeof import('virtual:packs')>();
  return { ...registries, packs: { 'sparf/en': () => Promise.resolve({ default: next.en }) } };
});
const newest = nextVersion(pack);
next.en = packCore(newest);
Object.assign(released, {
  [`sparf/${String(pack.version)}/en`]: () => Promise.resolve({ default: { pack, outputs } }),
});

vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => vi.stubGlobal('document', new EventTarget()));
afterAll(() => vi.unstubAllGlobals());

// Of a few answers: the pages of a whole case take seconds.
const whole = caseDraft('quillfeather');
const asked = ['why-now', 'fgdm', 'housing-security'];
const draft: Assessment = {
  ...{ ...whole, kind: 'real', id: 'across', route: 'core', evidence: [], rounds: [], history: [] },
  answers: Object.fromEntries(asked.flatMap((id) => (whole.answers[id] ? [[id, whole.answers[id]]] : []))),
};
const ours = async (): Promise<Pack> => valueOf(await packIn('en'));

/** Vaults with real drafts encrypted and open, and `draft` in them. */
async function vaults(): Promise<BothVaults> {
  const real = await SealedVault.open({
    kind: 'real',
    name: `homeward-across-${crypto.randomUUID()}`,
    patience: 2_000,
    commitsNow: () => true,
    buckets: null,
    sentinel: new Sentinel('real', null),
    work: littleWork,
    wait: () => Promise.resolve(),
  });
  valueOf(await real.create(passphrase));
  const training = new MemoryVault('training', { code: 'memory-only', place: {} });
  const vault = new BothVaults({ training, real, why: null });
  valueOf(await vault.append(draft.id, 0, [], draft));
  return vault;
}

const opened = async (vault: BothVaults, id = draft.id): Promise<Work> => valueOf(await Work.open(vault, id));
const resting = async (vault: BothVaults, id = draft.id): Promise<Assessment> =>
  valueOf(await draftNow(vault, await ours(), id)).assessment;

async function moved(vault: BothVaults, id = draft.id): Promise<void> {
  const work = await opened(vault, id);
  const plan = valueOf(planned(work.session.pack, await ours(), work.session.assessment));
  valueOf(await moveTo(vault, work, plan));
}

const answered = (question: string, value: string): Change => ({
  ...{ do: 'answer', at: { question, subject: null, round: 0 }, answer: { is: 'given', value } },
});

/** `from` as a colleague made it `hours` later, on the questions it is on. */
const went = (of: Pack, from: Assessment, hours: number, change: Change): Assessment => {
  const at = new Date(Date.parse(from.changedAt) + hours * 3_600_000).toISOString();
  return valueOf(apply(of, from, { id: `edit-${String(hours)}`, at, by: 'Zoë', change }));
};

async function read(bytes: Uint8Array, key: Key | null = null): Promise<ReadDraft> {
  const content = valueOf(
    await readFile(bytes, key, readersFor(await ours(), valueOf(await othersThan(await ours())))),
  );
  const [first] = content.is === 'drafts' ? content.drafts : [];
  if (!first) throw new Error('The file holds no draft.');
  return first;
}
const plain = (assessment: Assessment): Uint8Array => new TextEncoder().encode(JSON.stringify(assessment));

describe('V9 an encrypted draft', () => {
  test('is moved, rests encrypted with what it was, and goes back after a lock to exactly that', async () => {
    const vault = await vaults();
    await moved(vault);
    vault.real?.lock();
    expect(await Work.open(vault, draft.id)).toMatchObject({ ok: false, problems: [{ code: 'locked' }] });
    valueOf((await vault.real?.unlock({ passphrase })) ?? { ok: true, value: null });
    const work = await opened(vault);
    expect(work.session.pack.version).toBe(newest.version);
    expect(putAwayBy(work.session.assessment).map(([place]) => place)).toContain('fgdm');
    const back = valueOf(await plannedBack(vault, work.session.pack, await ours(), work.session.assessment));
    expect(back.exact).toBe(true);
    valueOf(await moveTo(vault, work, back));
    expect(await resting(vault)).toEqual(draft);
  });

  test('is moved in no part where it is locked on the way', async () => {
    const vault = await vaults();
    const work = await opened(vault);
    const plan = valueOf(planned(work.session.pack, await ours(), work.session.assessment));
    vault.real?.lock();
    expect(await moveTo(vault, work, plan)).toMatchObject({ ok: false });
    valueOf((await vault.real?.unlock({ passphrase })) ?? { ok: true, value: null });
    expect(await resting(vault)).toEqual(draft);
  });
});

describe('V8 a draft out of an encrypted file', () => {
  test('on an earlier version stays on it, and moves once it is here', async () => {
    const { recipient, identity } = await newIdentity();
    const making = { madeBy: '0.1.0', madeAt: draft.changedAt, from: 'Team Tarn' };
    const bytes = bytesOf(handOver('real', [{ assessment: draft, revision: 3 }], making));
    const file = valueOf(await enclose(bytes, { recipients: [recipient] }));
    const found = await read(file, { identity });
    expect(found).toMatchObject({ assessment: draft, earlierQuestions: false, leftOut: 0 });
    const vault = await vaults();
    const beside = landed(found, making, () => true, deviceWorld);
    const id = valueOf(await Work.begin(vault, beside));
    expect((await opened(vault, id)).session.pack.version).toBe(pack.version);
    await moved(vault, id);
    expect((await opened(vault, id)).session.pack.version).toBe(newest.version);
  });

  test('that was moved before it left goes back on another computer by its history', async () => {
    const first = await vaults();
    await moved(first);
    const left = await resting(first);
    const found = await read(plain(left));
    expect(found.assessment).toEqual(left);
    const second = await vaults();
    const id = valueOf(
      await Work.begin(
        second,
        landed(found, { from: '' }, () => true, deviceWorld),
      ),
    );
    const { session } = await opened(second, id);
    const back = valueOf(await plannedBack(second, session.pack, await ours(), session.assessment));
    expect(back.exact).toBe(false);
    expect(back.assessment.answers).toEqual(draft.answers);
  });
});

describe('V10 two copies of a draft on different versions', () => {
  const theirs = went(pack, went(pack, draft, 1, answered('why-now', 'Theirs.')), 2, answered('fgdm', 'held'));

  test('a file on the earlier one is moved along, and what is asked no more is in the history', async () => {
    const vault = await vaults();
    await moved(vault);
    const brought = valueOf(await bring(vault, await read(plain(theirs)), { from: 'Zoë' }));
    expect(brought).toEqual({ toDecide: 0, isNews: true });
    const now = await resting(vault);
    expect(now.pack.version).toBe(newest.version);
    expect(now.answers['why-now']).toEqual({ is: 'given', value: 'Theirs.' });
    expect(now.answers.fgdm).toBeUndefined();
    expect(now.history).toContainEqual(expect.objectContaining({ place: 'fgdm', was: { is: 'given', value: 'held' } }));
    expect(now.asides).toBeUndefined();
    // Once more it says nothing new, and there is still a way back.
    expect(valueOf(await bring(vault, await read(plain(theirs)), { from: 'Zoë' })).isNews).toBe(false);
    expect(lastMove(now)?.moved.from.version).toBe(pack.version);
  });

  test('a file on the later one waits until somebody moves the draft here', async () => {
    const vault = await vaults();
    const ahead = valueOf(move(pack, newest, theirs, { at: theirs.changedAt, by: 'Zoë', before: hashOfDraft(theirs) }));
    const file = await read(plain(ahead.assessment));
    expect(await bring(vault, file, { from: 'Zoë' })).toMatchObject({ ok: false, problems: [{ code: 'behind' }] });
    expect(await resting(vault)).toEqual(draft);
    const both = valueOf(await onOneVersion(await ours(), draft, file.assessment));
    expect(both).toMatchObject({ isBehind: true, pack: { version: newest.version } });
    expect(both.here.answers.fgdm).toBeUndefined();
    await moved(vault);
    expect(valueOf(await bring(vault, file, { from: 'Zoë' })).isNews).toBe(true);
    expect((await resting(vault)).answers['why-now']).toEqual({ is: 'given', value: 'Theirs.' });
  });
});

describe('V8 a PDF signed on an earlier version', () => {
  const choice: ReportChoice = { locale: 'en', output: 'full', stages: ['stage-1-assess'], on: '2026-03-02' };

  async function signed(): Promise<Uint8Array<ArrayBuffer>> {
    const who = { name: 'Tansy Holloway', role: 'Social worker', organisation: 'Thistlebridge Council' };
    const file = valueOf(await exportPdf(report(pack, draft, choice), { published: published(pack, draft, choice) }));
    const key = await newSigningKey(who);
    const statedTime = new Date();
    return new Uint8Array(valueOf(await signPdf(file.bytes, key, { role: 'social-worker', statedTime })));
  }

  test('is gone on from, moved, and the next version names it and what was changed since', async () => {
    const bytes = await signed();
    const content = valueOf(await readSigned(bytes, readersFor(await ours(), valueOf(await othersThan(await ours())))));
    const vault = await vaults();
    const id = valueOf(await goOn(vault, content, bytes));
    expect((await resting(vault, id)).pack.version).toBe(pack.version);
    await moved(vault, id);
    const work = await opened(vault, id);
    const { session } = work;
    const before = session.assessment.versions.at(-1);
    if (!before) throw new Error('The draft does not know the version it came from.');
    expect(before).toMatchObject({ sha256: content.states.at(-1), packs: [{ version: pack.version }] });
    // Nobody changed what only the questions brought.
    expect(await changedSince(vault, session.pack, session.assessment, before)).toEqual({ places: [], people: false });
    session.change(answered('why-now', 'Since the version before.'));
    const since = await changedSince(vault, session.pack, session.assessment, before);
    expect(since).toEqual({ places: ['why-now'], people: false });
    const next = withSince(
      report(session.pack, session.assessment, choice),
      session.pack,
      session.assessment,
      before,
      since,
    );
    const text = reportText(next).join('\n');
    expect(text).toContain(before.sha256);
    expect(text).toContain('this was answered otherwise since:');
    await work.close();
  });
});
