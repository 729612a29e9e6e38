import { describe, expect, test, vi } from 'vitest';
import { basePdf } from '../../signing/base-pdf.suite.ts';
import { enclose, type Key } from '../../exchange/age-file.ts';
import { bytesOf, handOver, hashOfDraft, nameOf, type CommentsFile } from '../../exchange/hand-over.ts';
import { identityFile, newIdentity } from '../../exchange/identity.ts';
import { broughtTogether, landed } from '../../exchange/land.ts';
import { readFile, type FileContent } from '../../exchange/read-file.ts';
import { readAssessment } from '../../content/read-assessment.ts';
import { apply } from '../../model/apply.ts';
import type { Assessment } from '../../model/assessment.ts';
import { canonical } from '../../model/canonical.ts';
import { published } from '../../model/published.ts';
import { report } from '../../model/make-report.ts';
import { exportPdf } from '../../pdf/index.ts';
import { got, signed, worker } from '../../signing/signed-pdf.suite.ts';
import { assessment, making, pack, readers, readMutated, small, type Tally } from './mutations.suite.ts';

vi.setConfig({ testTimeout: 30_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));
const codes = async (file: Uint8Array, key: Key | null = null): Promise<readonly string[]> => {
  const result = await readFile(file, key, readers);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const read = async (file: Uint8Array, key: Key | null = null): Promise<FileContent> =>
  got(await readFile(file, key, readers));

const own = await newIdentity();
const file = handOver('training', [{ assessment, revision: 41 }], making);
const two = handOver(
  'training',
  [
    { assessment, revision: 41 },
    { assessment: { ...small, id: 'other' }, revision: 3 },
  ],
  making,
);
const comments: CommentsFile = {
  format: 'homeward-comments/1',
  kind: 'training',
  ...making,
  draft: assessment.id,
  reference: assessment.reference,
  sha256: hashOfDraft(assessment),
  comments: [{ id: 'c1', at: making.madeAt, by: 'Reader', place: 'purpose', text: 'Why now?' }],
};

describe('X5 what was written is read', () => {
  test('one draft and several, encrypted for a key', async () => {
    for (const each of [file, two]) {
      const enclosed = got(await enclose(bytesOf(each), { recipients: [own.recipient] }));
      const content = await read(enclosed, { identity: own.identity });
      expect(content).toMatchObject({ is: 'drafts', protection: 'identity', kind: 'training', from: 'Team Tarn' });
      expect(content.is === 'drafts' && content.drafts.map((draft) => draft.assessment)).toEqual(each.drafts);
      expect(content.is === 'drafts' && content.drafts.map(({ revision, sha256 }) => [revision, sha256])).toEqual(
        each.receipts.map(({ revision, sha256 }) => [revision, sha256]),
      );
    }
  });

  test('what is not encrypted is told as such', async () => {
    expect((await read(json(assessment))).protection).toBe('none');
    expect((await read(bytesOf(file))).protection).toBe('none');
  });

  test('comments of a reader', async () => {
    expect(await read(bytesOf(comments))).toEqual({ is: 'comments', protection: 'none', file: comments });
  });

  test('equal content makes equal bytes, and a name says nothing of anybody', () => {
    expect(bytesOf(file)).toEqual(bytesOf(JSON.parse(canonical(file)) as typeof file));
    expect(nameOf(file, 'age')).toMatch(/^homeward-draft-2026-05-11-\d{4}-[0-9a-f]{8}-r41\.age$/);
    expect(nameOf(two, 'age')).toMatch(/^homeward-2-drafts-2026-05-11-\d{4}-r41\.age$/);
    expect(nameOf(comments, 'age')).toMatch(/^homeward-comments-2026-05-11-\d{4}-[0-9a-f]{8}\.age$/);
  });
});

describe('X6 a PDF gives its attachment and nothing else', async () => {
  const choice = { locale: 'en', output: 'full', on: '2026-03-20', stages: ['stage-1-assess'] } as const;
  const attached = published(pack, assessment, choice);
  const unsigned = got(await exportPdf(report(pack, assessment, choice), { published: attached })).bytes;
  const once = await signed(unsigned, worker);

  test('signed and unchanged', async () => {
    const content = await read(once);
    expect(content).toMatchObject({ is: 'drafts', protection: 'signed', signedBy: [{ name: worker.name }] });
    expect(content.is === 'drafts' && content.drafts[0]?.assessment.answers).toEqual(attached.assessment.answers);
    expect((await read(unsigned)).protection).toBe('none');
  });

  test('changed, of somebody else, or without an attachment', async () => {
    const changed = once.slice();
    // Within what a page paints, wherever that comes to lie: elsewhere the file may be no PDF any more.
    const at = new TextDecoder('latin1').decode(once).indexOf('stream\n') + 20;
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await codes(changed)).toEqual(['pdf-changed']);
    expect(await codes(bytes('%PDF-1.7\n%%EOF'))).toHaveLength(1);
    expect(await codes(basePdf())).toContain('not-an-assessment');
  });
});

describe('X7 what is refused, and why', () => {
  test.each([
    ['nothing', new Uint8Array(), 'not-ours'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'not-ours'],
    ['a list', json([assessment]), 'not-ours'],
    ['more than 17 MB', new Uint8Array(17 * 1024 * 1024 + 1), 'too-large'],
    ['a key', bytes(`# public key: ${own.recipient}\n${own.identity}\n`), 'is-identity'],
    ['a later hand-over', json({ format: 'homeward-hand-over/2' }), 'newer-than-program'],
    ['later comments', json({ format: 'homeward-comments/7' }), 'newer-than-program'],
    ['a hand-over with spaces', bytes(JSON.stringify(file, null, 1)), 'not-canonical'],
    ['a key said twice', bytes(canonical(file).replace('"kind"', '"kind":"real","kind"')), 'duplicate-key'],
    ['__proto__', bytes(canonical(file).replace('"kind"', '"__proto__":1,"kind"')), 'refused-key'],
    ['a string of a million letters', json({ format: 1, reference: 'x'.repeat(1_000_000) }), 'text-too-long'],
    ['no drafts', bytes(canonical({ ...file, drafts: [], receipts: [] })), 'not-a-hand-over'],
    ['a receipt too few', bytes(canonical({ ...file, receipts: [] })), 'not-a-hand-over'],
    [
      'a draft twice',
      bytesOf(
        handOver(
          'training',
          [
            { assessment, revision: 1 },
            { assessment, revision: 1 },
          ],
          making,
        ),
      ),
      'not-a-hand-over',
    ],
    ['a draft that is none', bytes(canonical({ ...file, drafts: [{}] })), 'not-an-assessment'],
    [
      'another draft than its receipt',
      bytes(canonical({ ...file, drafts: [{ ...assessment, reference: 'x' }] })),
      'other-content',
    ],
    [
      'a real draft among training',
      bytes(canonical({ ...file, drafts: [{ ...assessment, kind: 'real' }] })),
      'mixed-kinds',
    ],
    ['comments with an extra word', bytes(canonical({ ...comments, extra: 1 })), 'not-a-hand-over'],
    [
      'two comments with one id',
      bytes(canonical({ ...comments, comments: [...comments.comments, ...comments.comments] })),
      'duplicate-comment',
    ],
  ])('%s', async (_name, input, code) => {
    expect(await codes(input)).toEqual([code]);
  });

  test('an encrypted file without its passphrase or key', async () => {
    const enclosed = got(await enclose(bytesOf(file), { recipients: [own.recipient] }));
    expect(await codes(enclosed)).toEqual(['needs-identity']);
    expect(await codes(enclosed, { passphrase: 'x' })).toEqual(['needs-identity']);
    const quick = got(await enclose(bytesOf(file), { passphrase: 'one two', workFactor: 8 }));
    expect(await codes(quick)).toEqual(['needs-passphrase']);
    expect(await codes(quick, { passphrase: 'two one' })).toEqual(['wrong-passphrase']);
    expect((await read(quick, { passphrase: 'one two' })).protection).toBe('passphrase');
    const kept = got(await identityFile(own, { passphrase: 'one two', workFactor: 8 }));
    expect(await codes(kept, { passphrase: 'one two' })).toEqual(['is-identity']);
  });
});

describe('X8 what is read is made safe to show and to keep', () => {
  test('signs that turn text round are taken from names, and left in answers', async () => {
    const turned = 'Rob\u202Ein\u2069';
    const said = { is: 'given', value: turned } as const;
    const content = await read(
      json({
        ...assessment,
        reference: turned,
        people: assessment.people.map((person) => ({ ...person, name: turned })),
        answers: { ...assessment.answers, 'why-now': said },
      }),
    );
    if (content.is !== 'drafts') throw new Error('no drafts');
    const [draft] = content.drafts;
    expect(draft?.assessment.reference).toBe('Robin');
    expect(draft?.assessment.people.every(({ name }) => name === 'Robin')).toBe(true);
    expect(draft?.assessment.answers['why-now']).toEqual(said);
  });

  test('it lands under an id nobody has, says where it came from, and is read again', async () => {
    const content = await read(
      bytesOf({
        ...file,
        drafts: [small],
        receipts: handOver('training', [{ assessment: small, revision: 5 }], making).receipts,
      }),
    );
    const [draft] = content.is === 'drafts' ? content.drafts : [];
    if (!draft) throw new Error('no draft');
    const world = { now: () => '2026-06-01T10:00:00.000Z', today: () => '2026-06-01', newId: () => 'new' };
    const kept = landed(draft, making, (id) => id === small.id, world);
    expect(kept).toEqual({
      ...small,
      id: 'new',
      history: [
        ...small.history,
        {
          from: world.now(),
          to: world.now(),
          by: '',
          origin: { sha256: hashOfDraft(small), from: 'Team Tarn', madeAt: making.madeAt, revision: 5 },
          was: null,
        },
      ],
    });
    expect(landed(draft, making, () => false, world).id).toBe(small.id);
    expect(readAssessment(json(kept), pack)).toEqual({ ok: true, value: kept });
  });

  test('brought together with the same draft here it adds, sets aside and says where it came from', () => {
    const world = { now: () => '2026-06-01T10:00:00.000Z', today: () => '2026-06-01', newId: () => 'new' };
    const [one = '', other = ''] = pack.questions
      .filter(({ kind, repeats }) => kind === 'long-text' && repeats.length === 0)
      .map(({ id }) => id);
    const said = (from: Assessment, question: string, value: string): Assessment => {
      const change = {
        do: 'answer',
        at: { question, subject: null, round: 0 },
        answer: { is: 'given', value },
      } as const;
      const at = new Date(Date.parse(from.changedAt) + 3_600_000).toISOString();
      const made = apply(pack, from, { id: value, at, by: value, change });
      if (!made.ok) throw new Error(made.problems[0].code);
      return made.value;
    };
    const bring = (to: Assessment, there: Assessment): ReturnType<typeof broughtTogether> =>
      broughtTogether(
        pack,
        to,
        { assessment: there, sha256: hashOfDraft(there), earlierQuestions: false, leftOut: 0 },
        making,
        world,
      );
    const began = said(small, one, 'As it was');
    const here = said(began, one, 'Mine');
    const comment = { id: 'c1', at: world.now(), by: 'Zoë', text: 'Who said so?' };
    const there = { ...said(said(began, one, 'Theirs'), other, 'Only there'), comments: [comment] };

    expect(bring(here, here)).toEqual({ changes: [], toDecide: 0 });
    const { changes, toDecide } = bring(here, there);
    expect(toDecide).toBe(1);
    const made = apply(pack, here, { id: 'e', at: world.now(), by: '', change: { do: 'together', changes } });
    if (!made.ok) throw new Error(made.problems[0].code);
    const { answers, asides, comments, history } = made.value;
    expect(answers[one]).toEqual({ is: 'given', value: 'Mine' });
    expect(answers[other]).toEqual({ is: 'given', value: 'Only there' });
    expect(asides).toMatchObject([{ place: one, said: { is: 'given', value: 'Theirs' } }]);
    expect(comments).toEqual([comment]);
    expect(history.find(({ origin }) => origin)?.origin).toMatchObject({
      sha256: hashOfDraft(there),
      from: 'Team Tarn',
    });
    expect(readAssessment(json(made.value), pack)).toEqual({ ok: true, value: made.value });
    expect(bring(made.value, there).changes).toEqual([]);
  });

  test('made with earlier questions that still fit', async () => {
    const older = { ...small, pack: { ...small.pack, structureHash: '0'.repeat(64) } };
    const content = await read(json(older));
    expect(content.is === 'drafts' && content.drafts[0]?.earlierQuestions).toBe(true);
  });
});

describe('X9 files that somebody broke', () => {
  test('2,000 of them are read or refused, and nothing else happens', async () => {
    const seed = Number(process.env.HOMEWARD_SEED ?? Date.now() % 1_000_000);
    const tally: Tally = { codes: {}, slowest: 0, faults: [] };
    await readMutated(seed, 0, 2000, tally);
    console.log(
      `2,000 broken files, seed ${seed}: ${JSON.stringify(tally.codes)}, slowest ${Math.round(tally.slowest)} ms`,
    );
    expect(tally.faults, `seed ${seed}`).toEqual([]);
    // Some change only words, and those may be read.
    expect(tally.codes.read ?? 0, `seed ${seed}`).toBeLessThan(1000);
    expect(Object.keys(tally.codes).length, `seed ${seed}`).toBeGreaterThan(6);
  });
});
