import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextChanges, nextVersion } from '../../test/fixtures/next-version.ts';
import { caseDraft, guidanceFolder, pack } from '../../test/journeys/guidance.ts';
import { checkAssessment } from '../content/check-assessment.ts';
import { frozen, mayFreeze, readReleased, sinceFrozen } from '../content/vite-plugin-released.ts';
import type { Assessment } from '../model/assessment.ts';
import { checkPack } from '../model/check-pack.ts';
import { evaluate } from '../model/evaluate.ts';
import { report } from '../model/make-report.ts';
import type { Pack, Question } from '../model/pack.ts';
import { compare } from './compare.ts';
import { move, moveBack, type Moved } from './move.ts';

const draft = caseDraft('quillfeather');
const moving = { at: '2026-11-22T10:00:00.000Z', by: 'Ada Wren', before: 'b'.repeat(64) };

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
const newId = 'child-says';
const renamed: Pack = {
  ...next(only(id, (each) => [{ ...each, id: newId, formerly: [id] }])),
  sections: pack.sections.map((section) => ({
    ...section,
    asks: section.asks.map((asked) => (asked.question === id ? { ...asked, question: newId } : asked)),
  })),
};
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
  const released = readReleased(guidanceFolder, pack.id);

  test('are numbered from 1 to the one in hand, which has the structure that was frozen for it', () => {
    expect(released.map(({ version }) => version)).toEqual(released.map((_each, index) => index + 1));
    expect(released.at(-1)).toMatchObject({ version: pack.version, structureHash: pack.structureHash });
  });

  test('may be frozen again with other words, and not with other questions', () => {
    const [now, other] = [pack, retired].map((each) => frozen({ packs: { en: each }, outputs: {} }));
    if (!now || !other) throw new Error('not made');
    expect([mayFreeze(now, now), mayFreeze(now, other)]).toEqual([true, false]);
  });

  test('what differs from what was frozen is told, with where', () => {
    const phrases = { ...pack.phrases, witness: 'Seen by' };
    const [now, reworded, other] = [pack, { ...pack, phrases }, retired].map((each) =>
      frozen({ packs: { en: each }, outputs: {} }),
    );
    if (!now || !reworded || !other) throw new Error('not made');
    expect(sinceFrozen(now, now)).toBeNull();
    expect(sinceFrozen(now, reworded)).toEqual({ what: 'words', at: ['en.sparf.phrases.witness'] });
    expect(sinceFrozen(now, other)).toMatchObject({ what: 'questions' });
  });

  const each = released.flatMap(({ version, packs }) =>
    Object.entries(packs).map(([locale, { pack: was }]) => [version, locale, was] as const),
  );
  test.each(each)('version %i in %s is whole: drafts on it are worked out and printed', (_version, locale, was) => {
    const old = { ...draft, pack: { id: was.id, version: was.version, structureHash: was.structureHash } };
    const whole = { ...was, phrases: { ...pack.phrases, ...was.phrases } };
    expect(was.locale).toBe(locale);
    expect(checkPack(whole)).toEqual([]);
    expect(evaluate(whole, old, '2026-11-22').applies.length).toBeGreaterThan(100);
    const printed = report(whole, old, { locale: was.locale, output: 'full', on: '2026-11-22' });
    expect(printed.body.length).toBeGreaterThan(100);
    expect(must(move(was, pack, old, moving)).putAway).toEqual([]);
  });
});

describe('V2 V3 of the version that is a fixture', () => {
  const to = nextVersion(pack);
  const { assessment: then, putAway, shortened } = must(move(pack, to, draft, moving));
  const home = Object.keys(draft.answers).filter((key) => key.startsWith(nextChanges.columnNew));

  test('it is a version that could be released, and says what became of which question', () => {
    expect(checkPack(to)).toEqual([]);
    const changes = compare(pack, to).filter((change) => change.how !== 'unchanged');
    expect(changes.map((change) => [change.is ?? change.was, change.how, change.required])).toEqual([
      ['child-wishes', 'reworded', true],
      ['child-message', 'new', true],
      ['home-conditions', 'changed', true],
      ['housing-security', 'changed', false],
      ['fgdm', 'retired', false],
    ]);
    expect(changes.flatMap(({ words }) => words)).toEqual([
      {
        of: 'label',
        before: pack.questions.find((question) => question.id === id)?.label,
        now: 'Where does the child want to live?',
      },
    ]);
    expect(changes.flatMap(({ parts }) => parts)).toEqual([
      { what: 'column-new', label: 'Smoke alarm' },
      {
        what: 'choice-gone',
        label: pack.questions.find((question) => question.id === 'housing-security')?.choices?.[1]?.label,
      },
    ]);
  });

  test('what has no place is put away, and nothing else is', () => {
    expect([...putAway].sort()).toEqual(['fgdm', 'housing-security']);
    expect(shortened).toEqual([]);
    for (const key of home) expect(then.answers[key]).toEqual(draft.answers[key]);
    expect(then.history.find(({ moved }) => moved)).toEqual({
      ...{ from: moving.at, to: moving.at, by: moving.by, was: null },
      moved: { from: draft.pack, to: then.pack, before: moving.before },
    });
    expect(checkAssessment(to, then)).toEqual([]);
  });

  test('what was written on it goes back where it has a place, and stays in the history where not', () => {
    const added: Assessment['answers'] = {
      'child-message~juniper': { is: 'given', value: 'Home by summer.' },
      'why-now': { is: 'given', value: 'Written since.' },
    };
    const now: Assessment = { ...then, answers: { ...then.answers, ...added } };
    const back = must(moveBack(pack, to, { before: draft, then, now }, moving));
    expect(back.putAway).toEqual(['child-message~juniper']);
    expect(back.assessment.answers).toEqual({ ...draft.answers, 'why-now': added['why-now'] });
    expect(back.assessment.history.map(({ was }) => was)).toContainEqual(added['child-message~juniper']);
    expect(checkAssessment(pack, back.assessment)).toEqual([]);
  });
});

describe('V2 only what no longer fits is left out', () => {
  const at = home(draft);

  test('of a table without one of its columns the other cells stay', () => {
    const to = next(
      only('home-conditions', (each) => [{ ...each, columns: (each.columns ?? []).filter((c) => c.id !== 'seen') }]),
    );
    const { assessment, putAway, shortened } = must(move(pack, to, draft, moving));
    expect([putAway, shortened]).toEqual([[], [at]]);
    expect(JSON.stringify(assessment.answers[at])).not.toContain('"seen"');
    expect(JSON.stringify(assessment.answers[at])).toContain('"date"');
    expect(assessment.history).toContainEqual(expect.objectContaining({ place: at, was: draft.answers[at] }));
    const now: Assessment = { ...assessment, reference: 'other' };
    const back = must(moveBack(pack, to, { before: draft, then: assessment, now }, moving)).assessment;
    expect(back.answers).toEqual(draft.answers);
  });

  test('an answer about a child is none about a carer', () => {
    const to = next(only(id, (each) => [{ ...each, repeats: ['carer'] }]));
    const { assessment, putAway } = must(move(pack, to, draft, moving));
    expect(keys.length).toBeGreaterThan(0);
    expect(putAway).toEqual(expect.arrayContaining(keys));
    expect(checkAssessment(to, assessment)).toEqual([]);
  });

  test('what pointed at a place that is gone lets go of it, and moving back ties it again', () => {
    const [key = ''] = keys;
    const marked: Assessment = {
      ...draft,
      comments: [{ id: 'c', at: moving.at, by: '', text: 'See page 4.', place: key }],
      evidence: [{ id: 'e', words: 'Said so.', supports: [{ at: key }] }],
      asides: [{ id: 'a', at: moving.at, by: 'Finn', place: key, said: { is: 'given', value: 'mixed' } }],
    };
    const then = must(move(pack, retired, marked, moving)).assessment;
    expect(then.comments).toEqual([{ id: 'c', at: moving.at, by: '', text: 'See page 4.' }]);
    expect(then.evidence?.[0]?.supports).toEqual([]);
    expect(then.asides).toBeUndefined();
    expect(then.history.at(-1)).toMatchObject({ place: key, by: 'Finn', was: { value: 'mixed' } });
    expect(checkAssessment(retired, then)).toEqual([]);
    const now: Assessment = { ...then, reference: 'other' };
    const back = must(moveBack(pack, retired, { before: marked, then, now }, moving)).assessment;
    expect([back.comments, back.evidence]).toEqual([marked.comments, marked.evidence]);
  });
});

test('V6 a draft on questions that are nowhere here goes to those that are, with what fits by its id', () => {
  const lost: Assessment = {
    ...draft,
    pack: { ...draft.pack, structureHash: '0'.repeat(64) },
    answers: { ...draft.answers, 'thistle-panel': { is: 'given', value: 'Tuesday' } },
  };
  const { assessment, putAway } = must(move(null, pack, lost, moving));
  expect(putAway).toEqual(['thistle-panel']);
  expect(assessment.answers).toEqual(draft.answers);
  expect(must(moveBack(null, pack, { before: lost, then: assessment, now: assessment }, moving)).assessment).toBe(lost);
});

function home({ answers }: Assessment): string {
  return Object.keys(answers).find((key) => key.startsWith('home-conditions')) ?? '';
}
