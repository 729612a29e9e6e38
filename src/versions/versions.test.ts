import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseDraft, pack } from '../../test/journeys/guidance.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Pack, Question } from '../model/pack.ts';
import { compare } from './compare.ts';
import { move, moveBack, type Moved } from './move.ts';

const draft = caseDraft('quillfeather');
const moving = { at: '2026-11-22T10:00:00.000Z', by: 'Ada Wren' };

/** The next version: `change` says what becomes of each question. */
const next = (change: (question: Question) => readonly Question[]): Pack => ({
  ...pack,
  version: pack.version + 1,
  structureHash: 'f'.repeat(64),
  questions: pack.questions.flatMap(change),
});
const only =
  (id: string, change: (question: Question) => readonly Question[]) =>
  (question: Question): readonly Question[] =>
    question.id === id ? change(question) : [question];

const must = (made: ReturnType<typeof move>): Moved => {
  if (!made.ok) throw new Error(made.problems[0].code);
  return made.value;
};
const id = 'child-wishes';
const keys = Object.keys(draft.answers).filter((key) => key.startsWith(`${id}~`));
const how = (to: Pack): Readonly<Record<string, string>> =>
  Object.fromEntries(compare(pack, to).map((each) => [each.is ?? each.was ?? '', each.how]));

const retired = next(only(id, () => []));
const renamed = next(only(id, (each) => [{ ...each, id: 'child-says', formerly: [id] }]));
const reworded = next(only(id, (each) => [{ ...each, label: 'Where would the child live?' }]));
const narrowed = next(only(id, (each) => [{ ...each, choices: (each.choices ?? []).slice(-1) }]));
const added = next(only(id, (each) => [each, { ...each, id: 'child-new' }]));

test('V1 each question is unchanged, reworded, changed, new or retired', () => {
  expect(new Set(Object.values(how({ ...pack, version: 2 })))).toEqual(new Set(['unchanged']));
  expect([
    how(reworded)[id],
    how(narrowed)[id],
    how(added)['child-new'],
    how(retired)[id],
    how(renamed)['child-says'],
  ]).toEqual(['reworded', 'changed', 'new', 'retired', 'unchanged']);
});

describe('V2 moving keeps every answer', () => {
  test.each([
    ['retired', retired],
    ['narrowed', narrowed],
  ] as const)('of a question that is %s in the history', (_how, to) => {
    const { assessment, putAway } = must(move(pack, to, draft, moving));
    expect(putAway.length).toBeGreaterThan(0);
    for (const key of putAway) {
      expect(assessment.answers[key]).toBeUndefined();
      expect(assessment.history).toContainEqual({
        from: moving.at,
        to: moving.at,
        by: moving.by,
        place: key,
        was: draft.answers[key],
      });
    }
  });

  test('of a question with a new id under that', () => {
    const { assessment, putAway } = must(move(pack, renamed, draft, moving));
    expect(putAway).toEqual([]);
    for (const key of keys) expect(assessment.answers[key.replace(id, 'child-says')]).toEqual(draft.answers[key]);
  });

  test('what must be in no copy, evidence and comments go with their question', () => {
    const [key = ''] = keys;
    const marked: Assessment = {
      ...draft,
      sharing: { kept: { [key]: 'confidential' } },
      comments: [{ id: 'c', at: moving.at, by: '', text: 'See page 4.', place: key }],
      evidence: [{ id: 'e', words: 'Said so.', supports: [{ at: key }], takenFrom: `${key}.row-1` }],
    };
    const { assessment } = must(move(pack, renamed, marked, moving));
    const now = key.replace(id, 'child-says');
    expect(assessment.sharing?.kept).toEqual({ [now]: 'confidential' });
    expect(assessment.comments?.[0]?.place).toBe(now);
    expect(assessment.evidence?.[0]).toMatchObject({ supports: [{ at: now }], takenFrom: `${now}.row-1` });
  });

  test('whatever is retired, every answer is in its place or in the history', () => {
    fc.assert(
      fc.property(fc.subarray(pack.questions.map((each) => each.id)), (gone) => {
        const to = next((each) => (gone.includes(each.id) ? [] : [each]));
        const { assessment } = must(move(pack, to, draft, moving));
        const away = new Map(assessment.history.slice(draft.history.length).map(({ place, was }) => [place, was]));
        for (const [key, answer] of Object.entries(draft.answers))
          expect(assessment.answers[key] ?? away.get(key)).toEqual(answer);
      }),
      { numRuns: 20 },
    );
  });
});

describe('V3 moving back', () => {
  test.each([
    ['retired', retired],
    ['renamed', renamed],
    ['narrowed', narrowed],
  ] as const)('at once gives the draft as it was: %s', (_how, to) => {
    const then = must(move(pack, to, draft, moving)).assessment;
    expect(must(moveBack(pack, to, { before: draft, then, now: then }, moving)).assessment).toEqual(draft);
  });

  test.each([
    ['retired', retired],
    ['renamed', renamed],
  ] as const)('keeps what was written since: %s', (_how, to) => {
    const then = must(move(pack, to, draft, moving)).assessment;
    const now: Assessment = {
      ...then,
      answers: { ...then.answers, 'why-now': { is: 'given', value: 'Written since.' } },
    };
    const back = must(moveBack(pack, to, { before: draft, then, now }, moving)).assessment;

    expect(back.pack).toEqual(draft.pack);
    expect(back.answers).toEqual({ ...draft.answers, 'why-now': now.answers['why-now'] });
  });
});

test('V4 a draft of another version, or another pack, is not moved', () => {
  expect(move(retired, pack, draft, moving)).toMatchObject({ ok: false, problems: [{ code: 'other-pack' }] });
  expect(move(pack, { ...retired, id: 'other' }, draft, moving)).toMatchObject({ ok: false });
});

describe('V5 released versions', () => {
  const folder = fileURLToPath(new URL('../../test/fixtures/packs', import.meta.url));
  const frozen = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Pack);

  test('what has been frozen for this version is what it is', () => {
    const now = frozen.find(({ version }) => version === pack.version);
    expect(now?.structureHash).toBe(pack.structureHash);
  });

  test.each(frozen.map((each) => [each.version, each] as const))(
    'a draft of version %i moves to the newest',
    (_version, from) => {
      const old = { ...draft, pack: { id: from.id, version: from.version, structureHash: from.structureHash } };
      expect(must(move(from, pack, old, moving)).putAway).toEqual([]);
    },
  );
});
