import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  child,
  choices,
  column,
  editOf,
  given,
  notKnown,
  packWith,
  parent,
  row,
} from '../../test/fixtures/small-pack.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Place, Version } from './assessment.ts';
import { evaluate } from './evaluate.ts';

const pack = packWith([
  { id: 'text', kind: 'long-text' },
  { id: 'pick', kind: 'single-choice', choices: choices('a', 'b') },
  { id: 'each-child', kind: 'yes-no-unknown', repeats: ['child'] },
  { id: 'each-round', kind: 'risk-class', repeats: ['child', 'round'] },
  { id: 'rows', kind: 'table', columns: [column('what'), column('many', { kind: 'person', many: true })] },
  { id: 'people', kind: 'person-table', columns: [column('name', { property: 'name' }), column('met')] },
]);
const people = [child('moss'), parent('wren'), parent('flint')];
const at = (question: string, subject: string | null = null, round = 0): Place => ({ question, subject, round });
const rows = at('rows');
const threeRows = { rows: [row('r1', { what: 'one' }), row('r2', { what: 'two' }), row('r3')] };

function after(start: Assessment, ...changes: readonly Change[]): Assessment {
  return changes.reduce((assessment, change) => {
    const next = apply(pack, assessment, editOf(change, 5));
    if (!next.ok) throw new Error(next.problems[0].code);
    return next.value;
  }, start);
}
const refused = (start: Assessment, change: Change): unknown => {
  const next = apply(pack, start, editOf(change));
  return next.ok ? 'accepted' : next.problems[0].code;
};
const empty = assessmentOf(pack, {}, people);

describe('E1 answering', () => {
  test('puts, replaces and takes away one answer, and says when', () => {
    const one = after(empty, { do: 'answer', at: at('text'), answer: given('a') });
    expect(one.answers).toEqual({ text: given('a') });
    expect(one.changedAt).toBe('2026-01-01T09:05:00.000Z');
    const two = after(one, { do: 'answer', at: at('text'), answer: { is: 'declined', reason: '' } });
    expect(two.answers).toEqual({ text: { is: 'declined', reason: '' } });
    expect(after(two, { do: 'answer', at: at('text'), answer: null }).answers).toEqual({});
  });

  test('A3 an answer that says nothing takes it away', () => {
    const one = after(empty, { do: 'answer', at: at('text'), answer: given('a') });
    expect(after(one, { do: 'answer', at: at('text'), answer: given('') }).answers).toEqual({});
  });

  test('A3 an empty note is no note', () => {
    const next = after(empty, { do: 'answer', at: at('text'), answer: given('a', '') });
    expect(next.answers).toEqual({ text: given('a') });
  });

  test('A4 a note may stand before its answer, whatever the kind', () => {
    const noted = { is: 'unread', text: '', note: 'asked twice' } as const;
    expect(after(empty, { do: 'answer', at: at('pick'), answer: noted }).answers).toEqual({ pick: noted });
  });
});

describe('E2 a cell', () => {
  const start = assessmentOf(pack, threeRows, people);
  test('is set, replaced and emptied', () => {
    const set = after(start, { do: 'set-cell', at: rows, row: 'r3', column: 'what', cell: 'three' });
    expect(set.answers).toEqual({
      rows: given([row('r1', { what: 'one' }), row('r2', { what: 'two' }), row('r3', { what: 'three' })]),
    });
    expect(after(set, { do: 'set-cell', at: rows, row: 'r3', column: 'what', cell: null })).toMatchObject({
      answers: start.answers,
    });
  });

  test.each(['', [], { unread: '' }])('A8 a cell of %j is left out', (cell) => {
    const column = Array.isArray(cell) ? 'many' : 'what';
    const next = after(start, { do: 'set-cell', at: rows, row: 'r1', column, cell });
    const [first] =
      next.answers.rows?.is === 'given' && typeof next.answers.rows.value === 'object' ? next.answers.rows.value : [];
    expect(first).toEqual(row('r1', Array.isArray(cell) ? { what: 'one' } : {}));
  });

  test('A6 a property of a person is not a cell', () => {
    const start = assessmentOf(pack, { people: [row('p1', {}, 'wren')] }, people);
    expect(refused(start, { do: 'set-cell', at: at('people'), row: 'p1', column: 'name', cell: 'W' })).toBe(
      'unknown-column',
    );
  });
});

describe('E3 rows', () => {
  const start = assessmentOf(pack, threeRows, people);
  const ids = ({ answers }: Assessment): unknown =>
    answers.rows?.is === 'given' && Array.isArray(answers.rows.value)
      ? answers.rows.value.map(({ id }: { id: string }) => id)
      : null;

  test('are added at the end or at an index', () => {
    expect(ids(after(start, { do: 'add-row', at: rows, row: row('r4') }))).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect(ids(after(start, { do: 'add-row', at: rows, row: row('r4'), index: 1 }))).toEqual(['r1', 'r4', 'r2', 'r3']);
  });

  test('are taken out, put back and moved', () => {
    const out = after(start, { do: 'remove-row', at: rows, row: 'r2' });
    expect(ids(out)).toEqual(['r1', 'r3']);
    expect(ids(after(out, { do: 'restore-row', at: rows, row: row('r2'), index: 1 }))).toEqual(['r1', 'r2', 'r3']);
    expect(ids(after(start, { do: 'move-row', at: rows, row: 'r1', index: 2 }))).toEqual(['r2', 'r3', 'r1']);
  });

  test('no rows and no note are no answer; a note stays', () => {
    const one = assessmentOf(pack, { rows: [row('r1')] });
    expect(after(one, { do: 'remove-row', at: rows, row: 'r1' }).answers).toEqual({});
    const noted = assessmentOf(pack, { rows: given([row('r1')], 'from the file') });
    expect(after(noted, { do: 'remove-row', at: rows, row: 'r1' }).answers).toEqual({
      rows: given([], 'from the file'),
    });
  });

  test('the first row replaces another state and keeps its note', () => {
    const start = assessmentOf(pack, { rows: { ...notKnown, note: 'asked the school' } });
    expect(after(start, { do: 'add-row', at: rows, row: row('r1') }).answers).toEqual({
      rows: given([row('r1')], 'asked the school'),
    });
  });

  test('a touched copy is no longer a copy', () => {
    const start = assessmentOf(pack, { rows: { ...given([row('r1')]), copiedFrom: 'rows@1' } });
    const next = after(start, { do: 'set-cell', at: rows, row: 'r1', column: 'what', cell: 'new' });
    expect(next.answers).toEqual({ rows: given([row('r1', { what: 'new' })]) });
  });
});

describe('E4 changing a person', () => {
  test('sets properties, and null takes one away', () => {
    const start = assessmentOf(pack, {}, [child('moss', { born: '2020', livesWith: 'wren' })]);
    const set = { born: null, livingArrangement: 'parent', name: 'Moss Q' } as const;
    expect(after(start, { do: 'change-person', person: 'moss', set }).people).toEqual([
      { id: 'moss', role: 'child', name: 'Moss Q', inScope: true, livesWith: 'wren', livingArrangement: 'parent' },
    ]);
  });

  test('a name is emptied, a role stays', () => {
    const next = after(empty, { do: 'change-person', person: 'moss', set: { name: null, role: null } });
    expect(next.people[0]).toEqual(child('moss', { name: '' }));
  });

  test('somebody taken out stays taken out', () => {
    const start = assessmentOf(pack, {}, [child('moss', { removed: true })]);
    expect(after(start, { do: 'change-person', person: 'moss', set: { born: '2020' } }).people[0]).toMatchObject({
      removed: true,
      born: '2020',
    });
  });
});

describe('E5 taking people out, merging and bringing them back', () => {
  const answers = {
    'each-child~moss': given('yes', 'seen'),
    'each-round@1~moss': 'high',
    people: [row('p1', {}, 'moss')],
  };
  const start = assessmentOf(pack, answers, people);
  const shown = (assessment: Assessment): unknown => {
    const { applies, hidden, progress } = evaluate(pack, assessment, '2026-01-01');
    return [applies.map(({ key, answer, gaps }) => [key, answer, gaps]), hidden, progress()];
  };

  test.each<[Change, readonly string[]]>([
    [{ do: 'remove-person', person: 'moss' }, ['each-child~moss', 'each-round@1~moss']],
    [{ do: 'merge-person', person: 'moss', into: 'wren' }, ['each-child~moss', 'each-round@1~moss']],
  ])('%j: their answers are kept and hidden, and come back whole', (change, hidden) => {
    const out = after(start, change);
    expect(out.answers).toEqual(start.answers);
    expect(evaluate(pack, out, '2026-01-01').hidden).toEqual(hidden);
    const back = after(out, { do: 'restore-person', person: 'moss' });
    expect(back.people).toEqual(start.people);
    expect(shown(back)).toEqual(shown(start));
  });

  test('somebody merged and then taken out comes back as before both', () => {
    const merged = after(
      start,
      { do: 'merge-person', person: 'flint', into: 'wren' },
      { do: 'remove-person', person: 'flint' },
    );
    expect(after(merged, { do: 'restore-person', person: 'flint' }).people).toEqual(start.people);
  });

  test('nobody is merged into themselves, not even by a detour', () => {
    expect(refused(start, { do: 'merge-person', person: 'wren', into: 'wren' })).toBe('unknown-person');
    const merged = after(start, { do: 'merge-person', person: 'flint', into: 'wren' });
    expect(refused(merged, { do: 'merge-person', person: 'wren', into: 'flint' })).toBe('unknown-person');
    expect(refused(merged, { do: 'merge-person', person: 'flint', into: 'flint' })).toBe('unknown-person');
    const chain = after(merged, { do: 'merge-person', person: 'wren', into: 'moss' });
    expect(refused(chain, { do: 'merge-person', person: 'moss', into: 'flint' })).toBe('unknown-person');
    expect(refused(chain, { do: 'merge-person', person: 'wren', into: 'flint' })).toBe('unknown-person');
  });
});

test('E6 reference and route change, and nothing else', () => {
  const next = after(empty, { do: 'change-details', set: { reference: 'REF-2', route: 'core' } });
  expect(next).toEqual({ ...empty, reference: 'REF-2', route: 'core', changedAt: next.changedAt });
});

describe('E7 rounds', () => {
  const opened = (round: number) => ({ round, reason: 'new harm', on: '2026-02-01' });
  test('are opened in order and closed again, and answers of a closed round are kept', () => {
    const two = after(empty, { do: 'open-round', round: opened(5) }, { do: 'open-round', round: opened(4) });
    expect(two.rounds.map(({ round }) => round)).toEqual([4, 5]);
    const answered = after(two, { do: 'answer', at: at('each-round', 'moss', 4), answer: given('high') });
    const closed = after(answered, { do: 'close-round', round: 4 });
    expect(closed.rounds).toEqual([opened(5)]);
    expect(closed.answers).toEqual({ 'each-round@4~moss': given('high') });
  });

  test('a round is opened once, and only an opened one is closed', () => {
    const one = after(empty, { do: 'open-round', round: opened(4) });
    expect(refused(one, { do: 'open-round', round: opened(4) })).toBe('duplicate-round');
    expect(refused(one, { do: 'close-round', round: 5 })).toBe('wrong-round');
  });
});

test('E8 a version is added, and answers stay as they are', () => {
  const version: Version = {
    id: 'v1',
    sha256: 'abc',
    stages: ['assess'],
    packs: [],
    statedTime: '2026-01-01T09:00:00.000Z',
    signatories: [],
  };
  const start = assessmentOf(pack, { text: 'a' });
  expect(after(start, { do: 'sign-version', version })).toMatchObject({ versions: [version], answers: start.answers });
});

describe('E10 together', () => {
  const good: Change = { do: 'answer', at: at('text'), answer: given('a') };
  const bad: Change = { do: 'answer', at: at('pick'), answer: given('z') };
  test('makes all changes, each on what the one before left', () => {
    const next = after(empty, {
      do: 'together',
      changes: [good, { do: 'add-row', at: rows, row: row('r1') }, { do: 'move-row', at: rows, row: 'r1', index: 0 }],
    });
    expect(next.answers).toEqual({ text: given('a'), rows: given([row('r1')]) });
  });

  test('or none', () => {
    expect(refused(empty, { do: 'together', changes: [good, bad] })).toBe('value-does-not-fit');
    expect(empty.answers).toEqual({});
  });
});

describe('E11 what does not fit changes nothing', () => {
  const start = assessmentOf(pack, threeRows, people);
  test.each<[string, Change]>([
    ['unknown-question', { do: 'answer', at: at('nowhere'), answer: given('a') }],
    ['unknown-question', { do: 'answer', at: at('__proto__'), answer: given('a') }],
    ['value-does-not-fit', { do: 'answer', at: at('pick'), answer: given('secret words') }],
    ['wrong-kind', { do: 'add-row', at: at('text'), row: row('r1') }],
    ['unknown-row', { do: 'remove-row', at: rows, row: 'r9' }],
    ['unknown-row', { do: 'move-row', at: rows, row: 'r9', index: 0 }],
    ['unknown-row', { do: 'set-cell', at: rows, row: 'r9', column: 'what', cell: 'a' }],
    ['unknown-column', { do: 'set-cell', at: rows, row: 'r1', column: 'nope', cell: 'a' }],
    ['value-does-not-fit', { do: 'set-cell', at: rows, row: 'r1', column: 'what', cell: 5 }],
    ['value-does-not-fit', { do: 'add-row', at: rows, row: row('r9', { nope: 'secret words' }) }],
    ['duplicate-row', { do: 'add-row', at: rows, row: row('r1') }],
    ['duplicate-row', { do: 'restore-row', at: rows, row: row('r1'), index: 0 }],
    ['duplicate-person', { do: 'add-person', person: child('moss') }],
    ['unknown-person', { do: 'change-person', person: 'nobody', set: {} }],
    ['unknown-person', { do: 'remove-person', person: 'nobody' }],
    ['unknown-person', { do: 'restore-person', person: 'nobody' }],
    ['unknown-person', { do: 'merge-person', person: 'nobody', into: 'moss' }],
    ['unknown-person', { do: 'merge-person', person: 'moss', into: 'nobody' }],
  ])('%s', (code, change) => {
    const before = structuredClone(start);
    const next = apply(pack, start, editOf(change));
    expect(next).toMatchObject({ ok: false, problems: [{ code }] });
    expect(JSON.stringify(next)).not.toContain('secret');
    expect(start).toEqual(before);
  });
});

describe('E12 whom and which round', () => {
  test.each<[string, Place]>([
    ['wrong-subject', at('text', 'moss')],
    ['wrong-subject', at('each-child')],
    ['wrong-subject', at('each-child', 'nobody')],
    ['wrong-round', at('text', null, 1)],
    ['wrong-round', at('each-round', 'moss', 0)],
    ['wrong-round', at('each-round', 'moss', -1)],
    ['wrong-round', at('each-round', 'moss', 1.5)],
    ['wrong-round', at('each-round', 'moss', Number.NaN)],
    ['accepted', at('each-round', 'moss', 3)],
    ['accepted', at('each-child', 'moss')],
  ])('%s: %j', (code, place) => {
    expect(refused(empty, { do: 'answer', at: place, answer: notKnown })).toBe(code);
  });
});
