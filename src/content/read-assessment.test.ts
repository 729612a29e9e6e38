import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { published } from '../model/published.ts';
import { checkAssessment } from './check-assessment.ts';
import { loadCase, loadPack } from './packs.ts';
import { readAssessment } from './read-assessment.ts';
import { limits } from './strict-json.ts';

const read = await loadPack('sparf', 'en');
if (!read.ok) throw new Error('no pack');
const pack: Pack = read.value;
const loaded = await loadCase('quillfeather', pack);
if (!loaded.ok) throw new Error('no case');
const assessment: Assessment = loaded.value;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));
const codes = (input: Uint8Array): readonly string[] => {
  const result = readAssessment(input, pack);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const withAnswer = (key: string, answer: unknown): Uint8Array =>
  json({ ...assessment, answers: { ...assessment.answers, [key]: answer } });

describe('I1 what was written is read', () => {
  test('an exported assessment comes back as it was', () => {
    expect(readAssessment(json(assessment), pack)).toEqual({ ok: true, value: assessment });
  });

  test('what was attached to a PDF comes back as an assessment', () => {
    const attached = published(pack, assessment, { locale: 'en', output: 'full', on: '2026-03-20' });

    const result = readAssessment(json(attached), pack);

    expect(result).toMatchObject({
      ok: true,
      value: { format: 1, id: assessment.id, kind: 'training', history: [], answers: attached.assessment.answers },
    });
  });

  test('text that could not be read as a date is kept', () => {
    const key = 'return-date~juniper';
    const result = readAssessment(withAnswer(key, { is: 'unread', text: '31 February' }), pack);

    expect(result.ok && result.value.answers[key]).toEqual({ is: 'unread', text: '31 February' });
  });
});

describe('K1 what awaits a decision', () => {
  const aside = { id: 'a1', at: '2026-03-01T09:00:00.000Z', by: 'Rook' };
  const withAside = (more: object): Uint8Array => json({ ...assessment, asides: [{ ...aside, ...more }] });
  const key = Object.keys(assessment.answers)[0] ?? '';
  const answer = assessment.answers[key] ?? null;

  test('is read with the rest', () => {
    const result = readAssessment(withAside({ place: key, said: answer }), pack);
    expect(result.ok && result.value.asides).toEqual([{ ...aside, place: key, said: answer }]);
  });

  test.each([
    ['an answer to no question', { place: 'nowhere', said: answer }],
    ['a person as an answer', { place: key, said: assessment.people[0] }],
    ['an answer as a person', { person: assessment.people[0]?.id, said: answer }],
    ['about nothing', { said: null }],
  ])('is refused with %s', (_what, more) => {
    expect(codes(withAside(more))).not.toEqual([]);
  });
});

describe('I2 limits come first', () => {
  test.each([
    ['more than 5 MB', () => new Uint8Array(limits.bytes + 1).fill(0x20), 'too-large'],
    ['bytes that are no UTF-8', () => Uint8Array.of(0x22, 0xff, 0x22), 'not-utf8'],
    ['no JSON', () => bytes('{"format": 1,'), 'not-json'],
    ['nothing', () => new Uint8Array(), 'not-json'],
    ['a string without end', () => bytes('{"format'), 'not-json'],
    ['33 lists in each other', () => bytes(`${'['.repeat(33)}${']'.repeat(33)}`), 'too-deep'],
    ['a million brackets', () => bytes('['.repeat(1_000_000)), 'too-deep'],
    ['more than 50,000 values', () => bytes(`[${'0,'.repeat(50_001)}0]`), 'too-many-parts'],
    ['__proto__', () => bytes('{"__proto__": {"format": 1}}'), 'refused-key'],
    ['__proto__ in disguise', () => bytes('{"\\u005f_proto__": 1}'), 'refused-key'],
    ['constructor', () => bytes('{"answers": {"constructor": 1}}'), 'refused-key'],
    ['prototype', () => bytes('{"a": [{"prototype" : 1}]}'), 'refused-key'],
    ['a key said twice', () => bytes('{"format": 1, "format": 2}'), 'duplicate-key'],
    ['a key said twice in disguise', () => bytes('{"format": 1, "f\\u006frmat": 2}'), 'duplicate-key'],
  ])('%s is refused', (_name, make, code) => {
    expect(codes(make())).toEqual([code]);
  });

  test('32 lists in each other and words like __proto__ as values are only not an assessment', () => {
    expect(codes(bytes(`${'['.repeat(32)}${']'.repeat(32)}`))).toEqual(['not-an-assessment']);
    expect(codes(json({ ...assessment, reference: '__proto__' }))).toEqual([]);
  });

  test('nothing reaches the language’s own objects', () => {
    codes(bytes('{"format": 1, "answers": {"__proto__": {"polluted": true}}}'));
    expect('polluted' in {}).toBe(false);
  });
});

describe('I3 shape', () => {
  test.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['no format', {}],
    ['a format of somebody else', { format: 'x' }],
    ['no answers', { ...assessment, answers: undefined }],
    ['a key nobody knows', { ...assessment, extra: 1 }],
    ['people that are no people', { ...assessment, people: [1] }],
    ['an answer without state', { ...assessment, answers: { 'why-now': 'text' } }],
    ['a date that does not exist', { ...assessment, rounds: [{ round: 4, reason: '', on: '2026-02-30' }] }],
  ])('%s is not an assessment', (_name, value) => {
    expect(new Set(codes(json(value)))).toEqual(new Set(['not-an-assessment']));
  });

  test('bytes changed at random never throw, and what is read still fits', () => {
    const whole = json({ ...assessment, answers: Object.fromEntries(Object.entries(assessment.answers).slice(0, 12)) });
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = whole.slice();
        for (const { at, to } of changes) changed[at] = to;
        const result = readAssessment(changed, pack);
        return result.ok ? checkAssessment(pack, result.value).length === 0 : result.problems.length > 0;
      }),
      { numRuns: 120 },
    );
  });

  test('values of any shape never throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => !readAssessment(json({ ...assessment, answers: value }), pack).ok || typeof value === 'object',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pack.questions.map(({ id }) => id)), fc.jsonValue(), (id, value) => {
        readAssessment(withAnswer(id, { is: 'given', value }), pack);
      }),
      { numRuns: 100 },
    );
  });

  test('something newer is left alone', () => {
    expect(codes(json({ ...assessment, format: 2 }))).toEqual(['newer-than-program']);
    expect(codes(json({ format: 'homeward-published/2' }))).toEqual(['newer-than-program']);
    expect(codes(json({ ...assessment, pack: { ...assessment.pack, version: assessment.pack.version + 1 } }))).toEqual([
      'newer-than-program',
    ]);
  });

  test('another pack is told', () => {
    expect(codes(json({ ...assessment, pack: { ...assessment.pack, id: 'other' } }))).toEqual(['other-pack']);
  });

  test('places tell no key that somebody typed', () => {
    const result = readAssessment(json({ ...assessment, answers: { 'Juniper Quillfeather': 1 } }), pack);

    expect(JSON.stringify(result)).not.toContain('Juniper');
  });
});

describe('I4 what an assessment names must be there', () => {
  const given = (value: unknown): unknown => ({ is: 'given', value });

  test.each([
    ['a question nobody asks', 'no-such-question', given('x'), 'unknown-question'],
    ['a key that names no place', 'why-now.row.column', given('x'), 'answer-key'],
    ['a round that is not asked', 'risk-class@4~juniper', given('low'), 'wrong-round'],
    ['a round where there is none', 'why-now@1', given('x'), 'wrong-round'],
    ['a person where there is none', 'why-now~wren', given('x'), 'wrong-subject'],
    ['no person where there should be one', 'child-wishes', given('wants'), 'wrong-subject'],
    ['a person nobody entered', 'child-wishes~nobody', given('wants'), 'unknown-person'],
    ['a choice that does not exist', 'decision-1', given('perhaps'), 'unknown-choice'],
    ['a class that does not exist', 'risk-class@1~moss', given('lowest'), 'unknown-choice'],
    ['yes for no', 'immigration-status', given('maybe'), 'value-does-not-fit'],
    ['a list where words stand', 'why-now', given(['x']), 'value-does-not-fit'],
    ['a point off the scale', 'parent-acknowledgement~wren', given(5), 'value-does-not-fit'],
    ['a day that does not exist', 'agreement-review-date', given('2025-02-30'), 'value-does-not-fit'],
    ['a suggestion as an answer', 'indicative-class@1~moss', given('low'), 'value-does-not-fit'],
    ['a row without id', 'past-help', given([{ cells: {} }]), 'value-does-not-fit'],
    [
      'a row twice',
      'past-help',
      given([
        { id: 'a', cells: {} },
        { id: 'a', cells: {} },
      ]),
      'duplicate-row',
    ],
    ['a column that does not exist', 'past-help', given([{ id: 'a', cells: { colour: 'red' } }]), 'unknown-column'],
    ['a choice of a column', 'past-help', given([{ id: 'a', cells: { use: 'often' } }]), 'unknown-choice'],
    ['a person of a cell', 'records-and-gaps', given([{ id: 'a', cells: { 'read-by': 'nobody' } }]), 'unknown-person'],
    ['a person of a row', 'network-map', given([{ id: 'a', person: 'nobody', cells: {} }]), 'unknown-person'],
    [
      'a row of a question that may not be meant',
      'goal-progress',
      given([{ id: 'a', cells: { goal: 'chronology.b' } }]),
      'unknown-question',
    ],
    [
      'a factor that does not exist',
      'factors-family@1',
      given([{ factor: 'moon', of: null, status: 'active' }]),
      'unknown-factor',
    ],
    [
      'a factor of somebody else',
      'factors-family@1',
      given([{ factor: 'isolation', of: 'wren', status: 'active' }]),
      'wrong-subject',
    ],
    [
      'a strength that is active',
      'factors-family@1',
      given([{ factor: 'safe-home', of: null, status: 'active' }]),
      'unknown-choice',
    ],
    [
      'a role that does not exist',
      'signoff-5',
      given([{ person: 'wren', role: 'king', date: '2026-01-01', statement: '' }]),
      'unknown-role',
    ],
  ])('%s', (_name, key, answer, code) => {
    expect(codes(withAnswer(key, answer))).toEqual([code]);
  });

  test('a person whose relative nobody entered, or whose role does not exist', () => {
    const people = assessment.people.map((person) =>
      person.id === 'wren' ? { ...person, role: 'queen', relatedTo: ['nobody'], relationship: 'ruler' } : person,
    );

    expect(codes(json({ ...assessment, people }))).toEqual(['unknown-role', 'unknown-person', 'unknown-choice']);
  });

  test('all of it is told at once, and none of what was written', () => {
    const result = readAssessment(
      json({
        ...assessment,
        answers: { ...assessment.answers, 'nobody-asks': given('Secret words'), 'decision-1': given('Secret words') },
      }),
      pack,
    );

    expect(result.ok ? [] : result.problems.map(({ code }) => code).sort()).toEqual([
      'unknown-choice',
      'unknown-question',
    ]);
    expect(JSON.stringify(result)).not.toContain('Secret');
  });

  test('a round that was opened by hand may be answered', () => {
    const opened = {
      ...assessment,
      rounds: [{ round: 4, reason: 'New worry', on: '2026-03-01' }],
      answers: { ...assessment.answers, 'risk-class@4~moss': given('high') },
    };

    expect(codes(json(opened))).toEqual([]);
  });

  const piece = { id: 'e', words: 'Seen', supports: [{ at: 'factors-parent@1~wren', factor: 'denial' }] };
  const withEvidence = (...evidence: readonly unknown[]): Uint8Array => json({ ...assessment, evidence });

  test.each([
    ['evidence with an id that is taken', [piece, piece], 'duplicate-evidence'],
    ['evidence from somebody nobody entered', [{ ...piece, person: 'nobody' }], 'unknown-person'],
    ['evidence for no place', [{ ...piece, supports: [{ at: 'A name' }] }], 'answer-key'],
    ['evidence for a question nobody asks', [{ ...piece, supports: [{ at: 'no-such' }] }], 'unknown-question'],
    ['evidence for nobody’s answer', [{ ...piece, supports: [{ at: 'analysis-harm' }] }], 'wrong-subject'],
    [
      'evidence for a round that is not asked',
      [{ ...piece, supports: [{ at: 'factors-parent@9~wren', factor: 'denial' }] }],
      'wrong-round',
    ],
    [
      'evidence for a factor of somebody else',
      [{ ...piece, supports: [{ at: 'factors-family@1', factor: 'denial' }] }],
      'unknown-factor',
    ],
    [
      'evidence for one judgement twice',
      [{ ...piece, supports: [...piece.supports, ...piece.supports] }],
      'value-does-not-fit',
    ],
    ['evidence taken where there is none', [{ ...piece, takenFrom: 'why-now' }], 'wrong-kind'],
    ['evidence of no known kind', [{ ...piece, kind: 'rumour' }], 'not-an-assessment'],
    ['evidence on a day that does not exist', [{ ...piece, on: '2025-02-30' }], 'not-an-assessment'],
    [
      'more evidence than anybody enters',
      Array.from({ length: 5001 }, () => ({ id: 'e', words: '', supports: [] })),
      'not-an-assessment',
    ],
  ])('%s', (_name, evidence, code) => {
    expect(codes(withEvidence(...evidence))).toEqual([code]);
  });

  test('evidence is read as it was written, also where its row is gone', () => {
    const evidence = [
      piece,
      { ...piece, id: 'f', kind: 'event', mark: 'fact', takenFrom: 'chronology.gone', on: { unread: 'x' } },
    ];
    expect(readAssessment(withEvidence(...evidence), pack)).toEqual({ ok: true, value: { ...assessment, evidence } });
  });
});
