import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkOverlay } from '../content/overlay/check-overlay.ts';
import { inForce } from '../content/overlay/in-force.ts';
import { loadCase, loadPackCore, local } from '../content/packs.ts';
import { hashOfDraft } from '../exchange/hand-over.ts';
import { landed } from '../exchange/land.ts';
import { readFile } from '../exchange/read-file.ts';
import { apply } from '../model/apply.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { MemoryVault } from '../store/memory-vault.ts';
import { draftNow } from './files/all-drafts.ts';
import { readersFor } from './files/readers.ts';
import { packIn } from './pack.ts';
import { publishedUnder } from './questions/earlier.ts';
import { packFor } from './questions/which.ts';
import { Work } from './work.ts';

const plain = await packOf(await loadPackCore('sparf', 'en', true));
const overlay = checkOverlay(plain, {
  format: 'homeward-overlay/1',
  id: 'thistle',
  version: 1,
  title: 'Thistlebridge',
  owner: 'Head of practice',
  reviewBy: '2030-09-01',
  pack: { id: 'sparf', version: plain.version },
  without: ['child-pressure'],
});
const loaded = await loadCase('quillfeather', plain);
if (!overlay.ok || !loaded.ok) throw new Error('not made');
const start: Assessment = { ...loaded.value, answers: {} };
const child = start.people.find(({ role }) => role === 'child')?.id ?? null;
const at = { question: 'child-pressure', subject: child, round: 0 };
const change = { do: 'answer', at, answer: { is: 'given', value: 'yes' } } as const;
const edit = { id: 'e', at: start.changedAt, by: 'SW', change };
const made = apply(plain, start, edit);
if (!made.ok) throw new Error(made.problems[0].code);
const begun: Assessment = made.value;

async function packOf(read: Awaited<ReturnType<typeof packIn>>): Promise<Pack> {
  if (!read.ok) throw new Error('no pack');
  return Promise.resolve(read.value);
}

beforeEach(() => {
  local.inForce = inForce(overlay.value, '2026-06-01');
});
afterEach(() => {
  delete local.inForce;
});

describe('what was begun before the council had an overlay', () => {
  test('rests on the questions as they were published; what was begun otherwise on none that are here', async () => {
    const ours = await packOf(await packIn('en'));
    expect(ours.structureHash).not.toBe(plain.structureHash);
    expect(await packFor(begun.pack, ours)).toMatchObject({ ok: true, value: { structureHash: plain.structureHash } });
    expect(await packFor({ ...begun.pack, structureHash: ours.structureHash }, ours)).toEqual({
      ok: true,
      value: ours,
    });
    expect(await packFor({ ...begun.pack, structureHash: '0'.repeat(64) }, ours)).toMatchObject({
      ok: false,
      problems: [{ code: 'other-pack', detail: 'sparf' }],
    });
    expect(await packFor({ ...begun.pack, structureHash: '0'.repeat(64) }, plain)).toMatchObject({ ok: false });
  });

  test('is opened with those questions, and they are spoken in the other language too', async () => {
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible', defaultView: null }));
    const vault = new MemoryVault('training', { code: 'memory-only', place: {} });
    await vault.append(start.id, 0, [], start);
    await vault.append(start.id, 1, [edit], begun);

    const opened = await Work.open(vault, start.id);
    if (!opened.ok) throw new Error(opened.problems[0].code);
    const { session } = opened.value;
    expect(session.pack.structureHash).toBe(plain.structureHash);
    expect(session.assessment.answers).toEqual(begun.answers);
    const welsh = await opened.value.packIn('cy');
    expect(welsh.ok && welsh.value.structureHash).toBe(plain.structureHash);
    await opened.value.close();
    vi.unstubAllGlobals();
  });

  test('is saved with all that was said since', async () => {
    const vault = new MemoryVault('training', { code: 'memory-only', place: {} });
    await vault.append(start.id, 0, [], start);
    await vault.append(start.id, 1, [edit], begun);

    const draft = await draftNow(vault, await packOf(await packIn('en')), start.id);
    const pack = expect.objectContaining({ structureHash: plain.structureHash }) as Pack;
    expect(draft).toEqual({ ok: true, value: { assessment: begun, revision: 2, pack } });
  });

  test('is read from its file, and lands on the same questions', async () => {
    const ours = await packOf(await packIn('en'));
    const published = await publishedUnder(ours);
    if (!published.ok) throw new Error('not fetched');
    const bytes = new TextEncoder().encode(JSON.stringify(begun));
    const read = await readFile(bytes, null, readersFor(ours, published.value ? [published.value] : []));
    const [draft] = read.ok && read.value.is === 'drafts' ? read.value.drafts : [];
    expect(draft).toEqual({ assessment: begun, sha256: hashOfDraft(begun), earlierQuestions: false, leftOut: 0 });
    if (!draft) return;
    const world = { now: () => begun.changedAt, today: () => '2026-06-01', newId: () => 'new' };
    expect(landed(draft, { from: '' }, () => false, world).pack).toEqual(begun.pack);
  });
});
